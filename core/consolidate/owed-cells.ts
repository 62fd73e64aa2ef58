import type { FigureColumn } from './columns.ts';
import type { ColumnFigures } from './figures-in-column.ts';
import { SAID } from './figure-table.ts';
import { eachUnit, hasUnit, type UnitSet } from './unit-set.ts';

/**
 * What became of the figures that are owed: each is known, unknown, left or missing, and these add up to what is owed.
 * `known` says a number, `-` or `x` and counts, `unknown` says `...`, `left` came in and does not count.
 */
export interface OwedCells {
  owed: number;
  /** Those that are known and count. */
  counted: number;
  unknown: number;
  left: number;
}

/** What a target asks of units: the figures any of which answers, and of a group of units whom the whole is asked of. */
export interface OwedColumn {
  asked: UnitSet;
  answers: readonly ColumnFigures[];
  whole: UnitSet | null;
}

/**
 * What the units owe, as their forms count it: the figure of each target, of a share itself or its numerator. What a body
 * reports of each unit is owed by that body.
 * @param setOf the same set for the same ids
 */
export function owedColumns(
  columns: readonly FigureColumn[],
  figures: (column: string) => ColumnFigures,
  setOf: (ids: ReadonlySet<string>) => UnitSet,
): OwedColumn[] {
  const owingOf = new Map(columns.map(({ key, owing }) => [key, owing]));
  return columns.flatMap(({ answeredBy, owing, ofBody, whole }) =>
    answeredBy.length === 0 || ofBody
      ? []
      : [
          {
            asked: setOf(owing),
            answers: answeredBy.map(figures),
            whole: whole === null ? null : setOf(owingOf.get(whole) ?? new Set()),
          },
        ],
  );
}

/** Counts what each unit owes, by its place, and what became of it. @param units how many there are */
export function owedCells(columns: readonly OwedColumn[], units: number): (at: number) => OwedCells {
  const [owed, blank, unknown, left] = [count(units), count(units), count(units), count(units)];
  const times = new Map<UnitSet, number>();
  for (const { asked: all, answers, whole } of columns) {
    // Who reports the whole of itself for the whole does not owe it a second time for the group it is in.
    const asked = whole === null ? all : without(all, whole);
    times.set(asked, (times.get(asked) ?? 0) + 1);
    const known = (word: number) =>
      answers.reduce((bits, { x, number }) => bits | (x[word] ?? 0) | (number[word] ?? 0), 0);
    eachUnit(
      asked.map((bits, word) => bits & ~known(word)),
      (at) => {
        const said = answers.filter((one) => one.said[at] !== SAID.nothing);
        const isUnknown = said.some(({ counts }) => hasUnit(counts, at));
        const to = said.length === 0 ? blank : isUnknown ? unknown : left;
        to[at] = (to[at] ?? 0) + 1;
      },
    );
  }
  for (const [asked, every] of times)
    eachUnit(asked, (at) => {
      owed[at] = (owed[at] ?? 0) + every;
    });
  return (at) => {
    const of = (all: Uint32Array) => all[at] ?? 0;
    const counted = of(owed) - of(blank) - of(unknown) - of(left);
    return { owed: of(owed), counted, unknown: of(unknown), left: of(left) };
  };
}

/** What all units owe together. */
export function owedInAll(rows: readonly OwedCells[]): OwedCells & { missing: number } {
  const sum = (of: keyof OwedCells) => rows.reduce((all, row) => all + row[of], 0);
  const all = { owed: sum('owed'), counted: sum('counted'), unknown: sum('unknown'), left: sum('left') };
  return { ...all, missing: all.owed - all.counted - all.unknown - all.left };
}

function count(units: number): Uint32Array {
  return new Uint32Array(units);
}

function without(units: UnitSet, others: UnitSet): UnitSet {
  return units.map((bits, word) => bits & ~(others[word] ?? 0));
}
