import { asReported, COMPUTED_DECIMALS, round } from '../base/number.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import { judgedNumber } from '../observation/figure.ts';
import type { FigureColumn } from './columns.ts';
import type { Consolidation, GroupTotal } from './consolidate.ts';
import type { ProvinceFigure } from './province.ts';

/** Who says a figure of a group: its units together, the province itself, the department of record. */
export type SaidBy = 'units' | 'own' | 'record';

/** Two levels that say different figures of the same thing. */
export interface LevelDifference {
  column: FigureColumn;
  group: string;
  /** What is held against what: the second is the one that is nearer to the source of record. */
  between: readonly [SaidBy, SaidBy];
  values: readonly [number, number];
  /** First less second, in the indicator's unit, and as a part of the second; null where the second is 0. */
  difference: number;
  share: number | null;
  /** Whether the units of the group have all reported; where only others are compared it is true. */
  isComplete: boolean;
  coverage: GroupTotal['coverage'];
  /** What those who reported wrote beside their figures; none where nobody has said why. */
  reasons: readonly string[];
}

const PAIRS: readonly (readonly [SaidBy, SaidBy])[] = [
  ['units', 'record'],
  ['own', 'record'],
  ['units', 'own'],
];

/**
 * Where the levels contradict each other, at the decimals in which an indicator is reported: first what all units
 * have reported on, then sums that are still incomplete; in each the largest part first.
 */
export function levelDifferences({ columns, totals }: Consolidation): LevelDifference[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const found = totals.flatMap((total) => {
    const column = byKey.get(total.column);
    return column ? differencesIn(column, total) : [];
  });
  const size = ({ share }: LevelDifference) => (share === null ? Infinity : Math.abs(share));
  return found.sort(
    (a, b) =>
      Number(b.isComplete) - Number(a.isComplete) ||
      (size(a) === size(b) ? Math.abs(b.difference) - Math.abs(a.difference) : size(b) - size(a)),
  );
}

function differencesIn(column: FigureColumn, total: GroupTotal): LevelDifference[] {
  const said: Record<SaidBy, number | null> = {
    units: total.value,
    own: numberIn(total.own),
    record: numberIn(total.record),
  };
  const decimals = decimalsOf(column.indicator);
  return PAIRS.flatMap(([one, other]): LevelDifference[] => {
    const [first, second] = [said[one], said[other]];
    // With a source of record the province's own figure is held against it alone.
    if (first === null || second === null || (other === 'own' && said.record !== null)) return [];
    if (asReported(first, decimals) === asReported(second, decimals)) return [];
    const difference = round(first - second, COMPUTED_DECIMALS);
    const { coverage, own, record } = total;
    const reporters = [other === 'record' ? record : null, one === 'own' || other === 'own' ? own : null];
    return [
      {
        column,
        group: total.group,
        between: [one, other],
        values: [first, second],
        difference,
        share: second === 0 ? null : round(difference / Math.abs(second), COMPUTED_DECIMALS),
        isComplete: one !== 'units' || coverage.entered === coverage.of,
        coverage,
        reasons: [...new Set(reporters.flatMap((each) => each?.cell?.entry?.reason ?? []))],
      },
    ];
  });
}

function numberIn(one: ProvinceFigure | null): number | null {
  return one && judgedNumber(one.figure);
}
