import type { LivePlan } from '../../../plan/model.ts';
import { printedGoverning, type Segment, type Series } from '../../../target/series.ts';
import { seriesKey, seriesOf } from '../../../target/plan-series.ts';

/** Which rows make up a bullet of a plan, and which of them the year of a round asks for. */

/** A bullet, with its plan: `plan|bullet`. */
function bulletKey({ statement: { plan, bullet } }: Segment): string {
  return `${plan}|${bullet}`;
}

/**
 * The bullet a series is counted under in a year: the one its printed value of the year stands in, whatever
 * was assigned. Where the plan's periods are over and nothing is asked any more it is the last one: whatever has a
 * verdict is counted in every table.
 */
export function bulletInYear(series: Series, year: number): string {
  const governing = printedGoverning(series, year) ?? series.segments.at(-1);
  return governing ? bulletKey(governing) : '';
}

/** Whether nothing is asked of a series any more in a year. */
function isOver(series: Series, year: number): boolean {
  return printedGoverning(series, year) === null && !series.assigned.has(year);
}

/** How the rows of a bullet stand to a year and a workbook. */
export interface BulletRows<Row> {
  key: string;
  /** Rows of the workbook that have a value in the bullet, whether or not the year asks for it. */
  rows: Row[];
  /** Those counted under the bullet in the year, and how many of them are asked for no longer. */
  counted: Row[];
  over: number;
  /** How many others are no longer asked for by the bullet, and how many are not yet. */
  past: number;
  ahead: number;
  /** Rows of the bullet that this workbook does not have. */
  elsewhere: number;
}

/**
 * All bullets that rows of a workbook have a value in, in the order of the documents. A bullet of an earlier stage
 * stays, even where later values have taken its rows over: it would look as if it had never been promised.
 * @param rows rows of the workbook with their series
 */
export function bulletsIn<Row extends { block: { series: Series } }>(
  plans: readonly LivePlan[],
  rows: readonly Row[],
  year: number,
): BulletRows<Row>[] {
  return plans.flatMap(bulletsOf).flatMap(({ key, series: all }) => {
    const own = rows.filter(({ block: { series } }) => all.has(seriesKey(series)));
    if (own.length === 0) return [];
    const counted = own.filter(({ block: { series } }) => bulletInYear(series, year) === key);
    const others = own.filter((row) => !counted.includes(row));
    const ahead = others.filter(({ block: { series } }) => isAhead(series, key, year)).length;
    return [
      {
        key,
        rows: own,
        counted,
        over: counted.filter(({ block: { series } }) => isOver(series, year)).length,
        past: others.length - ahead,
        ahead,
        elsewhere: all.size - own.length,
      },
    ];
  });
}

/** What can be said of a bullet as a whole. */
export type WholeVerdict = 'met' | 'notMet' | 'open';

/**
 * A bullet is met when all its rows are, not met when one is not, and open otherwise: also while some of its rows are
 * not asked for in the year or stand elsewhere, since of them nothing is known.
 */
export function wholeOf(bullet: BulletRows<{ verdict: string }>): WholeVerdict {
  const words = bullet.counted.map(({ verdict }) => verdict);
  if (words.includes('notMet')) return 'notMet';
  const allMet = words.every((word) => word === 'met' || word === 'exceeded');
  return isWhole(bullet) && allMet ? 'met' : 'open';
}

/** Whether all rows of a bullet are counted under it. */
export function isWhole({ past, ahead, elsewhere }: BulletRows<unknown>): boolean {
  return past + ahead + elsewhere === 0;
}

/** The bullets of a plan in the order of its document, with the keys of the series that have a value in them. */
function bulletsOf(plan: LivePlan): { key: string; line: number; series: Set<string> }[] {
  const found = new Map<string, { key: string; line: number; series: Set<string> }>();
  for (const series of seriesOf(plan)) {
    for (const segment of series.segments) {
      const key = bulletKey(segment);
      const { line } = segment.statement.citations[0];
      const bullet = found.get(key) ?? { key, line, series: new Set() };
      bullet.line = Math.min(bullet.line, line);
      bullet.series.add(seriesKey(series));
      found.set(key, bullet);
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** Whether the bullet's value of a series comes after the one the year is judged against. */
function isAhead(series: Series, key: string, year: number): boolean {
  const governing = printedGoverning(series, year);
  if (!governing) return false;
  return series.segments
    .slice(series.segments.indexOf(governing) + 1)
    .some((segment) => bulletKey(segment) === key);
}
