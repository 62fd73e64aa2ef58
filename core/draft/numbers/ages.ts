import type { Beside } from './aside.ts';

/** "Độ tuổi 15-60", "độ tuổi từ 15 đến". */
const AGES =
  /(?:độ|nhóm|lứa) tuổi(?:\slao động)?(?:\s(?:từ|dưới|trên))?\s\(?(?:\d{1,2}\s(?:đến|tới)\s(?:dưới\s)?)?$/u;
/** "tuổi không quá 45" */
const AGE_LIMIT = /(?:^|[\s,;(])(?:độ )?tuổi(?: đời)?\s(?:không quá|dưới|từ|tối đa|trên|từ đủ)\s$/u;
/** "Mừng thọ ở các tuổi 70, 75, 80 và 85". */
const AGES_LISTED = /(?:^|\s)(?:các|ở|tròn) tuổi\s(?:\d{1,3}(?:,\s|\svà\s))*$/u;
/** Whether a number says how old somebody is: "độ tuổi 15-60", "từ 6 đến dưới 16 tuổi", "tuổi không quá 45". */
export function isAge({ before, after, clause, unit }: Beside): boolean {
  return (
    // "mừng thọ người tròn 70, 75, 80 tuổi"
    /^(?:(?:,\s|\svà\s)\d{1,3}){1,12}\stuổi(?!\sthọ)/u.test(after) ||
    (unit === '' && (AGE_LIMIT.test(before) || AGES.test(before) || AGES_LISTED.test(clause))) ||
    (/^(?:\s?(?:-|đến|tới)\s?(?:dưới\s)?\d+)?\s?(?:tháng\s)?tuổi(?!\sthọ)/u.test(after) &&
      !/tuổi thọ/u.test(clause.slice(-60)))
  );
}
