import type { FigureCell } from './cells.ts';
import type { FigureColumn } from './columns.ts';
import { ALL, type Consolidation } from './consolidate.ts';
import { exactOf } from './exact.ts';
import { addsUp, isIncluded } from './totals.ts';

/**
 * A figure that a unit has to give, or gives all the same, as other programs add it up: sums and counts of these rows
 * are the totals of the consolidation, and nothing is left to be decided by whoever adds.
 */
export interface CountedRow {
  period: string;
  /** Id of the province that the unit is added up in. */
  province: string;
  unit: string;
  indicator: string;
  /** `_T` for the whole. */
  stratum: string;
  /** State of the figure, see cellStates. */
  state: string;
  /** Of what adds up the digits of a number that counts, `0` for `-`; null for everything else. */
  value: string | null;
  /** Of a share or rate what is divided and by what, where the unit has both; null for everything else. */
  above: string | null;
  below: string | null;
  /** By what a share or rate is multiplied; null for everything else. */
  per: number | null;
  /** 1 where the figure is in the total, and where it has to be; else 0. */
  entered: 0 | 1;
  owed: 0 | 1;
}

/** The rows of a consolidation, province by province. */
export function countedRows({ round, columns, groups, plans, cell }: Consolidation): CountedRow[] {
  const [all, ...provinces] = groups;
  const only = plans[0]?.file.province ?? ALL;
  const parts =
    provinces.length > 0
      ? provinces.map(({ id, members }) => ({ id, members }))
      : [{ id: only, members: all?.members ?? [] }];
  return parts.flatMap(({ id: province, members }) =>
    columns.flatMap((column) => {
      const { indicator, stratum, parts: divided } = column;
      const head = {
        period: round.period,
        province,
        indicator: indicator.id,
        stratum: stratum?.id ?? '_T',
        per: divided?.per ?? null,
      };
      return members
        .filter((unit) => isIncluded(column, unit, cell))
        .map((unit): CountedRow => {
          const own = cell(unit, column.key);
          const counted = divided ? pairOf(column, divided, unit, cell) : figureOf(own, addsUp(column));
          return { ...head, unit, state: own.state, ...counted };
        });
    }),
  );
}

type Counted = Pick<CountedRow, 'value' | 'above' | 'below' | 'entered' | 'owed'>;
const NONE: Counted = { value: null, above: null, below: null, entered: 0, owed: 0 };

function figureOf(one: FigureCell, isSummed: boolean): Counted {
  const value = numberOf(one);
  const isEntered = value !== null;
  return { ...NONE, value: isSummed ? value : null, entered: isEntered ? 1 : 0, owed: isNone(one) ? 0 : 1 };
}

/** As a share of several units is made: over those that have both parts, without those that have none to divide by. */
function pairOf(
  { key }: FigureColumn,
  { numerator, denominator }: NonNullable<FigureColumn['parts']>,
  unit: string,
  cell: Consolidation['cell'],
): Counted {
  const [over, under] = [cell(unit, numerator), cell(unit, denominator)];
  const [above, below] = [numberOf(over), numberOf(under)];
  const isOfNone = below !== null && exactOf(below).units === 0n;
  if (isNone(over) || isNone(under) || isNone(cell(unit, key)) || isOfNone) return NONE;
  if (above === null || below === null) return { ...NONE, owed: 1 };
  return { value: null, above, below, entered: 1, owed: 1 };
}

function numberOf({ counts, value, sign }: FigureCell): string | null {
  if (!counts) return null;
  return value ?? (sign === '-' ? '0' : null);
}

function isNone({ counts, sign }: FigureCell): boolean {
  return counts && sign === 'x';
}
