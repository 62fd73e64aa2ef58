import type { TargetKind } from '../../plan/schema.ts';
import { kinds } from '../../target/kinds/index.ts';
import type { FoundYears } from './year.ts';

const PERIOD = /(?:19|20)\d{2}\s?(?:-|đến)\s?(?:năm\s)?(?:19|20)\d{2}/u;
const YEAR = String.raw`năm\s(?:19|20)\d{2}[\s:,]*(?:(?:là|đạt|có|khoảng)\s)*$`;
const ONE_YEAR = new RegExp(
  String.raw`^[\s,;:(]*(?:(?:cụ thể|trong đó|chia ra|riêng|gồm)[\s:,]*(?:là\s)?)*(?:trong\s)?${YEAR}`,
  'u',
);
/** "…, các năm còn lại 3.510 căn" */
const THE_REST =
  /^[\s,;:(]*(?:và\s)?(?:trong\s)?(?:các|những|\d{1,2}|hai|ba|bốn) năm (?:còn lại|tiếp theo)[\s:,]*(?:(?:là|khoảng|đạt)\s)*$/u;
const OF_YEAR = new RegExp(String.raw`(?:^|[\s,;:(])${YEAR}`, 'u');

/**
 * Whether a count is what a flow comes to: "bình quân 9.000 người/năm, giai đoạn 2026 - 2030 đạt 45.000 người", or one
 * year of a sum, "3.000 căn, cụ thể: năm 2026: 600 căn".
 * @param before words before the number that are its own
 * @param last kind of the number before it in its sentence
 */
export function isSumOfFlow(
  before: string,
  last: TargetKind | undefined,
  { from, to, isWithin }: FoundYears,
): boolean {
  if (last === undefined || !kinds[last].addsUp) return false;
  const isSum = !kinds[last].isOfPeriod && from !== null && from !== to && PERIOD.test(before);
  return isSum || (isWithin && ONE_YEAR.test(before)) || THE_REST.test(before);
}

/**
 * The words that a list of years is opened with: "số căn nhà ở xã hội hoàn thành, cụ thể: năm 2026: 600 căn". Of an act
 * its numbers may be what was done in each of the years, or how many there are by then. '' where there is no list.
 */
export function headOfYears(before: string, sentenceBefore: string): string {
  if (!OF_YEAR.test(before)) return '';
  const at = sentenceBefore.search(/(?<!\p{L})(?:cụ thể|chia ra|chi tiết|từng năm)(?!\p{L})/u);
  return sentenceBefore.slice(0, Math.max(0, at)).replaceAll('qua đào tạo', ' ');
}
