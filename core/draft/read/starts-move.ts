import type { Item } from '../items.ts';

/** "từ X% (năm 2020) lên, xuống, còn Y%": X is where it starts. */
export function startsMove({ before, number, end }: Item, items: readonly Item[]): boolean {
  if (number.low !== null || !/(?:^|[^\p{L}])từ\s(?:mức\s|khoảng\s|trên\s|dưới\s|gần\s)?$/u.test(before))
    return false;
  const next = items.find((one) => one.number.start > number.start);
  return (
    next !== undefined &&
    next.number.start - end < 60 &&
    /(?:lên|xuống|còn|đến|tới)(?:\s(?:còn|khoảng|trên|dưới|mức|ít nhất|tối thiểu|đạt|không quá))*\s?$/u.test(
      next.before,
    )
  );
}
