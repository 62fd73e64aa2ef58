import type { TargetKind } from '../../plan/schema.ts';
import { kinds } from '../../target/kinds/index.ts';
import type { Read } from '../model.ts';
import type { FoundYears } from './year.ts';

/** What the kind of a number is read from beside its sentence. */
interface OfHeading {
  /** Words of the headings it stands under, the nearest first. */
  headings: readonly string[];
  years: Read<FoundYears>;
  /** Kinds read before it, the nearest last. */
  earlier: readonly TargetKind[];
}

/** "Chỉ tiêu hằng năm": what stands below is of every year. */
export function isOfYearlyHeading({ headings, years }: OfHeading): boolean {
  const isOwnYear = years.rule === 'year-beside' || years.rule === 'year-sentence';
  return (
    !isOwnYear &&
    /(?:(?:chỉ tiêu|mục tiêu)\s(?:\p{L}+\s)?|^\W*)(?:hằng|hàng|mỗi) năm[\s:]*$/u.test(headings[0] ?? '')
  );
}

/**
 * "Năm 2027: 3.800 căn" under "Phân kỳ thực hiện": what is done in the year; or behind another part of the same sum
 * ("năm 2026: 1.200 căn; giai đoạn 2028 - 2030: 5.700 căn").
 */
export function isPhase(before: string, { headings, years, earlier }: OfHeading): boolean {
  const last = earlier.at(-1);
  if (
    last !== undefined &&
    kinds[last].addsUp &&
    /^[^\p{L}]*giai đoạn\s\d{4}\s?-\s?\d{4}\s?:\s$/u.test(before)
  )
    return true;
  return (
    years.value.isWithin &&
    /^[^\p{L}]*năm\s\d{4}[\s:,]*$/u.test(before) &&
    headings.some((words) => /phân kỳ|lộ trình|tiến độ|từng năm|kế hoạch thực hiện/u.test(words))
  );
}
