import type { Beside } from './aside.ts';

/** 30a, 4G, COVID-19, B40; and Mục tiêu 95-95-95. */
export function isName({ before, after, unit, clause, printed }: Beside): boolean {
  if (/\p{L}-$|(?:gmt|utc)\s?\+\s?$/u.test(before)) return true;
  // "Lượt xem: 22" of a page.
  if (unit === '' && /(?:lượt xem|lượt đọc|bình luận|lượt truy cập)\s?:?\s$/u.test(before)) return true;
  // Seven digits without a dot between them are the number of a telephone.
  if (unit === '' && /^\d{7,}$/u.test(printed)) return true;
  if (
    /(?:tổng đài|đường dây nóng|số điện thoại|hotline|số máy|điện thoại|đầu số|zalo)\s(?:[^,;.:%\d]{0,60}\s|[\d\s.]+\s)?$/u.test(
      clause,
    ) &&
    /^\d{3,}$/u.test(printed) &&
    unit === ''
  )
    return true;
  if (unit === '' && /^\p{L}/u.test(after) && !/^(?:m|cm|mm|km|ha|kg|mg|kcal)(?!\p{L})/u.test(after))
    return true;
  // "tiếp cận trình độ ASEAN - 4"
  if (
    /\p{L}{3}\s-\s$/u.test(before) &&
    unit === '' &&
    /^\d{1,2}$/u.test(printed) &&
    /^\s?(?:[.,;:)]|$)/u.test(after)
  )
    return true;
  // "Mục tiêu 90 - 90 - 95"
  if (/^\s-\s\d+\s-\s\d/u.test(after) || (printed.includes('-') && /\d\s-\s$/u.test(before))) return true;
  return /^-\d+-\d+/u.test(after) || /\d-$/u.test(before);
}
