import * as z from 'zod';

const ISO_DATE = /^(20\d{2})-(\d{2})-(\d{2})$/u;
const VIETNAMESE_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})$/u;
/** Serial number of 1 January 1970 where days count from 1900, and from 1904. */
const UNIX_EPOCH = { 1900: 25_569, 1904: 24_107 };
/** Up to here Excel counts a 29 February 1900 that never was. */
const AFTER_FALSE_LEAP_DAY = 61;

/** A calendar day as ISO text. */
export const isoDate = z.string().refine(isIsoDate, 'a day from 2000 on, such as 2025-03-12');

/** Whether a text is a day of the calendar, 2000 to 2099, written 2025-03-12. */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  return year !== undefined && month !== undefined && day !== undefined && isDay(year, month, day);
}

/**
 * Reads the date a person entered in a cell: a serial number, ISO text, or day/month/year as Vietnamese
 * documents write it.
 * @param date1904 true when the workbook counts days from 1904
 * @returns null when it is no such day
 */
export function dateEntered(content: number | string, date1904: boolean): string | null {
  if (typeof content === 'number') return isoDateOfSerial(content, date1904);
  const text = content.trim();
  if (isIsoDate(text)) return text;
  const [, day, month, year] = VIETNAMESE_DATE.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

/** A time of day is part of its day: cells that say when they were filled in have one. */
function isoDateOfSerial(content: number, date1904: boolean): string | null {
  const serial = Math.floor(content);
  if (!date1904 && serial < AFTER_FALSE_LEAP_DAY) return null;
  let days = serial - UNIX_EPOCH[date1904 ? 1904 : 1900];
  let year = 1970;
  // At most two centuries of steps; dates outside them are no dates of decisions.
  if (Math.abs(days) > 75_000) return null;
  for (; days < 0; days += yearDays(year)) year -= 1;
  for (; days >= yearDays(year); year += 1) days -= yearDays(year);
  let month = 1;
  for (; days >= monthDays(year, month); month += 1) days -= monthDays(year, month);
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(days + 1).padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month);
}

function monthDays(year: number, month: number): number {
  if (month === 2) return yearDays(year) - 337;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function yearDays(year: number): number {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;
}
