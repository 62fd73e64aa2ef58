import type { Item } from '../items.ts';

/** Words of what stays as it is. */
export const KEEP =
  /(?:^|[^\p{L}])(?:duy trì(?!\svà\s(?:tạo|phát triển|mở rộng|giải quyết))|giữ vững|giữ ổn định|giữ|(?<!(?:bố trí|sắp xếp|việc làm|đời sống|cuộc sống),?\s)ổn định(?!\s(?:đời sống|cuộc sống|dân cư|chỗ ở|nơi ở))|bảo đảm duy trì|tiếp tục duy trì)(?!\p{L})/u;

/** "duy trì" that governs the number: in its own words, behind it before any other verb, or before the list. */
export function isKept({ before, after }: Item, sentenceBefore: string): boolean {
  if (
    KEEP.test(before) ||
    /^[^;.]{0,60}?(?:duy trì|giữ vững)(?!\s(?:ít nhất|tối thiểu|từ)\s\d)/u.test(after.slice(0, verbAt(after)))
  )
    return true;
  // "đạt 95 % trên tổng số …, duy trì đến năm 2030"
  if (/^(?:(?!(?:19|20)\d{2})[^;.])*,\s(?:và\s)?duy trì (?:ổn định )?đến (?:hết |cuối )?năm\s/u.test(after))
    return true;
  const keepAt = lastAt(sentenceBefore, KEEP);
  if (keepAt < 0) return false;
  const between = sentenceBefore.slice(keepAt + 8);
  if (/[,)]\s(?:quy mô|tổng|diện tích|thu nhập|tuổi thọ|dân số)(?!\p{L})/u.test(between)) return false;
  return (
    !/[;.]/u.test(between) &&
    !/(?:đạt|nâng|tăng|giảm|phấn đấu|xây dựng|phát triển mới|thành lập|mở mới|trồng mới|xây mới|kết nạp)\s/u.test(
      between,
    )
  );
}

/** Where the first verb behind a number ends that is not "duy trì". */
function verbAt(after: string): number {
  const at = after.search(/(?<!\p{L})(?:được|đạt|có|tham gia|sử dụng)(?!\p{L})/u);
  return at < 0 ? after.length : at;
}

/** Where words stand last in a text; -1 where they do not. */
export function lastAt(text: string, words: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(new RegExp(words.source, 'gu'))) last = match.index;
  return last;
}
