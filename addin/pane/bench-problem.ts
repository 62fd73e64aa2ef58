import type { Language } from '../../core/base/finding.ts';

/** What a user can run into; each has its words in {@link problemTexts}. */
export type ProblemCode = keyof typeof problemTexts;

/** What keeps a bench from doing what it was asked to, in words for the user. */
export class BenchProblem extends Error {
  override readonly name = 'BenchProblem';
  readonly code: ProblemCode | 'file-refused';
  /** One or two sentences: what happened, what to do. */
  readonly text: Readonly<Record<Language, string>>;

  constructor(
    code: ProblemCode | 'file-refused',
    text: Readonly<Record<Language, string>>,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.code = code;
    this.text = text;
  }
}

/** The problem of a code, with its own words. */
export function benchProblem(code: ProblemCode, options?: ErrorOptions): BenchProblem {
  return new BenchProblem(code, problemTexts[code], options);
}

/** Somebody, perhaps a co-author, has written into a reason cell what the officer has not seen. */
export function reasonChanged(place: string): BenchProblem {
  return new BenchProblem('no-access', {
    vi: `Ô lý do ${place} đã được sửa sau lần kiểm tra gần nhất nên không ghi đè. Hãy kiểm tra lại để xem lý do ấy rồi ghi.`,
    en: `The reason cell ${place} was changed after the last check and was not overwritten. Check again to see it, then write.`,
  });
}

const problemTexts = {
  'protected-view': {
    vi: 'Sổ đang mở ở chế độ xem được bảo vệ. Bấm "Enable Editing" (Bật chỉnh sửa) trên thanh vàng của Excel rồi kiểm tra lại.',
    en: 'The workbook is open in Protected View. Press "Enable Editing" on the yellow bar of Excel and check again.',
  },
  'cell-edit': {
    vi: 'Đang gõ dở trong một ô. Nhấn Enter (hoặc Esc) trong ô ấy rồi thử lại.',
    en: 'A cell is being edited. Press Enter (or Esc) in that cell and try again.',
  },
  'too-large': {
    vi: 'Sổ quá lớn so với giới hạn của Excel cho phần bổ trợ. Hãy lưu sổ và mở bằng trang Chỉ Tiêu trên trình duyệt.',
    en: 'The workbook exceeds what Excel hands to add-ins. Save it and open it in the Chỉ Tiêu page of a browser.',
  },
  'not-ours': {
    vi: 'Đây không phải sổ Chỉ Tiêu. Hãy mở đúng tệp đã được cấp.',
    en: 'This is not a Chỉ Tiêu workbook. Open the file that was issued.',
  },
  'older-template': {
    vi: 'Sổ theo mẫu cũ hoặc đã mất trang _meta nên không kiểm tra được ở đây. Số liệu vẫn còn nguyên; hãy gửi sổ cho đơn vị cấp mẫu.',
    en: 'The workbook follows an older template or has lost its _meta sheet and cannot be checked here. Its figures are untouched; send it to whoever issued it.',
  },
  'no-access': {
    vi: 'Không ghi được vào ô: trang tính đang khóa hoặc tệp chỉ đọc. Hãy ghi lý do trực tiếp trong cột lý do của dòng.',
    en: 'The cell cannot be written: the sheet is locked or the file is read-only. Write the reason in the reason column of the row.',
  },
  'unclear-figure': {
    vi: 'Số đang gõ chưa rõ là số nào nên không ghi. Hãy gõ lại chỉ bằng chữ số và dấu thập phân, hoặc bỏ số đang gõ.',
    en: 'What is typed for a figure is not clear and was not written. Type digits and the decimal sign only, or give it up.',
  },
  'no-reason-cell': {
    vi: 'Không tìm thấy ô lý do của dòng này: dòng hoặc cột lý do đã bị xóa khỏi sổ.',
    en: 'The reason cell of this row is not there: the row or the reason column has been deleted.',
  },
  'no-definition': {
    vi: 'Sổ đã mất phần cho biết mẫu của nó nên không khôi phục được ở đây. Số liệu vẫn còn nguyên; hãy gửi sổ cho cơ quan cấp mẫu, nơi khôi phục được bằng lệnh "chitieu repair".',
    en: 'The workbook has lost what says how it was made and cannot be restored here. Its figures are untouched; send it to whoever issued it, who can restore it with the command "chitieu repair".',
  },
  'too-much-to-list': {
    vi: 'Tệp có quá nhiều ô không thuộc mẫu nên không khôi phục. Hãy chép các trang không thuộc mẫu sang tệp khác, xóa khỏi bản sao của tệp này rồi thử lại.',
    en: 'The file has too many cells that are not of the template and is not restored. Copy the sheets that are not of the template to another file, delete them from a copy of this one and try again.',
  },
  'no-writer': {
    vi: 'Không tải được phần ghi sổ của trang (tệp writer.js). Hãy kiểm tra mạng, hoặc chép đủ thư mục của trang, rồi thử lại.',
    en: 'The part of the page that writes workbooks (writer.js) cannot be loaded. Check the network, or copy the whole folder of the page, and try again.',
  },
  'no-such-cell': {
    vi: 'Không còn ô này trong sổ: trang tính đã bị xóa hoặc đổi tên. Hãy kiểm tra lại.',
    en: 'The cell is no longer in the workbook: the sheet was deleted or renamed. Check again.',
  },
  'no-answer': {
    vi: 'Excel không trả lời. Hãy đóng các hộp thoại đang mở trong Excel rồi thử lại.',
    en: 'Excel does not answer. Close open dialogs in Excel and try again.',
  },
} as const;
