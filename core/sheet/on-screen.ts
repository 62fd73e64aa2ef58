import type { Language } from '../base/finding.ts';
import { numberText } from '../base/number-text.ts';
import type { FormulaCell } from './facts.ts';

/** What is on the screen for a number: how many per cent, or a day or time as it is written in Viet Nam. */
export type OnScreen = number | string;

/** Programs fill the cell with this where a number is no day of theirs. */
const NO_DAY = '####';
/** 31 December 9999, from 1900 and from 1904. */
const LAST_DAY = 2_958_465;
const LAST_DAY_1904 = LAST_DAY - 1_462;
const MINUTES_PER_DAY = 1440;

/**
 * What a cell shows in place of its number.
 * @param date1904 true when the workbook counts days from 1904
 * @returns null when it shows the number itself; 0 % is 0
 */
export function onScreen(
  { value, shownAs }: Pick<FormulaCell, 'value' | 'shownAs'>,
  date1904: boolean,
): OnScreen | null {
  if (typeof value !== 'number' || shownAs === undefined) return null;
  if (shownAs === 'percent') return value === 0 ? null : Number((value * 100).toPrecision(12));
  if (value < 0) return NO_DAY;
  return value > 0 && value < 1 ? timeText(value) : dayText(Math.floor(value), date1904);
}

/** "45%", "05/12/2023". */
export function screenText(screen: OnScreen, language: Language): string {
  return typeof screen === 'number' ? `${numberText(screen, language)}%` : screen;
}

function timeText(part: number): string {
  const minutes = Math.floor(part * MINUTES_PER_DAY);
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}

/** A number of days as it is written in Viet Nam: 05/12/2023. */
export function dayText(serial: number, date1904: boolean): string {
  if (serial > (date1904 ? LAST_DAY_1904 : LAST_DAY)) return NO_DAY;
  if (serial === 0 && !date1904) return '00/01/1900';
  let year = date1904 ? 1904 : 1900;
  let days = date1904 ? serial : serial - 1;
  for (; days >= yearDays(year); year += 1) days -= yearDays(year);
  let month = 1;
  for (; days >= monthDays(year, month); month += 1) days -= monthDays(year, month);
  return `${padded(days + 1)}/${padded(month)}/${year}`;
}

function yearDays(year: number): number {
  // Programs show a 29 February 1900 that never was.
  const isLeap = year === 1900 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return isLeap ? 366 : 365;
}

function monthDays(year: number, month: number): number {
  if (month === 2) return yearDays(year) - 337;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
