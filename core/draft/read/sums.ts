import type { Item } from '../items.ts';

/** What is measured in money and can be an aim. */
export const INCOME =
  /thu nhập|grdp|gdp|năng suất|tổng sản phẩm|giá trị sản xuất|doanh thu|tiền lương|mức sống|giá trị|kim ngạch|(?:thu|tổng thu) ngân sách (?:nhà nước(?: trên địa bàn)?|trên địa bàn)|tổng (?:vốn|nguồn vốn) đầu tư (?:phát triển )?toàn xã hội|(?:tổng )?vốn đầu tư (?:phát triển |thực hiện )?toàn xã hội|tổng mức bán lẻ/u;
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

/** "tổng thu tăng 10 % so với năm 2025": what moves is money. */
const MOVES_FUNDS =
  /(?:^|[\s,])(?:tổng thu|tổng chi|số thu|số dư|dư nợ|nguồn thu|nguồn vốn|kinh phí|ngân sách|vốn vay|quỹ)(?!\p{L})[^,;%\d]*(?:tăng|giảm)(?:\s(?:thêm|khoảng|ít nhất|tối thiểu|trên|hơn|bình quân|từ))*\s$/u;
/** "Thu ngân sách trên địa bàn tăng bình quân 12 - 14 %/năm": a measure of the economy, no fund of the plan. */
export const REVENUE_GROWS =
  /(?:^|[\s,;)])(?:tổng )?thu ngân sách(?: nhà nước)?(?: trên địa bàn)?(?:\s(?:\p{L}+\s){0,3}tăng(?:\s(?:bình quân|trung bình|thêm|khoảng|trên|từ|ít nhất))*|[^;]*đồng[^;,]*,\s(?:tăng|giảm)(?:\s(?:khoảng|trên|từ|ít nhất|bình quân))*)\s$/u;
/** "Nguồn vốn 6.870 tỷ đồng: trung ương 18 %, tỉnh 22 %": a paragraph that opens with a sum tells who bears it. */
const OPENS_SUM =
  /^[^\p{L}]*(?:(?:tổng|về|nhu cầu|dự kiến|cơ cấu)\s){0,2}(?:kinh phí|nguồn vốn|vốn|dự toán|khái toán|tổng mức đầu tư|nguồn kinh phí|tổng vốn)(?!\p{L})/u;

/** Whether a share is of money: what a source bears, or by how much a fund moves. */
export function isShareOfFunds({ before, after, number }: Item, paragraph: string): boolean {
  if (!/^(?:%|phần trăm)/u.test(number.unit)) return false;
  return (
    (MOVES_FUNDS.test(before) && !REVENUE_GROWS.test(before)) ||
    (OPENS_SUM.test(paragraph) &&
      /\d\s(?:(?:nghìn|triệu|tỷ)\s)?đồng/u.test(paragraph) &&
      /^[\s,;.:()]*$|^\s?[,;.)]|^\s(?:tổng|của|do|từ)\s/u.test(after))
  );
}

/** "60 và 30 triệu đồng/nhà": the first of several that share their unit of money. */
export function sharesMoney({ number }: Item, clean: string): boolean {
  return (
    number.unit === '' &&
    /^(?:,\s|\s(?:và|hoặc|hay)\s)(?:\d[\d.,]*(?:,\s|\s(?:và|hoặc|hay)\s))*\d[\d.,]*\s(?:(?:nghìn|ngàn|triệu|tỷ)\s)?đồng(?!\s?(?:bào|bộ|hồ))/u.test(
      clean.slice(number.unitEnd, number.unitEnd + 60),
    )
  );
}

/** "Tổng thu ngân sách 14.800 tỷ đồng, tăng 9,5 % so với năm 2025": a sum moves, no indicator. */
export function movesSum({ before, number }: Item, items: readonly Item[]): boolean {
  const last = items.filter((one) => one.number.start < number.start).at(-1);
  return (
    last !== undefined &&
    /^(?:%|phần trăm)/u.test(number.unit) &&
    MONEY_UNIT.test(last.number.unit) &&
    !INCOME.test(`${last.before}${last.after}`) &&
    (/^[\s,(]*(?:tăng|giảm|bằng|chiếm|vượt|tương đương|tương ứng)(?:\s(?:khoảng|ít nhất|hơn|trên|thêm|với))*\s$/u.test(
      before,
    ) ||
      /^\s?\((?:khoảng\s|gần\s|hơn\s)?$/u.test(before))
  );
}
