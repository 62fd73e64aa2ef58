import * as z from 'zod';
import { schemaVersion, slug, text } from '../fields.ts';
import { vintages } from '../workbook/contract.ts';

const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, 'a day such as 11-30');

/** When a plan's yearly reports are due and how sure their figures are. */
export const roundRuleSchema = z.strictObject({
  plan: slug,
  /** Yearly reports; shorter rounds have no rule yet. */
  frequency: z.literal('year'),
  /** Day of the reported year up to which figures are taken. */
  cutOff: monthDay,
  /** Day on which the report is due. */
  due: monthDay,
  /** The year the due day falls into: the reported one, or the next. */
  dueIn: z.enum(['same-year', 'next-year']),
  /** How sure the round's own figures are: a report before the year ends carries estimates. */
  vintage: z.enum(vintages),
  /** Where the plan says so, or why it is read so. */
  basis: text,
});

/** seeds/rounds.yaml */
export const roundsFileSchema = z.strictObject({ schema: schemaVersion, rounds: z.array(roundRuleSchema) });

export type RoundRule = z.output<typeof roundRuleSchema>;
export type RoundsFile = z.output<typeof roundsFileSchema>;
