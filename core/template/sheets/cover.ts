import { receiverOf } from '../../plan/receiver.ts';
import type { PlanHead } from '../../plan/schema.ts';
import { roundName, vietnameseDate } from '../../round/round.ts';
import { cellAddress } from '../../sheet/address.ts';
import {
  columnKey,
  identityKey,
  identityOf,
  KEY_MARKER,
  RETURN_KEY,
  sheetNames,
} from '../../workbook/contract.ts';
import { LATEST_YEARS } from '../../round/sent-in.ts';
import { firstDayOf } from '../../sheet/day-cell.ts';
import { newSheet, put, setHeight, sheetReference, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { documentName, reporterName, SAMPLE_BANNER } from '../../workbook/wording.ts';
import { HEADING_ROWS } from './heading.ts';
import { countCell } from './check/counts.ts';
import type { CheckLines } from './check/lines.ts';
import { leftInAllFormula, progressOf } from './left-to-enter.ts';

const LEFT = 2;
const LABEL = 3;
const VALUE = 4;
const RIGHT = 5;
const WIDTHS = [4, 44, 40, 52];
/** Of the merged left side, and of the right. */
const LEFT_WIDTH = 88;
const RIGHT_WIDTH = 52;
/** Of a value that runs over to the right side. */
const VALUE_WIDTH = 92;

/**
 * The cover: what a Vietnamese statistical form carries at its head, how much is filled in, and the ways to the
 * sheets. It is not signed: the form is.
 */
export function coverSheet(request: WorkbookRequest, check: CheckLines): SheetModel {
  const { plans, round } = request;
  // Of several plans it is a little higher than a page.
  const sheet = newSheet(sheetNames.cover, WIDTHS, { onePage: true });
  putFormHead(sheet, request);
  if (request.sample) put(sheet, 4, LEFT, 'banner', SAMPLE_BANNER);
  put(sheet, 6, LEFT, 'formTitle', 'BÁO CÁO KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHÍNH SÁCH XÃ HỘI');
  sheet.merges.push('B6:E6');
  const title = lines(
    plans.map((plan) => (plan.file.number ? `${plan.file.title} (số ${plan.file.number})` : plan.file.title)),
  );
  put(sheet, 7, LEFT, 'formSubtitle', title);
  sheet.merges.push('B7:E7');
  setHeight(sheet, 6, 30);
  setHeight(sheet, 7, wrappedHeight(title, 120, 18));
  put(sheet, 8, LEFT, 'formSubtitle', `(Kỳ báo cáo: ${roundName(request.reporting)})`);
  sheet.merges.push('B8:E8');

  const rows: [string, () => void][] = [
    ['Kế hoạch', () => putPlans(sheet, 11, plans)],
    ['Năm báo cáo', () => put(sheet, 12, VALUE, 'plainLeft', { value: round, format: '0' })],
    ['Cơ quan ban hành', () => put(sheet, 13, VALUE, 'plain', join(plans.map((plan) => plan.file.issuer)))],
    ['Số liệu tính đến; hạn gửi', () => put(sheet, 14, VALUE, 'plain', datesOf(request))],
    ['Ngày nhận báo cáo', () => put(sheet, 15, VALUE, 'inputText')],
    ['Điện thoại, thư điện tử của người lập biểu', () => put(sheet, 16, VALUE, 'inputText')],
    ['Thay cho bản ngày (chỉ ghi khi gửi lại)', () => putReplaced(sheet, request, 17)],
  ];
  rows.forEach(([label, putValue], at) => {
    put(sheet, 11 + at, LABEL, 'paragraph', label);
    putValue();
  });

  put(sheet, 19, LABEL, 'header', 'Tiến độ nhập liệu của kỳ');
  put(sheet, 19, VALUE, 'header', 'Còn phải nhập');
  put(sheet, 19, RIGHT, 'header', 'Phải báo cáo');
  const { owed, left } = progressOf(check);
  put(sheet, 20, LABEL, 'plain', 'Số của kỳ (tỷ lệ tính từ tử số, mẫu số là một số)');
  put(sheet, 20, VALUE, 'computed', {
    formula: leftInAllFormula(check),
    result: left,
    format: '0',
    tag: 'progress',
  });
  put(sheet, 20, RIGHT, 'computed', { value: owed, format: '0' });
  putLink(sheet, 21, LABEL, sheetNames.entry);
  putLink(sheet, 21, VALUE, sheetNames.background);
  putCommunes(sheet, check.communes, 22);
  put(sheet, 23, LABEL, 'header', 'Kết quả kiểm tra số đã nhập');
  put(sheet, 23, VALUE, 'header', 'Lỗi phải sửa');
  put(sheet, 23, RIGHT, 'header', 'Cảnh báo chưa giải trình');
  putLink(sheet, 24, LABEL, sheetNames.check);
  (
    [
      [VALUE, 'errors'],
      [RIGHT, 'open'],
    ] as const
  ).forEach(([column, name]) =>
    put(sheet, 24, column, 'computed', {
      formula: countCell(name),
      result: check.counts[name],
      format: '0',
      tag: 'check.cover',
    }),
  );
  put(sheet, 26, LABEL, 'header', 'Kết quả đánh giá');
  putLink(sheet, 27, LABEL, sheetNames.summary);
  return sheet;
}

/** The table by commune, with the cells of it that are left to do; nothing where there is none. */
function putCommunes(sheet: SheetModel, communes: CheckLines['communes'], row: number): void {
  if (communes === null) return;
  const { owed, formula, left } = communes;
  putLink(sheet, row, LABEL, sheetNames.communes);
  put(sheet, row, VALUE, 'computed', { formula, result: left, format: '0', tag: 'communes.left' });
  put(sheet, row, RIGHT, 'computed', { value: owed, format: '0' });
}

/** A sheet's name, a click on which leads there. */
function putLink(sheet: SheetModel, row: number, column: number, to: string): void {
  put(sheet, row, column, 'link', { value: to, link: sheetReference(to, 'B2') });
}

/** The day of the earlier return that this one replaces; its keys make it an entry that is read back. */
function putReplaced(sheet: SheetModel, request: WorkbookRequest, row: number): void {
  const address = cellAddress(row, VALUE);
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  put(sheet, 1, 2, 'hiddenKey', identityKey(identityOf(request)));
  put(sheet, 1, VALUE, 'hiddenKey', columnKey(request.reporting.period, '_', 'replaces'));
  put(sheet, row, 1, 'hiddenKey', RETURN_KEY);
  put(sheet, row, VALUE, 'inputText', {
    format: 'dd/mm/yyyy',
    validation: {
      rule: {
        condition: `IF(ISNUMBER(${address}),AND(${address}>=${firstDayOf(request.round)},${address}<${firstDayOf(request.round + LATEST_YEARS + 1)}),LEN(${address})>=8)`,
      },
      promptTitle: 'Thay cho bản ngày',
      prompt: 'Gửi lần đầu thì để trống. Gửi lại thì ghi ngày của bản đã gửi trước, ví dụ 15/01/2024.',
      errorTitle: 'Chưa đúng',
      error: `Ghi một ngày từ năm ${request.round} đến năm ${request.round + LATEST_YEARS}, ví dụ 15/01/${request.round + 1}.`,
    },
  });
}

/** The plans as people know them, each on a line, with the ids by which the other sheets tell them apart. */
function putPlans(sheet: SheetModel, row: number, plans: WorkbookRequest['plans']): void {
  const words = lines(plans.map(({ file }) => `${documentName(file)} (mã: ${file.id})`));
  put(sheet, row, VALUE, 'paragraph', words);
  sheet.merges.push(`${cellAddress(row, VALUE)}:${cellAddress(row, RIGHT)}`);
  setHeight(sheet, row, wrappedHeight(words, VALUE_WIDTH));
}

/**
 * Number and basis of the form left, who reports to whom right. Of several plans each form has lines of its
 * own, begun by its number.
 */
export function putFormHead(sheet: SheetModel, request: WorkbookRequest): void {
  const files = request.plans.map(({ file }) => file);
  const codes = lines(files.map(({ form }) => `Biểu số: ${form.code}`));
  const byForm = (said: (file: PlanHead) => string) =>
    lines(files.map((file) => (files.length === 1 ? said(file) : `Biểu ${file.form.code}: ${said(file)}`)));
  const receivers = byForm((file) => receiverOf(file, request.reporter));
  const receiver = `Đơn vị nhận báo cáo${files.length === 1 ? ': ' : ':\n'}${receivers}`;
  const reporter = `Đơn vị báo cáo: ${reporterName(request)}`;
  const basis = byForm(({ form }) => form.basis);
  put(sheet, HEADING_ROWS.form, LEFT, 'wrappedLabel', codes);
  put(sheet, HEADING_ROWS.form, RIGHT, 'wrappedLabel', reporter);
  put(sheet, 3, LEFT, 'paragraph', basis);
  put(sheet, 3, RIGHT, 'paragraph', receiver);
  sheet.merges.push('B2:D2', 'B3:D3');
  setHeight(
    sheet,
    HEADING_ROWS.form,
    Math.max(wrappedHeight(codes, LEFT_WIDTH), wrappedHeight(reporter, RIGHT_WIDTH)),
  );
  setHeight(sheet, 3, Math.max(wrappedHeight(basis, LEFT_WIDTH), wrappedHeight(receiver, RIGHT_WIDTH)));
}

/** What several plans say, each once. */
function join(texts: readonly string[]): string {
  return [...new Set(texts)].join('; ');
}

/** The same, each on a line of its own. */
function lines(texts: readonly string[]): string {
  return [...new Set(texts)].join('\n');
}

function datesOf({ reporting: { cutOff, due } }: WorkbookRequest): string {
  const until = vietnameseDate(cutOff);
  return due === null ? until : `${until}; ${vietnameseDate(due)}`;
}
