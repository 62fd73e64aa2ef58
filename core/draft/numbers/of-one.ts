/** A number with the words around it, in lower case. */
interface Words {
  printed: string;
  unit: string;
  after: string;
  /** Words of its clause that stand before it. */
  clause: string;
}

const WEIGHS =
  /(?:^|\s)(?:nặng|cân nặng(?: (?:khi|lúc) sinh)?|trọng lượng)\s(?:(?:từ|là|dưới|trên|khoảng|tối thiểu|ít nhất)\s)*$/u;

/**
 * Whether a number says how heavy one of those counted is ("trẻ sơ sinh nặng dưới 2.500 gam"), what others give to the
 * work ("đóng góp 12.000 ngày công"), or in how many sorts rights are told ("25 nhóm quyền").
 */
export function isOfOne({ clause, unit, after }: Words): boolean {
  const isWeight = /^(?:gam|gram|gr|kg|tạ)(?!\p{L})/u.test(`${unit}${after}`.trim());
  if (isWeight && WEIGHS.test(clause) && !/(?:trung bình|bình quân)[^,;]*$/u.test(clause)) return true;
  if (unit !== '') return false;
  return (
    /^\s(?:nhóm\s)?quyền(?!\p{L}|\ssử dụng)/u.test(after) ||
    // "Thường trực HĐND, 02 Ban và 24 đại biểu giám sát"
    (/^\s(?:ban|tổ đại biểu|đại biểu)(?!\p{L})/u.test(after) &&
      /thường trực (?:hđnd|hội đồng)[^;.]*$/u.test(clause)) ||
    (/^\sngày công(?!\p{L})/u.test(after) && /đóng góp\s[^,;\d]*$/u.test(clause))
  );
}

const THOSE_WITH =
  /(?:hộ|xã|thôn|trường|trạm|cơ sở|người|phụ nữ|trẻ)(?!\p{L})[^,;:%\d]*\s(?:có|đủ)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u;
const THEN_SHARE = /^\s\p{L}[^,;:.%\d]{2,40}\s(?:(?:đạt|là|còn|trên|dưới)\s)*\d[\d,]*\s?%/u;

/** "hộ có 3 công trình vệ sinh 80 %": what those have that the share behind it is of. */
export function isInName({ clause, after, printed, unit }: Words): boolean {
  return unit === '' && /^\d{1,2}$/u.test(printed) && THOSE_WITH.test(clause) && THEN_SHARE.test(after);
}
