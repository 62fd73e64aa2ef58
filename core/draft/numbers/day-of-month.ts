/** "lên 7/9 trường" is no day of September. */
const COUNTS = /^\/\d{1,2}\s(?:trường|xã|phường|thôn|bản|trạm|huyện|đơn vị|cơ sở)(?!\p{L})/u;

/** "vào các ngày 01/5, 01/7, 02/9", "01 - 02/6 và 01 - 02/12": the days before it, or where its span begins. */
const LISTED_DAYS =
  /(?:^|\s)(?:ngày|dịp)\s(?:[^;:%]{0,30}\s)?(?:\d{1,2}\/\d{1,2}(?:,\s|\svà\s))+$|\d{1,2}\/\d{1,2}(?:,|\svà)\s\d{1,2}\s?-\s$/u;

/** "24/3", "từ 10/11 đến 10/12", "trước khai giảng 05/9": a day no part of a whole can be, or one that words lead to. */
export function isDayOfMonth(printed: string, after: string, clause: string): boolean {
  // "Sáng 28-9"
  if (/(?:sáng|chiều|tối|trưa)\s$/u.test(clause) && /^-(?:0?[1-9]|1[0-2])(?!\d)/u.test(after)) return true;
  const month = /^\/(0?[1-9]|1[0-2])(?![\d/]|[.,]\d|\s?(?!hằng|hàng|đến|và|tới)\p{L})/u.exec(after)?.[1];
  const day = Number(printed);
  if (month === undefined || !/^\d{1,2}$/u.test(printed) || day < 1 || day > 31) return false;
  return (
    (day > Number(month) && !COUNTS.test(after)) ||
    /^\/\d{1,2}\s?-\s?\d{1,2}\/(?:0?[1-9]|1[0-2])(?!\d)/u.test(after) ||
    LISTED_DAYS.test(clause) ||
    /(?:^|[\s(])(?:ngày|trước|sau|từ|đến|dịp|nhân|khai giảng|kỷ niệm)(?:\s\p{L}+){0,3}\s(?:\d{1,2}\/\d{1,2}\s(?:đến|tới)\s)?$/u.test(
      clause,
    )
  );
}
