import type { AccountedNumber } from '../resolve/numbers.ts';
import { textField, type BookRow, type PlanningBook, type RawEntry } from './book.ts';

/**
 * Entries of `leftOut` for the numbers that no row explains, each with the reason the draft had, or what the planner
 * decided of its row.
 */
export function leftOutEntries(
  unexplained: readonly AccountedNumber[],
  { leftOut }: PlanningBook,
  rows: readonly BookRow[],
): RawEntry[] {
  const groups = new Map<string, { line: number; numbers: string[]; reason: string }>();
  for (const { line, text } of unexplained) {
    const reason = reasonOf(line, text, leftOut, rows);
    const key = `${line}|${reason}`;
    const group = groups.get(key) ?? { line, numbers: [], reason };
    group.numbers.push(text);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ line, numbers, reason }) => ({ line: String(line), numbers, reason }));
}

function reasonOf(
  line: number,
  text: string,
  leftOut: PlanningBook['leftOut'],
  rows: readonly BookRow[],
): string {
  const row = rows.find(
    ({ decision, entry }) =>
      decision !== 'accept' &&
      textField(entry, 'line') === String(line) &&
      textField(entry, 'printed').includes(text),
  );
  if (row !== undefined)
    return row.decision === 'ask'
      ? 'còn hỏi, chưa vào kế hoạch'
      : 'người lập kế hoạch bỏ: không phải mục tiêu';
  const counted = rows.find(
    ({ decision, entry }) =>
      decision === 'accept' &&
      textField(entry, 'line') === String(line) &&
      textField(entry, 'printed') === '' &&
      entry.implied !== undefined &&
      textField(entry, 'quote').includes(text),
  );
  if (counted !== undefined) return 'số lần hoặc phân số: đã tính ra giá trị của mục tiêu cùng dòng';
  const said = leftOut.find((one) => one.line === line && one.text.includes(text));
  return said?.reason ?? 'không phải mục tiêu của kế hoạch';
}
