import type { PrintedNumber } from './printed-number.ts';

/** What a number is counted over stands no further before it (letters). */
const LED = 200;
const AREA = /^\s?(?:ha|héc ta|hecta|m2|km2|một|đơn vị)(?!\p{L})/u;

/**
 * "bé trai/100 bé gái", "số bác sĩ trên 10.000 dân đạt 15": what a rate is of. Before the number of the rate it is
 * known by its noun ("số", "tỷ suất") and the number that follows.
 */
export function isDenominator({
  before,
  after,
  clause,
  value,
  printed,
  unit,
}: Pick<PrintedNumber, 'value' | 'printed' | 'unit'> & {
  before: string;
  after: string;
  clause: string;
}): boolean {
  if (/\p{L}\s?\/\s?$/u.test(before)) return true;
  if (/^\p{L}/u.test(printed) && /\strên\s$/u.test(before) && /^\s(?:người\s)?dân(?!\p{L})/u.test(after))
    return true;
  if (value === null || !/^10*$/u.test(String(value))) return false;
  // "Số giường bệnh trên 10.000 dân": a name, with no number of its own and nothing that says what is reached.
  if (
    /^\W*(?:số|tỷ suất|tỷ số|tỷ lệ|mật độ|bác s[ĩỹ]|giường)(?!\p{L})[^;:%]*\strên\s$/u.test(clause) &&
    !/(?<!\p{L})(?:đạt|có|là|còn|lên|xuống|tăng|giảm|hơn|được)(?!\p{L})/u.test(clause) &&
    /^(?:\s(?:người\s)?dân|\strẻ(?:\sem)?\s(?:đẻ|sinh)(?:\sra)?\ssống)?\s*(?:\([^()\d]*\)\s*)?$/u.test(
      `${unit.replace(/^\s*/u, ' ').trimEnd()}${after}`,
    )
  )
    return true;
  // "Giá trị thu hoạch trên 1 ha đất canh tác đạt 212 triệu đồng"
  if (
    /(?:giá trị|năng suất|sản lượng|thu nhập)[^,;:%\d]*\strên\s$/u.test(clause.slice(-LED)) &&
    AREA.test(`${unit} ${after}`)
  )
    return true;
  // "Trên 10.000 dân có 14 bác sĩ"
  if (
    /(?:^|[,:-]|(?:19|20)\d{2})\s*(?:phấn đấu\s)?(?:cứ|trên|bình quân|trung bình|tính trên|mỗi)\s$/u.test(
      clause,
    ) &&
    /^\s(?:người\s)?(?:dân|người|trẻ|phụ nữ|lao động|hộ)[^,;:.\d]{0,30}\s(?:có|đạt|là)\s[^,;:.\d]{0,30}\d/u.test(
      after,
    )
  )
    return true;
  // "Số sinh viên quy đổi trên 01 giảng viên không quá 25"
  if (
    value === 1 &&
    unit === '' &&
    /(?:^|\s)(?:số|tỷ lệ|tỷ số|bình quân)(?!\p{L})[^,;:%\d]*\strên\s$/u.test(clause) &&
    /^\s\p{L}[^,;:.\d]{1,60}\d/u.test(after)
  )
    return true;
  return (
    // The end first: with it the first noun that is found is the last one tried.
    /\strên\s$/u.test(clause) &&
    /(?:số|tỷ suất|tỷ số|tỷ lệ|mật độ|bác s[ĩỹ]|giường bệnh|giường)(?!\p{L})[^,;:%]*$/u.test(clause) &&
    /^\s(?:người\s)?(?:dân|người|trẻ|phụ nữ|lao động|hộ)(?:[^,;:.\d]{0,60}|\s?:\s[^;.%]{0,40}?)\d/u.test(
      after,
    )
  );
}
