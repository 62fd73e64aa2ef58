import type { LeftOutReason } from './model.ts';

/** Why a number is in no row, as a planner is told. */
export const leftOutTexts: Record<LeftOutReason, readonly [vi: string, en: string]> = {
  label: ['số thứ tự của đề mục', 'number of a clause'],
  date: ['ngày, tháng', 'a day or month'],
  year: ['năm', 'a year'],
  'document-number': ['số hiệu văn bản', 'number of a document'],
  name: ['một phần của tên gọi', 'part of a name'],
  age: ['độ tuổi', 'an age'],
  duration: ['khoảng thời gian', 'a length of time'],
  ordinal: ['số thứ tự, mức độ, nhóm', 'an ordinal, level or group'],
  denominator: ['mẫu số của đơn vị tính', 'what a rate is of'],
  multiple: [
    'số lần hoặc phân số: nếu là mục tiêu, hãy ghi lại thành phần trăm',
    'a multiple or fraction: write it in per cent if it is a target',
  ],
  exponent: ['số mũ của đơn vị', 'exponent of a unit'],
  footnote: ['dấu chú thích', 'the mark of a footnote'],
  elsewhere: [
    'con số của nơi khác, không phải của kế hoạch này',
    'a figure of another place, not of this plan',
  ],
  attribute: ['số lượng đi kèm, không phải mục tiêu', 'a number that goes along with something'],
  threshold: ['ngưỡng trong định nghĩa của chỉ tiêu', 'a threshold in what an indicator is of'],
  money: ['kinh phí, mức tiền', 'an amount of money'],
  condition: ['điều kiện, ngoại lệ', 'a condition or exception'],
  quoted: ['nằm trong ngoặc kép', 'within quotation marks'],
  'base-year': ['năm gốc để so sánh', 'the year compared with'],
  'page-number': ['số trang', 'a page number'],
  signature: ['phần ký, nơi nhận', 'signature and addressees'],
  'place-row': [
    'dòng của một xã, huyện (hoặc dòng tổng) trong bảng mà cột chưa rõ: chép lại bảng có tiêu đề cột, mỗi ô cách nhau một dấu tab',
    'a row of a commune or district (or of their total) in a table whose columns are not clear: copy the table with its headings, a tab between any two cells',
  ],
  unknown: ['chưa rõ', 'not known'],
};
