import type { Doubt, LeftOutReason } from './model.ts';

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
  attribute: ['số lượng đi kèm, không phải mục tiêu', 'a number that goes along with something'],
  threshold: ['ngưỡng trong định nghĩa của chỉ tiêu', 'a threshold in what an indicator is of'],
  money: ['kinh phí, mức tiền', 'an amount of money'],
  condition: ['điều kiện, ngoại lệ', 'a condition or exception'],
  quoted: ['nằm trong ngoặc kép', 'within quotation marks'],
  'base-year': ['năm gốc để so sánh', 'the year compared with'],
  'page-number': ['số trang', 'a page number'],
  signature: ['phần ký, nơi nhận', 'signature and addressees'],
  unknown: ['chưa rõ', 'not known'],
};

/** Why to look at a row before accepting it, as a planner is told. */
export const doubtTexts: Record<Doubt, readonly [vi: string, en: string]> = {
  'year-of-plan': [
    'Câu không ghi năm; đã lấy theo kỳ kế hoạch.',
    'No year is printed; the period of the plan is taken.',
  ],
  'year-far': ['Năm lấy từ vế hoặc câu khác.', 'The year is taken from another part or sentence.'],
  'kind-unclear': [
    'Kiểm tra: mức phải đạt, số mỗi năm hay tổng cả giai đoạn.',
    'Check: a level, a yearly amount or a total.',
  ],
  'change-unclear': [
    'Tăng, giảm % không ghi “mỗi năm”: đã đọc là cho cả kỳ.',
    'A change in per cent without “a year”: read as one over the period.',
  ],
  'comparator-inherited': ['Từ so sánh lấy từ đầu danh sách.', 'The comparator is that before the list.'],
  'indicator-weak': [
    'Không chỉ tiêu nào trong danh mục gần với câu này; có thể là chỉ tiêu mới.',
    'No indicator is near these words; it may be a new one.',
  ],
  'indicator-close': ['Hai chỉ tiêu gần như nhau; chọn đúng một.', 'Two indicators are as near; choose one.'],
  'stratum-words': [
    'Câu nói về một nhóm mà danh mục chưa có.',
    'The words name a group that the catalogue has not.',
  ],
  'several-groups': [
    'Một số cho nhiều nhóm: mỗi nhóm một dòng.',
    'One number for several groups: one row each.',
  ],
  'number-format': [
    'Cách ghi số không theo quy ước (dấu phẩy là dấu thập phân).',
    'The number is not written the Vietnamese way.',
  ],
  'role-unclear': [
    'Có thể là số của hiện tại, không phải mục tiêu.',
    'It may be a figure of the present, not a target.',
  ],
  'no-digits': ['Không có số trong câu.', 'No number is printed.'],
};
