import { measured } from '../../observation/measured.ts';
import { judgedNumber, type Figure } from '../../observation/figure.ts';
import { figureKey } from '../../observation/key.ts';
import type { CountFamily, Publication, PublishedCount, PublishedShare } from '../../suppress/publication.ts';
import type { FigureColumn } from '../columns.ts';
import type { Consolidation } from '../consolidate.ts';
import { figureIn } from '../province.ts';
import { isOfPeople } from './people.ts';

/** The column in which a unit's own figure stands: of a group of units that of the whole. */
export function ownColumn({ key, whole }: Pick<FigureColumn, 'key' | 'whole'>): string {
  return whole ?? key;
}

/** Whose sum is in a column: that of a group of units in a province is another one than that of the province. */
export function sumGroup({ whole, stratum }: Pick<FigureColumn, 'whole' | 'stratum'>, group: string): string {
  return whole === null ? group : figureKey(group, stratum?.id ?? null);
}

/** What a unit says in a column; a share that it did not report is computed from its parts. */
export function saidBy(
  { cell }: Consolidation,
  unit: string,
  { key, parts, indicator }: FigureColumn,
): Figure {
  const own = figureIn(cell(unit, key));
  if (own !== null || parts === null) return own;
  return measured(indicator, {
    published: null,
    numerator: figureIn(cell(unit, parts.numerator)),
    denominator: figureIn(cell(unit, parts.denominator)),
  });
}

/** A consolidation as what is published together: every count with its sums, every share with its parts. */
export function publicationOf(found: Consolidation): Publication {
  const families = new Map<string, { indicator: FigureColumn['indicator']; counts: PublishedCount[] }>();
  for (const column of found.columns) {
    if (column.parts !== null || ownColumn(column) !== column.key) continue;
    const { indicator } = column;
    const family = families.get(indicator.id) ?? { indicator, counts: [] };
    families.set(indicator.id, family);
    family.counts.push(countOf(found, column));
  }
  return {
    families: [...families.values()].flatMap(({ indicator, counts }): CountFamily[] =>
      independent(counts).map((own) => ({ isOfPeople: isOfPeople(indicator), counts: own })),
    ),
    shares: found.columns.flatMap((column) => shareOf(found, column)),
  };
}

/**
 * Counts of an indicator by whether one can be computed from others: parts may add up to their whole, and are hidden
 * with it. Two add up to no third: with a small part the whole stays, but for what the part leaves of it.
 */
function independent(counts: readonly PublishedCount[]): (readonly PublishedCount[])[] {
  return counts.length === 2 ? counts.map((one) => [one]) : [counts];
}

function countOf(found: Consolidation, column: FigureColumn): PublishedCount {
  const { columns, rows, groups, totals } = found;
  // Groups of units have the same figures in columns of their own, and sums over fewer of them.
  const same = columns.filter((one) => one.parts === null && ownColumn(one) === column.key);
  const numberOf = (unit: string, of: FigureColumn) => judgedNumber(saidBy(found, unit, of));
  const values = new Map<string, number>();
  for (const { unit } of rows)
    for (const of of same) {
      const number = numberOf(unit.id, of);
      if (number !== null && !values.has(unit.id)) values.set(unit.id, number);
    }
  const sums = same.flatMap((of) =>
    groups.map(({ id, members }) => {
      const total = totals.find((one) => one.group === id && one.column === of.key);
      const others = [total?.record, total?.own, ...(total?.beside ?? [])];
      return {
        group: sumGroup(of, id),
        members: new Set(members.filter((unit) => numberOf(unit, of) !== null)),
        beside: others.flatMap((one) => (one ? (judgedNumber(one.figure) ?? []) : [])),
      };
    }),
  );
  return { key: column.key, values, sums, wholes: wholesOf(column, columns) };
}

/** Columns of which a count is a part: by definition, as a part of its own whole, or as what a share of them counts. */
function wholesOf({ key, indicator, stratum }: FigureColumn, columns: readonly FigureColumn[]): string[] {
  const byKey = new Map(columns.map((one) => [one.key, one]));
  const named = [
    ...(indicator.partOf === undefined ? [] : [figureKey(indicator.partOf, stratum?.id ?? null)]),
    ...(stratum?.covers === 'part' ? [figureKey(indicator.id, null)] : []),
    ...columns.flatMap(({ indicator: share, parts }) =>
      share.measure === 'share' && parts?.numerator === key ? [parts.denominator] : [],
    ),
  ];
  return named.flatMap((one) => {
    const column = byKey.get(one);
    return column ? [ownColumn(column)] : [];
  });
}

function shareOf(found: Consolidation, column: FigureColumn): PublishedShare[] {
  const { parts, key } = column;
  if (parts === null) return [];
  const { columns, rows, groups, totals, cell } = found;
  const own = (of: string) => {
    const one = columns.find((each) => each.key === of);
    return one ? ownColumn(one) : of;
  };
  const isIn = (unit: string) => {
    const [above, below] = [parts.numerator, parts.denominator].map((of) => figureIn(cell(unit, of)));
    return judgedNumber(above ?? null) !== null && (judgedNumber(below ?? null) ?? 0) > 0;
  };
  const values = rows.flatMap(({ unit }) => {
    const rate = judgedNumber(saidBy(found, unit.id, column));
    return rate === null ? [] : [[unit.id, rate] as const];
  });
  return [
    {
      key,
      numerator: own(parts.numerator),
      denominator: own(parts.denominator),
      per: parts.per,
      values: new Map(values),
      sums: groups.map(({ id, members }) => {
        const total = totals.find((one) => one.group === id && one.column === key);
        const others = [total?.record, total?.own, ...(total?.beside ?? [])];
        const said = others.flatMap((one) => (one ? (judgedNumber(one.figure) ?? []) : []));
        return { group: sumGroup(column, id), members: new Set(members.filter(isIn)), beside: said };
      }),
    },
  ];
}
