import * as z from 'zod';
import { listOf, schemaVersion, slug, text, year } from '../base/fields.ts';
import { parseRowKey } from '../observation/key.ts';
import { unitId } from '../unit/row-fields.ts';

/** A figure as a change map names it, `poverty-rate` or `poverty-rate|poor-districts`; read as its key. */
const figure = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\|[a-z0-9]+(?:-[a-z0-9]+)*)?$/u, 'a figure such as poverty-rate')
  .transform((named) => (named.includes('|') ? named : `${named}|_T`));

const figures = (least: number) => z.array(figure).min(least, `at least ${least}`).max(100);

/** Digits as they are written: what is multiplied by them must not pass through a double. */
const factor = z
  .string()
  .regex(
    /^(?=.*[1-9])\d{1,12}(?:\.\d{1,12})?$/u,
    'a number without a thousands sign, such as 1000; decimals behind a dot, such as 12.5',
  );

const reason = text.optional();

const oneChange = z.discriminatedUnion('change', [
  /** Another id, the same definition. */
  z.strictObject({ change: z.literal('rename'), from: figure, to: figure, reason }),
  /** One figure became several: none of them is known from it. */
  z.strictObject({ change: z.literal('split'), from: figure, to: figures(2), reason }),
  /** Several counts became one: they add up, all of them or none. */
  z.strictObject({ change: z.literal('merge'), from: figures(2), to: figure, reason }),
  /** Nobody is asked for it any more. */
  z.strictObject({ change: z.literal('retire'), from: figure, reason }),
  /** The same in another unit of measure: the new figure is the old one times `factor`. */
  z.strictObject({ change: z.literal('factor'), from: figure, to: figure, factor, reason }),
  /**
   * Another definition follows: the two are never joined. Of one figure that keeps its id, `since` is the first
   * year of the new definition.
   */
  z.strictObject({
    change: z.literal('break'),
    from: figure,
    to: figure,
    since: year.optional(),
    reason: text,
  }),
  /** Somebody has to say which of these it is; until then its figures are kept aside. */
  z.strictObject({
    change: z.literal('undecided'),
    from: figure,
    to: figures(0).default([]),
    question: text,
  }),
]);

/** changes.yaml: what became of the figures of one plan in the next, and of units the national lists do not link. */
export const changeMapSchema = z.strictObject({
  schema: schemaVersion,
  /** Ids of the earlier plan and of the one that follows it. */
  from: slug,
  to: slug,
  changes: listOf(oneChange, 2000),
  /** Units that together became others; counts of the old ones add up to those of the new ones. */
  units: listOf(
    z.strictObject({
      from: z.array(unitId).min(1, 'at least 1').max(500),
      to: z.array(unitId).min(1, 'at least 1').max(500),
      /** The document that says so. */
      decision: text,
    }),
    2000,
  ).default([]),
});

export type Change = z.output<typeof oneChange>;
export type ChangeKind = Change['change'];
export type ChangeMap = z.output<typeof changeMapSchema>;

/** The keys a change takes figures from, and those it is about in the new plan. */
export function endsOf(change: Change): { from: string[]; to: string[] } {
  const from = Array.isArray(change.from) ? change.from : [change.from];
  if (change.change === 'retire') return { from, to: [] };
  return { from, to: Array.isArray(change.to) ? change.to : [change.to] };
}

/** A key as a change map names it: without `_T`. */
export function writtenFigure(key: string): string {
  const parsed = parseRowKey(key);
  return parsed?.stratum === null ? parsed.indicator : key;
}
