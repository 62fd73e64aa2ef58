import type { Item } from '../items.ts';

/** A year behind a number, and what leads on from it. */
const STANDS_AT =
  /^[^,;:.%\d]{0,40}\(?(?:cuối )?(?<!(?:vào|đến|tới|trong|hết|cuối)\s)năm (?:19|20)\d{2}\)?\s(?:lên|xuống|còn)(?:\s(?:còn|khoảng|trên|dưới|mức|ít nhất|tối thiểu|đạt|không quá))*\s$/u;

/** "từ X% (năm 2020) lên, xuống, còn Y%": X is where it starts. */
export function startsMove({ before, after, number, end, segment }: Item, items: readonly Item[]): boolean {
  const later = items.find((one) => one.number.start > number.start);
  // "420 câu lạc bộ năm 2025 lên 700 câu lạc bộ"
  if (number.low === null && later?.segment === segment && STANDS_AT.test(`${after}${later.before}`))
    return true;
  if (number.low !== null || !/(?:^|[^\p{L}])từ\s(?:mức\s|khoảng\s|trên\s|dưới\s|gần\s)?$/u.test(before))
    return false;
  return (
    later !== undefined &&
    later.segment === segment &&
    // "giảm từ 3 %/năm trở lên, … còn dưới 10 %" is a bound.
    !/^[^,;]*\strở (?:lên|xuống)/u.test(after) &&
    later.number.start - end < 60 &&
    /(?:lên|xuống|còn|đến|tới)(?:\s(?:còn|khoảng|trên|dưới|mức|ít nhất|tối thiểu|đạt|không quá))*\s?$/u.test(
      later.before,
    )
  );
}
