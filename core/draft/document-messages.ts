import { message } from '../base/finding.ts';
import { excerpt } from '../base/message-pieces.ts';
import { numberText } from '../base/number-text.ts';

/** How many places a sentence names. */
const FEW = 5;

function places(found: readonly string[], more: (left: number) => string): string {
  const shown = found.slice(0, FEW).map((one) => `“${one}”`);
  const left = found.length - shown.length;
  return `${shown.join('; ')}${left > 0 ? more(left) : ''}`;
}

const placesVi = (found: readonly string[]) => places(found, (left) => `; và ${left} chỗ nữa`);
const placesEn = (found: readonly string[]) => places(found, (left) => `; and ${left} more`);

/** A program that reads documents for us. */
interface Helper {
  program: string;
}

/** Findings about reading a plan's document, before anything is drafted from it. */
export const documentMessages = {
  'document-kind': message<Record<string, never>>(
    'error',
    () =>
      'Không nhận ra loại tệp. Hãy đưa văn bản .docx, .doc, .pdf (có chữ, không phải ảnh quét) hoặc .txt.',
    () =>
      'The kind of file is not known. Give a document .docx, .doc, .pdf (with text, not scanned) or .txt.',
  ),
  'document-markup': message<{ found: string }>(
    'error',
    ({ found }) =>
      `Tệp là trang web hoặc mã đánh dấu (HTML, XML), không phải văn bản thuần: “${excerpt(found)}”. Hãy mở bằng trình duyệt hoặc Word, lưu lại dạng .docx rồi chạy lại.`,
    ({ found }) =>
      `The file is a web page or other markup (HTML, XML), not plain text: “${excerpt(found)}”. Open it in a browser or in Word, save it as .docx and run again.`,
  ),
  'document-unreadable': message<{ reason: string }>(
    'error',
    ({ reason }) =>
      `Không đọc được văn bản: ${reason} Hãy mở tệp bằng Word, lưu lại dạng .docx rồi chạy lại.`,
    ({ reason }) => `The document cannot be read: ${reason} Open it in Word, save it as .docx and run again.`,
  ),
  'document-empty': message<Record<string, never>>(
    'error',
    () => 'Văn bản không có chữ nào. Hãy đưa bản có chữ.',
    () => 'The document has no text. Give one that has.',
  ),
  'document-paragraph-long': message<{ letters: number; limit: number; found: string }>(
    'error',
    ({ letters, limit, found }) =>
      `Văn bản có một đoạn dài ${numberText(letters, 'vi')} ký tự (“${excerpt(found)}”), quá ${numberText(limit, 'vi')}: không đoạn nào của một kế hoạch dài như vậy, có lẽ các dòng đã bị nối làm một. Hãy ngắt đoạn (Enter sau mỗi ý), lưu lại rồi chạy lại.`,
    ({ letters, limit, found }) =>
      `The document has a paragraph of ${numberText(letters, 'en')} characters (“${excerpt(found)}”), more than ${numberText(limit, 'en')}: no plan has one so long, lines may have been joined. Break it after every point, save and run again.`,
  ),
  'document-tracked': message<{ found: string[] }>(
    'error',
    ({ found }) =>
      `Văn bản còn ${found.length} đoạn có sửa đổi chưa duyệt (Track Changes): ${placesVi(found)}. Chương trình không chọn thay. Hãy duyệt hoặc bỏ hết trong Word (Review › Accept All hoặc Reject All), lưu lại rồi chạy lại.`,
    ({ found }) =>
      `The document has ${found.length} paragraphs with tracked changes: ${placesEn(found)}. Nothing is chosen for you. Accept or reject them all in Word (Review), save and run again.`,
  ),
  'document-hidden': message<{ found: string[] }>(
    'error',
    ({ found }) =>
      `Văn bản có ${found.length} đoạn chứa chữ ẩn: ${placesVi(found)}. Hãy cho hiện (Font › bỏ Hidden) hoặc xóa, lưu lại rồi chạy lại.`,
    ({ found }) =>
      `The document has ${found.length} paragraphs with hidden text: ${placesEn(found)}. Show it (Font › Hidden) or delete it, save and run again.`,
  ),
  'document-struck': message<{ found: string[] }>(
    'error',
    ({ found }) =>
      `Văn bản có ${found.length} đoạn chứa chữ bị gạch ngang: ${placesVi(found)}. Chương trình không đoán chữ ấy còn hay đã bỏ. Hãy xóa, hoặc bỏ gạch ngang (Font › bỏ Strikethrough), lưu lại rồi chạy lại.`,
    ({ found }) =>
      `The document has ${found.length} paragraphs with text struck out: ${placesEn(found)}. Whether it still holds is not guessed. Delete it, or take the line away (Font › Strikethrough), save and run again.`,
  ),
  'document-letters-mixed': message<{ found: string[] }>(
    'error',
    ({ found }) =>
      `Văn bản dùng phông chữ cũ (.Vn…, VNI-…) lẫn với Unicode nên không biết chắc từng chữ${found.length === 0 ? '' : `: ${placesVi(found)}`}. Hãy chuyển cả văn bản sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F9) rồi chạy lại.`,
    ({ found }) =>
      `The document mixes old fonts (.Vn…, VNI-…) with Unicode, so its letters are not sure${found.length === 0 ? '' : `: ${placesEn(found)}`}. Convert all of it to Unicode and run again.`,
  ),
  'document-letters-unknown': message<{ found: string[] }>(
    'error',
    ({ found }) =>
      `Chữ của văn bản không phải Unicode, cũng không đọc được theo TCVN3, VNI hay Windows-1258: ${placesVi(found)}. Hãy chuyển văn bản sang Unicode rồi chạy lại.`,
    ({ found }) =>
      `The letters are neither Unicode nor can they be read as TCVN3, VNI or Windows-1258: ${placesEn(found)}. Convert the document to Unicode and run again.`,
  ),
  'document-letters-converted': message<{ encoding: string }>(
    'note',
    ({ encoding }) =>
      `Đã chuyển chữ từ bảng mã ${encoding} sang Unicode. Hãy xem lại vài câu, nhất là chữ hoa có dấu.`,
    ({ encoding }) =>
      `Letters were converted from ${encoding} to Unicode. Look at a few sentences, capitals above all.`,
  ),
  'document-helper-missing': message<Helper & { install: string }>(
    'error',
    ({ program, install }) =>
      `Để đọc tệp loại này cần ${program}, máy chưa có. Hãy cài (${install}), hoặc mở tệp bằng Word và lưu lại dạng .docx.`,
    ({ program, install }) =>
      `Reading this kind of file needs ${program}, which is not installed. Install it (${install}), or open the file in Word and save it as .docx.`,
  ),
  'document-helper-failed': message<Helper & { reason: string }>(
    'error',
    ({ program, reason }) =>
      `${program} không đọc được tệp này (${reason}). Hãy mở tệp bằng Word và lưu lại dạng .docx.`,
    ({ program, reason }) =>
      `${program} cannot read this file (${reason}). Open it in Word and save it as .docx.`,
  ),
  'pdf-without-text': message<{ pages: number[]; of: number }>(
    'error',
    ({ pages, of }) =>
      `PDF có ${pages.length} trên ${of} trang không có chữ (ảnh quét): trang ${pages.slice(0, 20).join(', ')}${pages.length > 20 ? ' …' : ''}. Hãy dùng bản Word, hoặc PDF xuất từ Word; bản quét phải gõ lại hoặc nhận dạng chữ và soát lại trước.`,
    ({ pages, of }) =>
      `${pages.length} of ${of} pages of the PDF have no text (scanned): page ${pages.slice(0, 20).join(', ')}${pages.length > 20 ? ' …' : ''}. Use the Word document or a PDF made from it; a scan has to be typed, or recognised and proof-read, first.`,
  ),
  'pdf-tables': message<{ lines: number }>(
    'warning',
    ({ lines }) =>
      `PDF có ${lines} dòng chỉ gồm số, có thể là bảng. PDF không giữ hàng và cột, nên số trong bảng chưa chắc đúng chỗ: nên dùng bản Word.`,
    ({ lines }) =>
      `The PDF has ${lines} lines of nothing but numbers, perhaps of tables. A PDF keeps no rows and columns, so numbers of tables may be out of place: better use the Word document.`,
  ),
};
