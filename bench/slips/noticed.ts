import { countsWholeThings } from '../../core/catalogue/whole-things.ts';
import { figureKey } from '../../core/observation/key.ts';
import { numberIn, type RawCell } from '../../core/rules/figure/cell.ts';
import { closenessWithout } from '../../core/rules/figure/expected.ts';
import { peopleOfRow } from '../../core/rules/figure/people.ts';
import { keyAt, judgeAll, type JudgedFigure } from '../../core/rules/judge-all.ts';
import type { TypedFigures } from '../../core/rules/typed.ts';
import { askedColumns, type Layout } from '../../core/workbook/layout.ts';
import type { PlacedRequest } from '../../core/workbook/placed.ts';
import type { KnownFigures } from '../../core/workbook/request.ts';
import type { Habit } from './habits.ts';
import type { Slipped, TrueCell } from './slips.ts';
import type { Truth } from './truth.ts';

/** The cells of the round that are filled in, in the order of the form. */
export function cellsOf(
  { request, layout }: PlacedRequest,
  habit: Habit,
  truth: Truth,
  round: number,
): TrueCell[] {
  const blank = leftBlank(layout, habit);
  return [layout.entry, layout.background].flatMap((input) =>
    input.rows.flatMap((row): TrueCell[] => {
      if (!('figure' in row) || blank.has(row.figure.key)) return [];
      const figure = truth.figure(row.figure.key, round);
      if (
        figure === null ||
        !askedColumns(input, row.figure, request.reporting).some(({ ofRound }) => ofRound)
      )
        return [];
      const { indicator } = row.figure;
      if (indicator.measure === 'yes-no' || indicator.measure === 'ordinal') return [];
      return [{ key: row.figure.key, figure, isWhole: countsWholeThings(indicator) }];
    }),
  );
}

/** Keys of what a unit of the habit does not type: of each share either its parts or what they come to. */
function leftBlank({ entry, background }: Layout, { rates }: Habit): ReadonlySet<string> {
  const rows = [entry, background].flatMap((input) =>
    input.rows.flatMap((row) => ('figure' in row ? [row.figure] : [])),
  );
  const shares = rows.filter(
    ({ part, indicator }) => part === 'published' && indicator.numerator !== undefined,
  );
  return new Set(
    shares.map(({ key, indicator, stratum }) =>
      rates === 'parts' ? key : figureKey(indicator.numerator ?? '', stratum?.id ?? null),
    ),
  );
}

/**
 * How closely a figure is known beforehand, from nothing to an earlier figure of its row: what can be missed with
 * reason, and what a rule should have seen.
 */
export const KNOWN = ['nothing', 'hardly', 'size', 'level', 'nearWhole', 'earlier'] as const;
export type Known = (typeof KNOWN)[number];

export interface Near {
  closeness: Known;
  expected: RawCell;
}

/** Of exchanged figures the one that is known least. */
export function leastKnown(near: readonly (Near | undefined)[]): Known {
  return KNOWN[Math.min(...near.map((one) => KNOWN.indexOf(one?.closeness ?? 'nothing')))] ?? 'nothing';
}

/**
 * Keys of the round's cells at which the check says an error or a warning, with what; and what each figure of the
 * round was expected to be near.
 */
export function noticed(
  { request, asked, layout }: PlacedRequest,
  habit: Habit,
  truth: Truth,
  round: number,
  slipped: Slipped,
): { found: Map<string, Set<string>>; known: Map<string, Near> } {
  const blank = leftBlank(layout, habit);
  const cells = new Map<string, { place: object; raw: number | null }>();
  const figures = new Map<string, number>();
  for (const input of [layout.entry, layout.background]) {
    for (const row of input.rows) {
      if (!('figure' in row)) continue;
      const { key } = row.figure;
      for (const { period, vintage, ofRound } of askedColumns(input, row.figure, request.reporting)) {
        const isGiven = !blank.has(key) && (ofRound || habit.hasHistory);
        const figure = isGiven ? truth.figure(key, Number(period)) : null;
        const raw = ofRound ? (slipped.get(key) ?? figure) : figure;
        cells.set(`${key}|${period}|${vintage}`, { place: {}, raw });
        if (raw !== null) figures.set(`${key}|${period}`, raw);
      }
    }
  }
  const typed: TypedFigures = { cells, reasons: new Map() };
  const known: KnownFigures = {
    figure: (key, period) => figures.get(`${key}|${period}`) ?? null,
    source: () => null,
    baseline: (key) =>
      habit.hasBaselines
        ? { year: round - 1, value: truth.figure(key, round - 1), source: null }
        : { year: null, value: null, source: null },
  };
  const found = new Map<string, Set<string>>();
  const near = new Map<string, Near>();
  const { unit, reporter } = request;
  const isRow = unit.level === 'commune' && reporter.id !== unit.id;
  const people = isRow ? peopleOfRow : undefined;
  for (const one of judgeAll({ ...request, known }, asked, layout, typed, people).figures) {
    if (one.figure.context.period !== String(round)) continue;
    near.set(one.figure.context.key, nearOf(one, habit));
    for (const { rule, result } of one.judged ?? []) {
      if (result.outcome !== 'failed' || rule.severity === 'note' || rule.counted) continue;
      const key = keyAt(one.figure, result);
      found.set(key, (found.get(key) ?? new Set()).add(rule.code));
    }
  }
  return { found, known: near };
}

function nearOf({ figure: { context }, expected }: JudgedFigure, habit: Habit): Near {
  if (numberIn(expected) === null) return { closeness: 'nothing', expected };
  return { closeness: habit.hasHistory ? 'earlier' : closenessWithout(context), expected };
}
