const MILLISECONDS_PER_DAY = 86_400_000;
const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/u;
/** Serial number of 1 March 1900: up to here Excel counts a 29 February 1900 that never was. */
const AFTER_FALSE_LEAP_DAY = 61;

/**
 * The serial number of a date, time or both as ISO 8601 text, the way Excel shows it in a cell.
 * @param date1904 true when the workbook counts days from 1 January 1904
 * @returns null when the text is no such date or lies before the first day
 */
export function serialOfIsoDate(text: string, date1904: boolean): number | null {
  const match = text === '' ? null : ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) return null;
  if (year === undefined) return time;
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const real = new Date(milliseconds);
  // 31 April would silently become 1 May.
  if (real.getUTCMonth() !== Number(month) - 1 || real.getUTCDate() !== Number(day)) return null;
  const firstDay = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  let days = Math.round((milliseconds - firstDay) / MILLISECONDS_PER_DAY);
  if (!date1904 && days < AFTER_FALSE_LEAP_DAY) days -= 1;
  return days < 0 ? null : days + time;
}
