import type { Label } from './label.ts';
import type { Paragraph } from './paragraph.ts';
import { isTitle } from './title.ts';

/** Longer than this, what has no final punctuation is a paragraph all the same. */
const LONGEST_HEADING = 220;

/** A short line without final punctuation, in capitals, marked as one, or labelled with a number. */
export function looksLikeHeading(
  { text, clean, block }: Paragraph,
  label: Label | null,
  from: number,
): boolean {
  const own = clean.slice(from).trim();
  if (own === '' || own.length > LONGEST_HEADING || isDay(own)) return false;
  if (block.heading === true) return true;
  // A bullet that says that nothing is left, or all is done, is an aim without a number.
  if (
    /^(?:dash|plus|star)$/u.test(label?.sort ?? '') &&
    /^(?:không còn|xóa|xoá|chấm dứt|hoàn thành|tất cả)(?!\p{L})/u.test(own)
  )
    return false;
  if (/[.;,!?]["”)]?$/u.test(own) && !/^#|^\*\*/u.test(text)) {
    return (
      label !== null && /^(?:roman|part|capital)$/u.test(label.sort) && own.length < 120 && !/\d/u.test(own)
    );
  }
  const letters = text.slice(from).replaceAll(/[^\p{L}]/gu, '');
  if (letters !== '' && letters === letters.toLocaleUpperCase('vi')) return true;
  if (/^(?:#|\*\*)/u.test(text) && /\*\*$|^#/u.test(text)) return true;
  if (/%|\d\s(?:người|hộ|xã)/u.test(own) || printsQuantity(own, label)) return false;
  return label === null
    ? (/^[^:]{4,90}$/u.test(own) || isTitle(own)) &&
        /năm (?:19|20)\d\d|giai đoạn|nhiệm kỳ|thời kỳ|mục tiêu/u.test(own)
    : true;
}

/** Numbers that a heading prints: years, dates, and those of what it is called. */
const OF_HEADING =
  /(?:19|20)\d{2}(?:\s?-\s?(?:19|20)?\d{2,4})?|(?:tháng|quý|ngày|tuần|đợt|vòng|lớp|khóa|điều|thứ|số|tuổi|(?:mục tiêu|chỉ tiêu|nhiệm vụ|dự án|nội dung|tiêu chí|hợp phần|hoạt động|giải pháp|nhóm|bước|phụ lục|biểu|bảng|mẫu)(?:\s(?:số|thành phần))?)\s\d+(?:[./]\d+)*|\d{1,5}(?:\/\d{4})?\/\p{L}{1,5}-[\p{L}/-]*/gu;
/** A verb, a colon or a comparison right before a number. */
const LEADS_TO_NUMBER =
  /(?:(?<!\p{L})(?:đạt|còn|trên|dưới|ít nhất|tối thiểu|tối đa|khoảng|không quá|lên|xuống|từ|có|thêm|giảm|tăng)|:)\s(?:(?:\p{L}+\s){0,2})?\d/u;

/** "- Số bác sĩ/vạn dân: 14": a bullet with a number, or a line with a number that a verb leads to, is no heading. */
function printsQuantity(own: string, label: Label | null): boolean {
  const rest = own.replaceAll(OF_HEADING, ' ');
  // "b) Hoàn thành 6.900 căn nhà ở xã hội, gồm:": the whole of what is listed below.
  if (/,\s(?:(?:bao )?gồm(?: có)?|trong đó|cụ thể|chia ra)\s?:$/u.test(own) && /\d/u.test(rest)) return true;
  return /^(?:dash|plus|star)$/u.test(label?.sort ?? '') ? /\d/u.test(rest) : LEADS_TO_NUMBER.test(rest);
}

/** "Lai Châu, ngày 12 tháng 3 năm 2021" */
function isDay(own: string): boolean {
  return /^\p{L}[^.;:]{0,40}, ngày\s?\d{0,2}\s?tháng\s?\d{0,2}\s?năm\s\d{4}$/u.test(own);
}
