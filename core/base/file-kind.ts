import type { Language } from './finding.ts';

/** What a file turns out to be that is not what its name says. */
export type FileKind =
  | 'workbook'
  | 'xlsb'
  | 'old-office'
  | 'opendocument'
  | 'excel-xml'
  | 'html'
  | 'text'
  | 'document'
  | 'presentation'
  | 'rich-text'
  | 'pdf'
  | 'image'
  | 'zip'
  | 'archive'
  | 'unknown';

/** What is to be done with it. */
type Advice = 'rename' | 'save-again' | 'unpack' | 'ask-for-workbook';

const kinds: Record<FileKind, { advice: Advice } & Record<Language, string>> = {
  workbook: { advice: 'rename', vi: 'sổ tính .xlsx', en: 'an .xlsx workbook' },
  xlsb: { advice: 'save-again', vi: 'sổ tính nhị phân (.xlsb)', en: 'a binary workbook (.xlsb)' },
  'old-office': {
    advice: 'save-again',
    vi: 'tệp Office 97–2003 (.xls, .doc)',
    en: 'a file of Office 97–2003 (.xls, .doc)',
  },
  opendocument: {
    advice: 'save-again',
    vi: 'tài liệu OpenDocument (.ods, .odt)',
    en: 'an OpenDocument file (.ods, .odt)',
  },
  'excel-xml': {
    advice: 'save-again',
    vi: 'bảng tính XML của Excel 2003',
    en: 'an XML spreadsheet of Excel 2003',
  },
  html: { advice: 'save-again', vi: 'một trang web (HTML)', en: 'a web page (HTML)' },
  text: { advice: 'save-again', vi: 'một tệp văn bản (có thể là CSV)', en: 'a text file (perhaps CSV)' },
  document: { advice: 'ask-for-workbook', vi: 'văn bản Word', en: 'a Word document' },
  presentation: { advice: 'ask-for-workbook', vi: 'bản trình chiếu', en: 'a presentation' },
  'rich-text': { advice: 'ask-for-workbook', vi: 'văn bản RTF', en: 'a rich text document (RTF)' },
  pdf: { advice: 'ask-for-workbook', vi: 'một tệp PDF', en: 'a PDF file' },
  image: { advice: 'ask-for-workbook', vi: 'một tệp ảnh', en: 'a picture' },
  zip: { advice: 'unpack', vi: 'tệp nén loại khác', en: 'a zip of another kind' },
  archive: { advice: 'unpack', vi: 'tệp nén (.rar, .7z, .gz)', en: 'a compressed file (.rar, .7z, .gz)' },
  unknown: { advice: 'save-again', vi: 'dữ liệu không nhận ra', en: 'data of no known kind' },
};

const advices: Record<Advice, Record<Language, string>> = {
  rename: {
    vi: 'Hãy đổi đuôi tệp thành .xlsx rồi gửi lại.',
    en: 'Change its ending to .xlsx and send it again.',
  },
  'save-again': {
    vi: 'Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng "Excel Workbook (.xlsx)" rồi gửi lại.',
    en: 'Open it in Excel or LibreOffice, save it as "Excel Workbook (.xlsx)" and send it again.',
  },
  unpack: {
    vi: 'Hãy đổi đuôi tệp về đúng loại, hoặc giải nén rồi gửi các tệp bên trong.',
    en: 'Give it its right ending, or unpack it and send the files inside.',
  },
  'ask-for-workbook': {
    vi: 'Số trong đó không đọc vào được: hãy gửi chính sổ Excel (.xlsx) đã điền.',
    en: 'Figures in it cannot be taken over: send the Excel workbook (.xlsx) itself that was filled in.',
  },
};

/** A kind of file as messages name it. */
export function kindWord(kind: FileKind, language: Language): string {
  return kinds[kind][language];
}

/** What is to be done with a file of a kind that cannot be read. */
export function kindAdvice(kind: FileKind, language: Language): string {
  return advices[kinds[kind].advice][language];
}

/** What is to be done with what a spreadsheet program can open and we cannot. */
export const adviceToSaveAgain = advices['save-again'];
