import { numberText } from '../base/number-text.ts';
import { adviceToSaveAgain, kindAdvice, kindWord, type FileKind } from '../base/file-kind.ts';
import { message, type DataOf, type Finding } from '../base/finding.ts';

/** How a zip is damaged. */
export type ZipDamage = 'directory' | 'checksum' | 'data' | 'ambiguous' | 'unsupported' | 'joined';

interface PartLimit {
  part: string;
  limit: number;
}

interface PartLine {
  part: string;
  line: number;
}

const { vi: SAVE_AGAIN_VI, en: SAVE_AGAIN_EN } = adviceToSaveAgain;
const SEND_AGAIN_VI = 'Hãy gửi hoặc tải lại tệp; nếu vẫn lỗi, mở bằng Excel và lưu lại.';
const SEND_AGAIN_EN =
  'Send or download the file again; if it still fails, open it in Excel and save it again.';
const ASK_SENDER_VI = 'Đây không phải tệp do Excel lưu bình thường: hãy hỏi lại người gửi.';
const ASK_SENDER_EN = 'Excel does not save such files: ask the sender about it.';

const ZIP_DAMAGE_VI: Record<ZipDamage, string> = {
  directory: 'tệp bị cắt cụt hoặc mất mục lục',
  joined: 'hai tệp bị nối vào một, chỉ đọc được tệp cuối nên không đọc tệp nào; hãy gửi riêng từng tệp',
  checksum: 'tổng kiểm tra không khớp với nội dung',
  data: 'dữ liệu nén không giải được',
  ambiguous: 'các mục lục trong tệp mâu thuẫn nhau',
  unsupported: 'dùng kiểu nén mà Excel không dùng',
};
const ZIP_DAMAGE_EN: Record<ZipDamage, string> = {
  joined:
    'two files were joined into one, of which only the last can be read, so none is; send each by itself',
  directory: 'it is cut off or lost its directory',
  checksum: 'the checksum does not fit the content',
  data: 'the compressed data cannot be expanded',
  ambiguous: 'its directories contradict each other',
  unsupported: 'it uses a kind of compression that Excel does not use',
};

/** What can be wrong with a workbook file before any of its figures are looked at. */
export const workbookFileMessages = {
  'empty-file': message<Record<string, never>>(
    'error',
    () => `Tệp rỗng (0 byte); cần một sổ tính .xlsx. ${SEND_AGAIN_VI}`,
    () => `The file is empty (0 bytes); an .xlsx workbook was expected. ${SEND_AGAIN_EN}`,
  ),
  'file-too-large': message<{ bytes: number; limit: number }>(
    'error',
    ({ bytes, limit }) =>
      `Tệp có ${megabytes(bytes, 'vi')}, vượt mức ${megabytes(limit, 'vi')} cho phép. Hãy bỏ ảnh và trang tính thừa rồi lưu lại.`,
    ({ bytes, limit }) =>
      `The file has ${megabytes(bytes, 'en')}, more than the ${megabytes(limit, 'en')} allowed. Remove pictures and extra sheets and save it again.`,
  ),
  'not-a-zip': message<{ looksLike: FileKind }>(
    'error',
    ({ looksLike }) =>
      `Tệp không phải sổ tính .xlsx mà là ${kindWord(looksLike, 'vi')}. ${kindAdvice(looksLike, 'vi')}`,
    ({ looksLike }) =>
      `The file is not an .xlsx workbook but ${kindWord(looksLike, 'en')}. ${kindAdvice(looksLike, 'en')}`,
  ),
  'old-excel-file': message<Record<string, never>>(
    'error',
    () => `Tệp ở định dạng Excel 97–2003 (.xls); cần .xlsx. ${SAVE_AGAIN_VI}`,
    () => `The file is in the format of Excel 97–2003 (.xls); .xlsx was expected. ${SAVE_AGAIN_EN}`,
  ),
  'password-protected': message<Record<string, never>>(
    'error',
    () =>
      'Tệp được mã hóa bằng mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu mở tệp (Tệp > Thông tin > Bảo vệ sổ làm việc) và lưu lại.',
    () =>
      'The file is encrypted with a password and cannot be read. Open it in Excel, remove the password (File > Info > Protect Workbook) and save it again.',
  ),
  'damaged-zip': message<{ part: string | null; damage: ZipDamage }>(
    'error',
    ({ part, damage }) =>
      `Tệp .xlsx bị hỏng${part === null ? '' : ` ở phần "${part}"`}: ${ZIP_DAMAGE_VI[damage]}. ${SEND_AGAIN_VI}`,
    ({ part, damage }) =>
      `The .xlsx file is damaged${part === null ? '' : ` in its part "${part}"`}: ${ZIP_DAMAGE_EN[damage]}. ${SEND_AGAIN_EN}`,
  ),
  'unsafe-part-name': message<{ part: string }>(
    'error',
    ({ part }) =>
      `Trong tệp có phần mang tên "${part}", trỏ ra ngoài tệp; tên phần phải là đường dẫn tương đối không có "..". ${ASK_SENDER_VI}`,
    ({ part }) =>
      `The file has a part named "${part}", which points outside the file; a relative path without ".." was expected. ${ASK_SENDER_EN}`,
  ),
  'duplicate-part': message<{ part: string }>(
    'error',
    ({ part }) =>
      `Trong tệp có hai phần cùng tên "${part}", không biết phần nào đúng; mỗi tên chỉ được có một lần. ${ASK_SENDER_VI}`,
    ({ part }) =>
      `The file has two parts named "${part}" and nothing says which one counts; each name was expected once. ${ASK_SENDER_EN}`,
  ),
  'too-many-parts': message<{ limit: number }>(
    'error',
    ({ limit }) =>
      `Tệp có hơn ${numberText(limit, 'vi')} phần bên trong, vượt mức cho phép. Hãy bỏ ảnh và trang tính thừa rồi lưu lại.`,
    ({ limit }) =>
      `The file holds more than the ${numberText(limit, 'en')} parts allowed. Remove pictures and extra sheets and save it again.`,
  ),
  'part-too-large': message<PartLimit>(
    'error',
    ({ part, limit }) =>
      `Phần "${part}" của tệp khi giải nén vượt ${megabytes(limit, 'vi')} nên dừng đọc. ${ASK_SENDER_VI}`,
    ({ part, limit }) =>
      `The part "${part}" of the file expands to more than the ${megabytes(limit, 'en')} allowed; reading stopped. ${ASK_SENDER_EN}`,
  ),
  'content-too-large': message<{ limit: number }>(
    'error',
    ({ limit }) => `Nội dung tệp khi giải nén vượt ${megabytes(limit, 'vi')} nên dừng đọc. ${ASK_SENDER_VI}`,
    ({ limit }) =>
      `The content of the file expands to more than the ${megabytes(limit, 'en')} allowed; reading stopped. ${ASK_SENDER_EN}`,
  ),
  'not-a-workbook': message<{ found: FileKind }>(
    'error',
    ({ found }) => `Tệp không phải sổ tính .xlsx mà là ${kindWord(found, 'vi')}. ${kindAdvice(found, 'vi')}`,
    ({ found }) =>
      `The file is not an .xlsx workbook but ${kindWord(found, 'en')}. ${kindAdvice(found, 'en')}`,
  ),
  'missing-part': message<{ part: string; neededBy: string }>(
    'error',
    ({ part, neededBy }) => `Tệp thiếu phần "${part}" mà "${neededBy}" cần đến. ${SEND_AGAIN_VI}`,
    ({ part, neededBy }) =>
      `The file lacks the part "${part}" to which "${neededBy}" refers. ${SEND_AGAIN_EN}`,
  ),
  'bad-xml': message<PartLine & { reason: string }>(
    'error',
    ({ part, line }) => `Phần "${part}" của tệp, dòng ${line}: XML sai cú pháp. ${SEND_AGAIN_VI}`,
    ({ part, line, reason }) =>
      `Part "${part}" of the file, line ${line}: the XML is not well-formed (${reason}). ${SEND_AGAIN_EN}`,
  ),
  'xml-doctype': message<PartLine>(
    'error',
    ({ part, line }) =>
      `Phần "${part}" của tệp, dòng ${line}: có khai báo DOCTYPE, không được phép trong sổ tính. ${ASK_SENDER_VI}`,
    ({ part, line }) =>
      `Part "${part}" of the file, line ${line}: it has a DOCTYPE, which a workbook must not have. ${ASK_SENDER_EN}`,
  ),
  'xml-too-deep': message<PartLine & { limit: number }>(
    'error',
    ({ part, line, limit }) =>
      `Phần "${part}" của tệp, dòng ${line}: các phần tử XML lồng nhau quá ${limit} bậc. ${ASK_SENDER_VI}`,
    ({ part, line, limit }) =>
      `Part "${part}" of the file, line ${line}: its XML elements nest more than ${limit} levels deep. ${ASK_SENDER_EN}`,
  ),
  'xml-run-too-long': message<PartLine & { limit: number }>(
    'error',
    ({ part, line, limit }) =>
      `Phần "${part}" của tệp, dòng ${line}: một đoạn dài hơn ${numberText(limit, 'vi')} ký tự không có phần tử XML nào. ${ASK_SENDER_VI}`,
    ({ part, line, limit }) =>
      `Part "${part}" of the file, line ${line}: more than ${numberText(limit, 'en')} characters without an XML element. ${ASK_SENDER_EN}`,
  ),
  'duplicate-sheet': message<{ name: string }>(
    'error',
    ({ name }) => `Sổ tính có hai trang cùng tên "${name}"; mỗi tên chỉ được có một lần. ${SAVE_AGAIN_VI}`,
    ({ name }) =>
      `The workbook has two sheets named "${name}"; each name was expected once. ${SAVE_AGAIN_EN}`,
  ),
  'shared-sheet-part': message<{ name: string; part: string }>(
    'error',
    ({ name, part }) =>
      `Trang "${name}" dùng chung phần "${part}" với một trang khác; mỗi trang phải có phần riêng. ${ASK_SENDER_VI}`,
    ({ name, part }) =>
      `Sheet "${name}" uses the part "${part}" of another sheet; each sheet was expected to have its own. ${ASK_SENDER_EN}`,
  ),
  'too-many-cells': message<{ limit: number }>(
    'error',
    ({ limit }) =>
      `Sổ tính có hơn ${numberText(limit, 'vi')} ô được ghi nên dừng đọc. Hãy xóa định dạng ở các dòng, cột trống rồi lưu lại.`,
    ({ limit }) =>
      `The workbook stores more than the ${numberText(limit, 'en')} cells allowed; reading stopped. Clear the formats of empty rows and columns and save it again.`,
  ),
  'text-too-long': message<{ limit: number }>(
    'error',
    ({ limit }) =>
      `Có văn bản dài hơn ${numberText(limit, 'vi')} ký tự, quá mức một ô Excel chứa được. Hãy rút ngắn rồi lưu lại.`,
    ({ limit }) =>
      `A text is longer than the ${numberText(limit, 'en')} characters an Excel cell can hold. Shorten it and save again.`,
  ),
  'bad-cell-address': message<PartLine & { found: string }>(
    'error',
    ({ part, line, found }) =>
      `Phần "${part}" của tệp, dòng ${line}: địa chỉ "${found}" không có trong trang tính; cần dạng như "B7" (tối đa XFD1048576). ${SAVE_AGAIN_VI}`,
    ({ part, line, found }) =>
      `Part "${part}" of the file, line ${line}: no sheet has a place "${found}"; an address such as "B7" (at most XFD1048576) was expected. ${SAVE_AGAIN_EN}`,
  ),
  'duplicate-cell': message<{ part: string }>(
    'error',
    ({ part }) =>
      `Ô này được ghi hai lần trong phần "${part}", không biết giá trị nào đúng. ${SAVE_AGAIN_VI}`,
    ({ part }) =>
      `This cell is stored twice in the part "${part}" and nothing says which value counts. ${SAVE_AGAIN_EN}`,
  ),
  'bad-cell-value': message<{ type: string; found: string }>(
    'error',
    ({ type, found }) =>
      `Ô ghi kiểu "${type}" nhưng nội dung "${found}" không đúng kiểu đó. Hãy nhập lại ô này rồi lưu lại.`,
    ({ type, found }) =>
      `The cell is stored with type "${type}", but its content "${found}" is not of that type. Enter the cell again and save.`,
  ),
};

/** Code of a finding about a workbook file. */
export type WorkbookFileCode = keyof typeof workbookFileMessages;

/** A finding about a workbook file, with the data of its code. */
export type WorkbookFileFinding = {
  [Code in WorkbookFileCode]: Finding<Code, DataOf<typeof workbookFileMessages, Code>>;
}[WorkbookFileCode];

const BYTES_PER_MEGABYTE = 1024 * 1024;

function megabytes(bytes: number, language: 'vi' | 'en'): string {
  const rounded = Math.ceil((bytes / BYTES_PER_MEGABYTE) * 10) / 10;
  return `${numberText(rounded, language)} MB`;
}
