import type { Item } from '../items.ts';
import type { Read } from '../model.ts';
import type { YearPhrase } from '../year-phrases.ts';
import type { FoundYears, YearContext } from './year.ts';

const COUNTS: Readonly<Record<string, number>> = { hai: 2, ba: 3, bốn: 4, năm: 5 };
const COUNT = String.raw`(?<count>\d{1,2}|hai|ba|bốn|năm)`;
const LEFT = new RegExp(
  String.raw`(?<!\p{L})(?:${COUNT}|các|những)\snăm\s(?:còn lại|tiếp theo|sau đó|cuối)(?!\p{L})`,
  'u',
);
const FIRST = new RegExp(String.raw`(?<!\p{L})${COUNT}\snăm\sđầu(?!\p{L})`, 'u');
/** What stands behind a number says of which years it is no farther off (letters). */
const NEAR = 50;

/**
 * "Các năm còn lại, mỗi năm 2.150 căn", "hai năm đầu": years that a document tells by those it has named. Null where it
 * tells none, or its period is not known.
 * @param named years named before the number: those of its sentence count, where it names none those of its list
 */
export function yearsLeft(
  { before, after }: Item,
  named: { inSentence: readonly YearPhrase[]; inList: readonly YearPhrase[] },
  { period, first }: YearContext,
): Read<FoundYears> | null {
  if (period === null) return null;
  const words = `${before} # ${after.slice(0, NEAR)}`;
  const start = FIRST.exec(words);
  if (start !== null) {
    const to = period.from + countOf(start) - 1;
    return to > period.to ? null : found(period.from, to);
  }
  const left = LEFT.exec(words);
  if (left === null) return null;
  const yearsIn = (phrases: readonly YearPhrase[]) =>
    phrases.filter(({ isBase, to }) => !isBase && to >= first && to < period.to).map(({ to }) => to);
  const own = yearsIn(named.inSentence);
  const years = own.length > 0 ? own : yearsIn(named.inList);
  const from = left.groups?.['count'] === undefined ? Math.max(...years) + 1 : period.to - countOf(left) + 1;
  return from >= first && from <= period.to ? found(from, period.to) : null;
}

function countOf(match: RegExpExecArray): number {
  const word = match.groups?.['count'] ?? '';
  return COUNTS[word] ?? Number(word);
}

function found(from: number, to: number): Read<FoundYears> {
  return {
    value: { from, to, basis: 'explicit', onwards: false, isWithin: false, base: null },
    rule: 'year-left',
  };
}
