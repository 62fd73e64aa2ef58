import { columnLetters } from '../address.ts';
import { sheetNames } from '../contract.ts';
import { newSheet, put, setHeight, sheetReference, wrappedHeight } from '../draft.ts';
import type { InputSheetLayout, Layout } from '../layout.ts';
import type { SheetModel } from '../model.ts';
import type { WorkbookRequest } from '../request.ts';
import { reporterName, SAMPLE_BANNER } from '../wording.ts';

const LEFT = 2;
const LABEL = 3;
const VALUE = 4;
const RIGHT = 5;
const WIDTHS = [4, 44, 40, 52];

/** The cover: what a Vietnamese statistical form carries at its head and foot, and how much is filled in. */
export function coverSheet(request: WorkbookRequest, layout: Layout): SheetModel {
  const { plans, round } = request;
  const [{ file }] = plans;
  const { form } = file;
  const sheet = newSheet(sheetNames.cover, WIDTHS);
  put(sheet, 2, LEFT, 'label', `Biểu số: ${form.code}`);
  put(sheet, 2, RIGHT, 'label', `Đơn vị báo cáo: ${reporterName(request)}`);
  put(sheet, 3, LEFT, 'plain', form.basis);
  put(sheet, 3, RIGHT, 'wrapped', `Đơn vị nhận báo cáo: ${form.receiver}`);
  setHeight(sheet, 3, Math.max(18, wrappedHeight(`Đơn vị nhận báo cáo: ${form.receiver}`, 52)));
  if (request.sample) put(sheet, 4, LEFT, 'banner', SAMPLE_BANNER);
  put(sheet, 6, LEFT, 'formTitle', 'BÁO CÁO KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHÍNH SÁCH XÃ HỘI');
  sheet.merges.push('B6:E6');
  const title = plans
    .map((plan) => (plan.file.number ? `${plan.file.title} (số ${plan.file.number})` : plan.file.title))
    .join('; ');
  put(sheet, 7, LEFT, 'formSubtitle', title);
  sheet.merges.push('B7:E7');
  setHeight(sheet, 6, 30);
  setHeight(sheet, 7, wrappedHeight(title, 105, 18));
  put(sheet, 8, LEFT, 'formSubtitle', `(Kỳ báo cáo: năm ${round})`);
  sheet.merges.push('B8:E8');

  const rows: [string, () => void][] = [
    ['Kế hoạch', () => put(sheet, 11, VALUE, 'plain', plans.map((plan) => plan.file.id).join(', '))],
    ['Năm báo cáo', () => put(sheet, 12, VALUE, 'label', { value: round, format: '0' })],
    [
      'Cơ quan ban hành',
      () => put(sheet, 13, VALUE, 'plain', [...new Set(plans.map((plan) => plan.file.issuer))].join('; ')),
    ],
    ['Ngày nhận báo cáo', () => put(sheet, 14, VALUE, 'inputText')],
    ['Điện thoại, thư điện tử của người lập biểu', () => put(sheet, 15, VALUE, 'inputText')],
  ];
  rows.forEach(([label, putValue], at) => {
    put(sheet, 11 + at, LABEL, 'plain', label);
    putValue();
  });

  put(sheet, 17, LABEL, 'header', 'Tiến độ nhập liệu của kỳ');
  put(sheet, 17, VALUE, 'header', 'Số ô đã nhập');
  put(sheet, 17, RIGHT, 'header', 'Tổng số ô của kỳ');
  [layout.entry, layout.background].forEach((input, at) => {
    const row = 18 + at;
    put(sheet, row, LABEL, 'plain', input.sheet);
    put(sheet, row, VALUE, 'computed', {
      formula: filledFormula(input, layout),
      result: filledCount(request, input),
      format: '0',
      tag: 'progress',
    });
    put(sheet, row, RIGHT, 'computed', { value: figuresOf(input).length, format: '0' });
  });

  put(sheet, 22, RIGHT, 'signatureNote', '…………, ngày …… tháng …… năm ………');
  put(sheet, 23, LABEL, 'signature', form.preparer.toLocaleUpperCase('vi'));
  put(sheet, 23, RIGHT, 'signature', form.signer.toLocaleUpperCase('vi'));
  put(sheet, 24, LABEL, 'signatureNote', '(Ký, họ tên)');
  put(sheet, 24, RIGHT, 'signatureNote', '(Ký, đóng dấu, họ tên)');
  setHeight(sheet, 25, 70);
  // Room for seal and signature inside the print area.
  put(sheet, 25, LABEL, 'plain');
  return sheet;
}

function figuresOf(input: InputSheetLayout) {
  return input.rows.flatMap((row) => ('figure' in row ? [row.figure] : []));
}

/** Cells of the round's own year that hold something. */
function filledFormula(input: InputSheetLayout, layout: Layout): string {
  const column = columnLetters(input.firstYearColumn + layout.inputYears.length - 1);
  const first = input.headerRow + 2;
  const last = Math.max(first, input.rows.at(-1)?.row ?? first);
  return `COUNTA(${sheetReference(input.sheet, `$${column}$${first}:$${column}$${last}`)})`;
}

function filledCount(request: WorkbookRequest, input: InputSheetLayout): number {
  return figuresOf(input).filter((figure) => request.known.figure(figure.key, request.round) !== null).length;
}
