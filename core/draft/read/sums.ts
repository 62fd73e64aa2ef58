import type { Item } from '../items.ts';

/** What is measured in money and can be an aim. */
export const INCOME =
  /thu nhập|grdp|gdp|năng suất|tổng sản phẩm|giá trị sản xuất|doanh thu|tiền lương|mức sống|giá trị/u;
export const MONEY_UNIT = /^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s)*(?:đồng|vnđ|usd|đô la)/u;

/** "Kinh phí (ĐVT: triệu đồng): Tổng 24.500; Trung ương 8.200" */
const OPENS_FUNDS =
  /^[^\p{L}]*(?:tổng |nhu cầu |dự toán )?(?:kinh phí|nguồn vốn|vốn|dự toán)(?!\p{L})[^:;.]{0,40}\(?[^:;.]{0,12}:?[^;.]{0,30}:/u;

/** "58.300 triệu đồng (năm 2026: 10.200; năm 2027: 11.000)": a bare number behind a sum is a part of it. */
export function isOfSum({ before, after, number }: Item, items: readonly Item[], sentence: string): boolean {
  const led = before.replaceAll(
    /(?:trong\s)?(?:năm|giai đoạn)\s(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?/gu,
    ' ',
  );
  const isBare =
    number.unit === '' &&
    number.scale === '' &&
    /^[\s;,.)]*$|^\s?[;,.)]/u.test(after) &&
    (/^[\s(:;,]*$/u.test(led) || OPENS_FUNDS.test(sentence));
  if (isBare && OPENS_FUNDS.test(sentence)) return true;
  return isBare && items.some((one) => one.number.start < number.start && MONEY_UNIT.test(one.number.unit));
}

/** "Tổng thu ngân sách 14.800 tỷ đồng, tăng 9,5 % so với năm 2025": a sum moves, no indicator. */
export function movesSum({ before, number }: Item, items: readonly Item[]): boolean {
  const last = items.filter((one) => one.number.start < number.start).at(-1);
  return (
    last !== undefined &&
    /^(?:%|phần trăm)/u.test(number.unit) &&
    MONEY_UNIT.test(last.number.unit) &&
    !INCOME.test(`${last.before}${last.after}`) &&
    /^[\s,(]*(?:tăng|giảm|bằng|chiếm|vượt)(?:\s(?:khoảng|ít nhất|hơn|trên|thêm))*\s$/u.test(before)
  );
}
