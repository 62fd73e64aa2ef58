import type { Item } from '../items.ts';

/** "25.500 lượt người, đạt 102 % kế hoạch năm": what part of a plan was done tells of all that stands in the same part. */
const PART_OF_PLAN =
  /(?:đạt|bằng|vượt)\s(?:(?:hơn|trên|gần|khoảng)\s)?(?!100\s?%)\d[\d.,]*\s?%\s(?:so với\s)?(?:kế hoạch|kh|chỉ tiêu|nghị quyết)(?!\p{L})/u;

/** Whether words beside a number say what part of a plan it came to: then it is what was done. */
export function isMeasuredByPlan({ number }: Item, clean: string): boolean {
  // Of a sentence without an aim it tells of all; else of the part between the semicolons.
  return [['. '], ['. ', ';']].some((marks) => {
    const from = Math.max(...marks.map((mark) => clean.lastIndexOf(mark, number.start))) + 1;
    const ends = marks.map((mark) => clean.indexOf(mark, number.end)).filter((at) => at >= 0);
    const words = clean.slice(from, Math.min(clean.length, ...ends));
    return (
      PART_OF_PLAN.test(words) && !/phấn đấu|mục tiêu(?! quốc gia)|nhiệm vụ|bảo đảm|đảm bảo/u.test(words)
    );
  });
}
