import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Indicator } from '../../core/catalogue/schema.ts';
import { readOtherwise, type SecondReader, secondReader } from '../../core/lint/second-reading.ts';
import { comparatorSymbols, type IndicatorStatement, type Plan } from '../../core/plan/model.ts';
import { type ReadField, targetKinds } from '../../core/plan/schema.ts';

/** A way to enter a target wrongly that every other check lets pass. */
export const slips = ['comparator', 'year', 'kind', 'indicator at random', 'nearest indicator'] as const;
export type Slip = (typeof slips)[number];

/** How many wrong rows the second reader notices, and how many right ones it doubts. */
export interface Noticed {
  slips: Record<Slip, { made: number; noticed: number; missed: string[] }>;
  right: { rows: number; doubted: string[] };
}

/**
 * Enters every target of the plans wrongly, one field at a time, and has the document read again. What `readAs`
 * settles in the plan file stays settled and is no doubt.
 */
export function noticedIn(plans: readonly Plan[], catalogue: Catalogue): Noticed {
  const noticed: Noticed = {
    slips: {
      comparator: { made: 0, noticed: 0, missed: [] },
      year: { made: 0, noticed: 0, missed: [] },
      kind: { made: 0, noticed: 0, missed: [] },
      'indicator at random': { made: 0, noticed: 0, missed: [] },
      'nearest indicator': { made: 0, noticed: 0, missed: [] },
    },
    right: { rows: 0, doubted: [] },
  };
  for (const plan of plans) {
    const reader = secondReader(plan, catalogue);
    plan.targets.forEach((target, index) => {
      const settled = plan.file.targets.find(({ id }) => id === target.id)?.readAs ?? {};
      const doubts = (entered: IndicatorStatement): ReadField[] =>
        readOtherwise(entered, reader)
          .map(({ field }) => field)
          .filter((field) => settled[field] === undefined);
      noticed.right.rows += 1;
      const usual = doubts(target);
      if (usual.length > 0) noticed.right.doubted.push(`${target.id}: ${usual.join(', ')}`);
      for (const { slip, entered, shown } of wrongly(target, index, reader, catalogue)) {
        const into = noticed.slips[slip];
        into.made += 1;
        if (doubts(entered).length > 0) into.noticed += 1;
        else into.missed.push(`${target.id}: ${shown}`);
      }
    });
  }
  return noticed;
}

function wrongly(
  target: IndicatorStatement,
  index: number,
  reader: SecondReader,
  catalogue: Catalogue,
): { slip: Slip; entered: IndicatorStatement; shown: string }[] {
  const comparators = target.comparator === null || target.comparator === 'range' ? [] : comparatorSymbols;
  const indicators = [...catalogue.indicators.values()];
  const random = indicators[(index * 97 + 41) % indicators.length];
  const nearest = nearestOf(target, reader, catalogue);
  const years = [-1, 1, 5].map((by) => (target.yearTo ?? 0) + by);
  return [
    ...comparators
      .filter((comparator) => comparator !== target.comparator && comparator !== 'range')
      .map((comparator) => ({
        slip: 'comparator' as const,
        entered: { ...target, comparator },
        shown: comparator,
      })),
    ...years.map((yearTo) => ({
      slip: 'year' as const,
      entered: { ...target, yearTo },
      shown: String(yearTo),
    })),
    ...targetKinds
      .filter((kind) => kind !== target.kind)
      .map((kind) => ({ slip: 'kind' as const, entered: { ...target, kind }, shown: kind })),
    ...(random === undefined || random.id === target.indicator.id
      ? []
      : [
          {
            slip: 'indicator at random' as const,
            entered: { ...target, indicator: random },
            shown: random.id,
          },
        ]),
    ...(nearest === null
      ? []
      : [
          {
            slip: 'nearest indicator' as const,
            entered: { ...target, indicator: nearest },
            shown: nearest.id,
          },
        ]),
  ];
}

/** The related indicator, or else the one that the draft proposes beside the right one. */
function nearestOf(
  target: IndicatorStatement,
  { draft }: SecondReader,
  { indicators }: Catalogue,
): Indicator | null {
  const related = target.indicator.relatedTo?.[0]?.indicator;
  const row = draft.rows.find(
    ({ line, printed }) => line === target.citations[0].line && printed === target.printed,
  );
  const proposed = row?.proposals.find(({ indicator }) => indicator !== target.indicator.id)?.indicator;
  return indicators.get(related ?? proposed ?? '') ?? null;
}
