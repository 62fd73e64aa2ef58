import type { Language } from '../../../base/finding.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import { onScreen, screenText } from '../../../sheet/on-screen.ts';
import type { StructureRule } from '../structure-rule.ts';

/** What the screen shows stands beside what is read, in the place of what other rules expect there. */
function screen({ expected }: SpotData, language: Language): string {
  if (expected === '') return language === 'vi' ? 'trống' : 'nothing';
  return expected === null ? '' : screenText(expected, language);
}

/** A figure in a cell whose format shows another number, words or nothing. */
export const figureFormatMisleads: StructureRule<SpotData> = {
  code: 'figure-format-misleads',
  severity: 'error',
  needs: 'file',
  judgedBy: 'keys',
  holdsNoFigure: true,
  text: {
    vi: {
      title: 'Số hiện khác số được đọc',
      meaning:
        'Ô nhập mang định dạng làm số hiện ra khác số được lưu: phần trăm, ngày, giờ, chia nghìn ("#,##0,"), thêm chữ số (0"000"), ẩn (;;;, chữ trùng màu nền hoặc quá nhỏ), gạch ngang, thay bằng chữ, lặp lại cho đầy ô (canh lề Fill), thu nhỏ đến mức không đọc được, kể cả do định dạng có điều kiện. Màn hình và bản in hiện một số, tệp lưu một số khác. Gõ "45%" thì tệp lưu 0,45; gõ "5/12" thì tệp lưu số thứ tự của một ngày. Số trong tệp là số được đọc.',
      example: 'Ô tỷ lệ hiện 45%, nhưng số được đọc là 0,45.',
      fix: 'Bỏ khóa trang (Xem lại > Bỏ bảo vệ trang tính, không có mật khẩu), chọn các ô, Ctrl+1 > Number (chữ không nhìn thấy, bị gạch: đặt lại màu, cỡ chữ, bỏ gạch; do định dạng có điều kiện thì xóa quy tắc ấy), rồi nhập lại số theo đơn vị tính của dòng (45 % thì nhập 45). Hoặc ở trang kiểm tra trên trình duyệt bấm "Khôi phục" (người lập kế hoạch: "chitieu repair") để ô về định dạng của mẫu, rồi nhập lại.',
      message: (data) =>
        `Ô hiện ${screen(data, 'vi')}, nhưng số được đọc là ${shown(data.found, 'vi')}${ofKey(data)}${others(data, 'vi')}.`,
      expected: () => 'số ở định dạng số, theo đơn vị tính của dòng',
    },
    en: {
      title: 'Another number shown than read',
      meaning:
        'An input cell has a format that makes another number of it: a percentage, a date, a time, thousands cut off ("#,##0,"), digits added (0"000"), hidden (;;;, letters in the colour of their ground or too small), struck out, words in its place, repeated until the cell is full (alignment Fill), shrunk until nobody can read it, also by a conditional format. Screen and print show one number, the file stores another. For "45%" the file stores 0.45, for "5/12" the serial number of a day. What is stored is what is read.',
      example: 'The cell of a rate shows 45%, but the figure read is 0.45.',
      fix: 'Unlock the sheet (Review > Unprotect Sheet, no password), select the cells, Ctrl+1 > Number (give letters that are not seen their colour and size back, take away a line through them; where a conditional format does it, delete its rule), then enter the figures again in the unit of the row (45 for 45 %). Or run "chitieu repair", which gives the cells the format of the template, and enter them again.',
      message: (data) =>
        `The cell shows ${screen(data, 'en')}, but the figure read is ${shown(data.found, 'en')}${ofKey(data)}${others(data, 'en')}.`,
      expected: () => 'a number in a number format, in the unit of the row',
    },
  },
  evaluate({ numbers, found: { date1904 } }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { cell, value, at } of numbers) {
      const expected = onScreen(cell, date1904) ?? cell.rendered ?? null;
      if (expected === null) passed += 1;
      else spots.push({ ...at, found: value, expected });
    }
    return evaluationOf(figureFormatMisleads, spots, { passed });
  },
};
