import { asReported, COMPUTED_DECIMALS, round } from '../base/number.ts';
import { fnv } from '../workbook/fingerprint.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import { judgedNumber } from '../observation/figure.ts';
import type { Decision } from '../store/model.ts';
import type { FigureColumn } from './columns.ts';
import { ALL, type Consolidation, type GroupTotal } from './consolidate.ts';
import type { ProvinceFigure } from './province.ts';

/** Who says a figure of a group: its units together, the province itself, the department of record. */
export type SaidBy = 'units' | 'own' | 'record';

/** Two levels that say different figures of the same thing. */
export interface LevelDifference {
  /** What is held against what, the same in every run: round, province, figure and levels. */
  place: string;
  /** Short, by which people name it: `c3fa2c10d`. */
  id: string;
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
  /** Whether units that are still missing may bring the two together: not where what is counted is already more. */
  isEarly: boolean;
  /** What those who reported wrote beside their figures; none where nobody has said why. */
  reasons: readonly string[];
  /** What somebody decided about it; null where nobody has, or only about other figures. */
  decision: Decision | null;
  /** Whether it still wants a reason or a decision: not while it is early. */
  isOpen: boolean;
}

const PAIRS: readonly (readonly [SaidBy, SaidBy])[] = [
  ['units', 'record'],
  ['own', 'record'],
  ['units', 'own'],
];

/**
 * Where the levels contradict each other, at the decimals in which an indicator is reported: first those that
 * more returns will not mend, then sums that are still incomplete; in each the largest part first.
 */
export function levelDifferences(found: Consolidation): LevelDifference[] {
  const { columns, totals } = found;
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const differences = totals.flatMap((total) => {
    const column = byKey.get(total.column);
    return column ? differencesIn(column, total, found) : [];
  });
  const size = ({ share }: LevelDifference) => (share === null ? Infinity : Math.abs(share));
  return differences.sort(
    (a, b) =>
      Number(a.isEarly) - Number(b.isEarly) ||
      (size(a) === size(b) ? Math.abs(b.difference) - Math.abs(a.difference) : size(b) - size(a)),
  );
}

function differencesIn(
  column: FigureColumn,
  total: GroupTotal,
  { round: { period }, plans, explained }: Consolidation,
): LevelDifference[] {
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
    const values = [asReported(first, decimals), asReported(second, decimals)] as const;
    if (values[0] === values[1]) return [];
    const difference = round(first - second, COMPUTED_DECIMALS);
    const { coverage, own, record } = total;
    const reporters = [other === 'record' ? record : null, one === 'own' || other === 'own' ? own : null];
    const isComplete = one !== 'units' || coverage.entered === coverage.of;
    const { measure } = column.indicator;
    const isMore = column.parts === null && (measure === 'count' || measure === 'amount') && difference > 0;
    const isEarly = !isComplete && !isMore;
    const reasons = [...new Set(reporters.flatMap((each) => each?.cell?.entry?.reason ?? []))];
    const province = total.group === ALL ? (plans[0]?.file.province ?? ALL) : total.group;
    const place = [period, province, column.key, `${one}-${other}`].join('|');
    const before = explained.get(place);
    const decision = before?.difference?.values.join() === values.join() ? before : null;
    return [
      {
        place,
        id: `c${fnv(place).toString(16).padStart(8, '0')}`,
        column,
        group: total.group,
        between: [one, other],
        values: [first, second],
        difference,
        share: second === 0 ? null : round(difference / Math.abs(second), COMPUTED_DECIMALS),
        isComplete,
        isEarly,
        coverage,
        reasons,
        decision,
        isOpen: !isEarly && reasons.length === 0 && decision === null,
      },
    ];
  });
}

function numberIn(one: ProvinceFigure | null): number | null {
  return one && judgedNumber(one.figure);
}
