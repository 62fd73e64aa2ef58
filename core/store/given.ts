import { numberTextOf } from '../exchange/number-text.ts';
import { NO_PERIOD } from '../exchange/return-figures.ts';
import { NO_VINTAGE, WHOLE } from '../exchange/tables.ts';
import type { Assignment } from '../planner/assignment/assignment.ts';
import type { BaselineRow } from '../planner/baseline/baseline.ts';
import type { KnownFigure } from '../planner/known-figure.ts';
import { entryKey, figureText, isFigure, PLANNER, SAYS_NOTHING, type Entry } from './entry.ts';
import type { ReturnHead, StoredEntry, StoredReturn } from './model.ts';
import type { Standing } from './standing.ts';

export { PLANNER } from './entry.ts';

/** Whose a planner's file is: it is about many units, and no return of a round. */
export const GIVEN_HEAD: ReturnHead = { unit: '_', reporter: PLANNER, round: NO_PERIOD, plans: [] };

/** Whether the planner gave it. */
export function isGiven({ reporter }: { reporter: string }): boolean {
  return reporter === PLANNER;
}

/** Which of the planner's files it is: that of one workspace is not that of another. */
export function givenFile({ files, sent }: Pick<StoredReturn, 'files' | 'sent'>): string {
  return [sent?.province ?? '', files[0]?.name ?? ''].join('|');
}

type Row = Pick<KnownFigure, 'unit' | 'indicator' | 'stratum'>;

function givenEntry({ unit, indicator, stratum }: Row, said: Partial<Entry>): Entry {
  return {
    table: 'observations',
    unit,
    reporter: PLANNER,
    indicator,
    stratum: stratum ?? WHOLE,
    period: NO_PERIOD,
    vintage: NO_VINTAGE,
    ...SAYS_NOTHING,
    ...said,
  };
}

/** A known figure as an entry. @param place where it stands: `planner/figures.csv:12` */
export function givenFigure(row: KnownFigure, place: string): Entry {
  const { period, vintage, value, source } = row;
  const said = typeof value === 'number' ? { value: digits(value) } : { sign: value };
  return givenEntry(row, { period, vintage, source, place, ...said });
}

/** A baseline as an entry; one that only has its parts is kept as they are written, and compared with nothing. */
export function givenBaseline(row: BaselineRow, place: string): Entry {
  const { year, value, numerator, denominator, source } = row;
  const said = value === null ? { unread: `${numerator}/${denominator}` } : { value: digits(value) };
  return givenEntry(row, { table: 'baselines', year: String(year), source, place, ...said });
}

/** An assigned value as an entry: its comparator as `kind`, the decision as its source, the note as its reason. */
export function givenAssignment(row: Assignment, place: string): Entry {
  const { year, value, comparator: kind, decision: source, note: reason } = row;
  const said = { year: String(year), value: digits(value), kind, source, reason, place };
  return givenEntry(row, { table: 'assignments', ...said });
}

function digits(value: number): string {
  return numberTextOf(value, 'machine');
}

/**
 * What of the planner's files counts: their last versions, whole, as they say all there is to say. A figure that
 * stands unchanged since an earlier version counts from there: what was decided about it stays decided.
 */
export function countedGiven(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  standing: Standing,
): StoredEntry[] {
  const byReturn = new Map<number, StoredEntry[]>();
  for (const entry of entries)
    if (isGiven(entry) && isFigure(entry))
      byReturn.set(entry.return, [...(byReturn.get(entry.return) ?? []), entry]);
  const byFile = new Map<string, Map<string, StoredEntry>>();
  for (const one of returns) {
    if (!isGiven(one) || !standing.isLive(one)) continue;
    const file = givenFile(one);
    const before = byFile.get(file);
    const now = new Map<string, StoredEntry>();
    for (const entry of byReturn.get(one.number) ?? []) {
      const same = before?.get(entryKey(entry));
      now.set(entryKey(entry), same && figureText(same) === figureText(entry) ? same : entry);
    }
    byFile.set(file, now);
  }
  return [...byFile.values()].flatMap((counted) => [...counted.values()]);
}
