import { cellText } from './cell-text.ts';
import type { SheetCell } from './facts.ts';
import { dayText } from './on-screen.ts';

/** Days that a report can be of, as the numbers of days that cells hold: 1 January 2000 to 31 December 2099. */
const FIRST_DAY = 36_526;
const LAST_DAY = 73_050;
const DAYS_BETWEEN_EPOCHS = 1_462;
const MS_PER_DAY = 86_400_000;
/** 1 January 1970. */
const UNIX_EPOCH = 25_569;

/** The number by which cells hold the first day of a year. */
export function firstDayOf(year: number): number {
  return Date.UTC(year, 0, 1) / MS_PER_DAY + UNIX_EPOCH;
}

/**
 * The day a cell names, as a date or in words: 15/01/2024, 15-1-2024, 15.1.2024, 2024-01-15.
 * @param date1904 true when the workbook counts days from 1904
 * @returns as YYYY-MM-DD; null for anything else, and for a day outside this century
 */
export function dayOfCell(value: SheetCell['value'], date1904: boolean): string | null {
  if (typeof value === 'number') {
    const serial = Math.floor(date1904 ? value + DAYS_BETWEEN_EPOCHS : value);
    if (serial < FIRST_DAY || serial > LAST_DAY) return null;
    return dayText(serial, false).split('/').reverse().join('-');
  }
  const text = cellText(value).trim();
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](20\d{2})$/u.exec(text) ?? [];
  const iso = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isDay(iso) ? iso : null;
}

/** Whether a text is a day of this century: 2024-01-15. */
export function isDay(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
