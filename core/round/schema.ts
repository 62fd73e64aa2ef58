import * as z from 'zod';
import { listOf, schemaVersion, slug, text, yesNo } from '../base/fields.ts';
import { vintages } from '../observation/vintage.ts';

const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, 'a day such as 11-30');

/** Days every month has, so that one rule serves all periods. */
const dayOfMonth = z
  .string()
  .regex(/^(?:[1-9]|1\d|2[0-8])$/u, 'a day of the month, 1 to 28')
  .transform(Number);

/** How sure the round's own figures are: a report before the period ends carries estimates. */
const vintage = z.enum(vintages);

/** When a plan's yearly reports are due and how sure their figures are. */
const yearRuleSchema = z.strictObject({
  plan: slug,
  frequency: z.literal('year'),
  /**
   * Day of the year before from which figures are taken, of a regime whose year does not begin on 1 January: 12-15
   * where a year runs from 15 December to 14 December.
   */
  start: monthDay.optional(),
  /** Day of the reported year up to which figures are taken. */
  cutOff: monthDay,
  /** Day on which the report is due. */
  due: monthDay,
  /** The year the due day falls into: the reported one, or the next. */
  dueIn: z.enum(['same-year', 'next-year']),
  vintage,
  /** Where the plan says so, or why it is read so. */
  basis: text,
});

/** The same for reports on nine months, half-years or quarters; days count in the period's last month or the one after. */
const shortRuleSchema = z.strictObject({
  plan: slug,
  frequency: z.enum(['nine-months', 'half-year', 'quarter']),
  /** Day of the period's last month up to which figures are taken; `end` is the period's last day. */
  cutOff: z.union([z.literal('end'), dayOfMonth], { error: '"end" or a day of the month, 1 to 28' }),
  /** Day of the month on which the report is due. */
  due: dayOfMonth,
  /** The month the due day falls into: the period's last, or the next. */
  dueIn: z.enum(['same-month', 'next-month']),
  vintage,
  /**
   * Whether figures that add up over the year are asked for from its start too, beside the period's own: of the third
   * quarter the nine months, of the second half the year.
   */
  cumulative: yesNo.optional(),
  basis: text,
});

/** When a plan's reports of one frequency are due and how sure their figures are. */
export const roundRuleSchema = z.discriminatedUnion('frequency', [yearRuleSchema, shortRuleSchema]);

/** seeds/rounds.yaml */
export const roundsFileSchema = z
  .strictObject({ schema: schemaVersion, rounds: listOf(roundRuleSchema, 2000) })
  .superRefine(({ rounds }, context) => {
    rounds.forEach(({ plan, frequency }, at) => {
      if (rounds.findIndex((other) => other.plan === plan && other.frequency === frequency) === at) return;
      context.addIssue({ code: 'custom', message: 'one rule per plan and frequency', path: ['rounds', at] });
    });
  });

export type ShortRule = z.output<typeof shortRuleSchema>;
export type RoundRule = z.output<typeof roundRuleSchema>;
