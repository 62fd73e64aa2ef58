import type { LeftOutReason } from '../model.ts';
import { isOfSomethingNamed } from './of-something.ts';
import { hasPredicate } from './predicate.ts';
import type { PrintedNumber } from './printed-number.ts';

const THINGS =
  /^\s?(?:loại|mũi|bệnh|nhóm|bậc|buổi|lần|chỉ số|tiêu chí|nội dung|nhiệm vụ|giải pháp|bước|khâu|chiều|nguyên tắc|tại chỗ|không(?!\s(?:gian|quân))|sẵn sàng|trục|trụ cột|mặt|môn|câu(?!\slạc)|liều|kỳ|đợt|vòng|lĩnh vực|thứ tiếng|cấp|ca|sạch)(?!\p{L})/u;
/** What is named by how many there are, wherever it stands. */
const ALWAYS =
  /^\s?(?:(?:lần|đợt|kỳ)\s?\/(?!\s?(?:người|đầu người))|(?:số|kỳ)\s?\/\s?(?:tháng|tuần|quý)|(?:bài|tin|chuyên mục)\s?\/\s?(?:tuần|ngày)|buổi\s?\/\s?(?:tuần|ngày|lớp|đợt|tháng|khóa|năm học|học kỳ|kỳ)|độ tuổi(?!\p{L})|(?:loại vắc|loại vac|mũi|tại chỗ|không(?!\s(?:gian|quân))|sẵn sàng|nguyên tắc|chương trình mục tiêu|chương trình mtqg)(?!\p{L}))/u;
const MOVES_ON = /(?:lên|xuống|còn|trong đó|riêng|đến năm|năm (?:19|20)\d{2}|tới)(?!\p{L})/u;
const LEVEL_WORD = /(?:mức độ|nhóm|hạng|tốp|top|thứ|bậc|loại|cấp độ|mức)\s$/u;
/** "100 % xã, phường mỗi quý có ít nhất 04 tin": how many each of those has that the share is of. */
function saysOfEach(previous: PrintedNumber, { unit, value }: PrintedNumber, between: string): boolean {
  // "100 % hộ có thành viên … có ít nhất 01 lao động có việc làm": one at least is of each, whatever is said of them.
  const isOne = value === 1 && /\scó\s(?:ít nhất|tối thiểu)\s$/u.test(between);
  const lead =
    /\s(?:(?:mỗi|hằng|hàng) (?:tháng|quý|tuần|năm)\s)?(?:có|tổ chức|duy trì|xây dựng|thành lập|bố trí|mở)\s(?:ít nhất|tối thiểu|từ|trên|không dưới)\s$/u.exec(
      between,
    );
  if (lead === null || previous.unit !== '%' || unit !== '') return false;
  const named = between.slice(0, lead.index);
  return (
    !/[;:.()]/u.test(named) &&
    !MOVES_ON.test(named) &&
    (isOne || !hasPredicate(named)) &&
    !/tỷ lệ|trong đó|riêng/u.test(named)
  );
}

/** "Tại các xã có tỷ lệ hộ nghèo trên 25 % giảm từ 4 %": what those have that the next number is of. */
function saysWhich(clause: string, behind: string): boolean {
  return (
    (/\scó\s(?:tỷ lệ|mức|thu nhập|diện tích|số|độ|trình độ)\s[^,;:]*(?:trên|dưới|từ|hơn|quá)\s$/u.test(
      clause,
    ) ||
      // "ở xã nơi có 50 % dân số là … trở lên đạt 60 %"
      (/(?:nơi|vùng|địa bàn|xã|thôn|bản|huyện)\scó\s(?:(?:từ|trên|ít nhất|tối thiểu)\s)?$/u.test(clause) &&
        /^[^,;.%\d]*\strở lên\s(?:đạt|giảm|tăng|còn|là|chiếm|có|phấn đấu)\s[^,;:()]{0,20}$/u.test(behind)) ||
      // "số vụ ngộ độc từ 30 người mắc trở lên giảm 10 %"
      (/\p{L}\stừ\s$/u.test(clause) && /^\s[^,;.%\d]{1,24}\strở lên\s/u.test(behind))) &&
    /^(?:\s[^,;.%\d]*\strở lên|\s(?!giảm|tăng|đạt|còn)[\p{L}/]{2,12})?\s(?:(?:trở lên|trở xuống)\s)?(?:giảm|tăng|đạt|còn|xuống|lên|là|chiếm)\s[^,;:()]{0,20}$/u.test(
      behind,
    )
  );
}

/** "Cân nặng sơ sinh thấp (dưới 2.500 gram) dưới 5 %": a bracket before the number says what is meant. */
function isInDefinition(number: PrintedNumber, segment: readonly PrintedNumber[], clean: string): boolean {
  const close = clean.indexOf(')', number.unitEnd);
  const next = segment[segment.indexOf(number) + 1];
  return (
    /^%|^‰/u.test(number.unit) === false &&
    /\p{L}\s\((?:dưới|trên|từ|đến|không quá|ít nhất|≥|≤|[<>]=?)\s?$/u.test(clean.slice(0, number.start)) &&
    close >= 0 &&
    next !== undefined &&
    next.start > close &&
    !/[,;]/u.test(clean.slice(close, next.start))
  );
}

/** "(dưới 1.000 …", "(diện tích từ 500 m2 …, 300 m2 …" */
const BOUND_IN_BRACKET =
  /^[^;()]*\((?:(?:diện tích|quy mô|dung tích|công suất|thu nhập|mức)\s)?(?:dưới|trên|từ|không quá|ít nhất|tối thiểu|≥|≤|[<>]=?)[^()]*$/u;

/** Fewer than these are of each, not of all. */
const FEW = 4;
const MONEY = /đồng|usd/u;

function isFew({ unit, high, value }: PrintedNumber): boolean {
  return unit === '' && (high ?? value ?? FEW) < FEW;
}

/** "Hỗ trợ 45 tỷ đồng cho 900 hộ": a sum for those who are helped, not what was lent or paid out. */
function isSumFor({ unit, start }: PrintedNumber, clean: string): boolean {
  return (
    MONEY.test(unit) &&
    !/(?:giải ngân|dư nợ|doanh số)[^,;.]*$/u.test(clean.slice(Math.max(0, start - 60), start))
  );
}

/** A part that names the whole a number counts: what follows without a comma is about that. */
const SEPARATES = /[,;:()]|(?:^|\s)(?:và|hoặc)\s|\s-\s/u;

/**
 * Why a quantity is no target but part of what another one is of: "8 loại vắc xin", "xã đạt từ 15 tiêu chí trở lên",
 * "xóa mù chữ mức độ 2". Null where it stands for itself.
 * @param segment the quantities between the same semicolons, in order
 * @param sentence all of its sentence
 */
export function partOfAnother(
  number: PrintedNumber,
  segment: readonly PrintedNumber[],
  sentence: readonly PrintedNumber[],
  clean: string,
): LeftOutReason | null {
  const index = segment.indexOf(number);
  const before = clean.slice(Math.max(0, number.start - 30), number.start);
  const after = clean.slice(number.unitEnd, number.unitEnd + 40);
  const others = segment.filter((one) => one !== number);
  const next = segment[index + 1];
  if (isInDefinition(number, segment, clean)) return 'threshold';
  if (
    next !== undefined &&
    saysWhich(
      clean.slice(Math.max(0, number.start - 90), number.start),
      clean.slice(number.unitEnd, next.start),
    )
  )
    return 'threshold';
  // "7 huyện nghèo giảm từ 6 % trở lên": where it moves so.
  if (
    number.unit === '' &&
    next?.unit === '%' &&
    /^\s(?:huyện|xã|thôn|bản|phường|quận)(?:\s(?!giảm|tăng)\p{L}+){0,4}\s(?:giảm|tăng)\s(?:(?:từ|bình quân|trên|ít nhất|khoảng)\s)*$/u.test(
      clean.slice(number.unitEnd, next.start),
    )
  )
    return 'attribute';
  // "mỗi cơ sở dự phòng 05 % số giường"
  if (
    number.unit === '%' &&
    /(?:^|[\s,;])mỗi\s(?!năm|tháng|quý)\p{L}+(?:\s\p{L}+){0,3}\s(?:dành|dự phòng|bố trí|trích)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u.test(
      clean.slice(Math.max(0, number.start - 80), number.start),
    )
  )
    return 'attribute';
  if (/(?:^|\s)thời lượng\s(?:(?:từ|tối thiểu|ít nhất|khoảng|là)\s)*$/u.test(before)) return 'attribute';
  const hasPercent = others.some(({ unit }) => unit !== '');
  if (number.unit === '' && number.scale === '') {
    const sharesClause = others.some(
      (one) =>
        !SEPARATES.test(
          clean.slice(Math.min(one.unitEnd, number.unitEnd), Math.max(one.start, number.start)),
        ),
    );
    if (
      LEVEL_WORD.test(before) &&
      !/^\s?(?:tỉnh|địa phương|quốc gia|đơn vị|nước)/u.test(after) &&
      (others.some((one) => one.start < number.start) ||
        // "trong đó mức độ 2 chiếm ít nhất 25 %"
        (next !== undefined &&
          next.unit === '%' &&
          /^\s(?:đạt|chiếm|là|có|từ|tối thiểu|ít nhất|trên|dưới|khoảng|không dưới|\s)+\s$/u.test(
            clean.slice(number.end, next.start),
          )) ||
        // "Tỷ lệ người biết chữ mức độ 1 đạt 98 %"
        (next !== undefined &&
          /(?:^|\s)tỷ lệ\s[^,;:]*$/u.test(clean.slice(Math.max(0, number.start - 90), number.start))))
    )
      return 'ordinal';
    if (
      THINGS.test(after) &&
      ((sharesClause &&
        !(
          /(?:tổ chức|mở)(?:\s(?:ít nhất|tối thiểu|khoảng))?\s$/u.test(before) &&
          /^\s(?:buổi|đợt)/u.test(after)
        )) ||
        (hasPercent &&
          !/(?:đạt|ít nhất|tối thiểu|có|thực hiện|tổ chức|xuống|còn|dưới|không quá|lên)\s$/u.test(before)))
    )
      return 'attribute';
    // "Mỗi năm 01 lần được tập huấn"
    const isHowOften =
      /(?:(?:mỗi|hằng|hàng)\s(?:năm|quý|tháng|tuần)|\d\s(?:năm|tháng)(?:\s\p{L}+){0,3})\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u;
    // "tổ chức diễn đàn ít nhất 01 lần": how often is of each who does it.
    if (
      isFew(number) &&
      Number.isInteger(number.value ?? number.high) &&
      /^\slần(?!\p{L}|\s(?:so|lượt|sinh))/u.test(after)
    )
      return 'attribute';
    // "phun hóa chất 02 đợt"
    if (
      isFew(number) &&
      /^\sđợt(?!\p{L})/u.test(after) &&
      !/(?:tổ chức|mở|phát động|có|triển khai|mỗi năm|hằng năm)\s$/u.test(before)
    )
      return 'attribute';
    if (ALWAYS.test(after) || (isHowOften.test(before) && /^\s?lần(?!\p{L})/u.test(after)))
      return 'attribute';
    // "Kế hoạch đề ra 04 mục tiêu"
    if (
      /^\s?(?:mục tiêu|chỉ tiêu|chỉ số|nhiệm vụ|giải pháp|nhóm (?:nhiệm vụ|giải pháp|chỉ tiêu))(?!\p{L})/u.test(
        after,
      )
    )
      return 'attribute';
  }
  // "Tỷ lệ trẻ sơ sinh được sàng lọc ít nhất 5 bệnh: 75 %": what the name says, not what is reached.
  if (
    number.unit === '' &&
    THINGS.test(after) &&
    next?.unit === '%' &&
    (/^[^,;.%\d]*:\s(?:(?:trên|ít nhất|tối thiểu|khoảng|đạt|từ)\s)*$/u.test(
      clean.slice(number.unitEnd, next.start),
    ) ||
      // "Tỷ lệ trẻ sơ sinh được tầm soát (sàng lọc) ít nhất 5 loại bệnh, tật … đạt 70 %"
      (/(?:^|[\s,;])tỷ lệ\s[^;:.%\d]*$/u.test(clean.slice(Math.max(0, number.start - 120), number.start)) &&
        /^[^;:.%\d]*\s(?:đạt|là|còn)\s(?:(?:trên|ít nhất|tối thiểu|khoảng|từ)\s)*$/u.test(
          clean.slice(number.unitEnd, next.start),
        )))
  )
    return 'attribute';
  // "Số xã có ít nhất 01 câu lạc bộ … đạt 80 %": what those have that the share is of.
  if (
    number.unit === '' &&
    next?.unit === '%' &&
    /(?:^|[\s,;])(?:tỷ lệ|tỉ lệ|số)\s[^;:.%\d]*\scó\s(?:(?:ít nhất|tối thiểu|từ|trên)\s)+$/u.test(
      clean.slice(Math.max(0, number.start - 120), number.start),
    ) &&
    /^[^;:.%\d]*\s(?:đạt|là|chiếm|còn)\s(?:(?:ít nhất|tối thiểu|trên|khoảng|từ)\s)*$/u.test(
      clean.slice(number.unitEnd, next.start),
    )
  )
    return 'threshold';
  if (isOfSomethingNamed(number, segment, sentence, clean)) return 'attribute';
  const previous = segment[index - 1];
  // "Đạt 60 % số cơ sở …. Trong đó, có ít nhất từ 01 đến 02 cán bộ chuyên trách"
  if (
    previous === undefined &&
    isFew(number) &&
    /%[^%.]*\.\strong đó,?\s(?:mỗi[^,;]*\s)?(?:có|với)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u.test(
      clean.slice(0, number.start),
    )
  )
    return 'threshold';
  if (previous === undefined) return null;
  const between = clean.slice(previous.unitEnd, number.start);
  if (saysOfEach(previous, number, between)) return 'threshold';
  // "thành lập 60 hợp tác xã, tổ hợp tác có từ 70 % thành viên là …": what each of them has.
  if (
    number.unit === '%' &&
    previous.unit === '' &&
    /\p{L}\scó\s(?:(?:từ|trên|ít nhất|tối thiểu|tỷ lệ)\s)+$/u.test(between) &&
    /^\s(?:trở lên\s)?(?:số\s)?(?:thành viên|hộ|lao động|hội viên|xã viên|người)\s(?:trở lên\s)?(?:là|thuộc)\s/u.test(
      after,
    )
  )
    return 'threshold';
  // "84/84 xã treo tối thiểu 05 băng rôn"
  if (
    /^\/\d/u.test(clean.slice(previous.end)) &&
    number.unit === '' &&
    /^\/\d+\s[^,;:.()%]*\s(?:ít nhất|tối thiểu)\s$/u.test(clean.slice(previous.end, number.start))
  )
    return 'threshold';
  // "95 % người điều trị có tải lượng vi rút thấp (dưới 1.000 bản sao/ml)": the bracket says what is meant.
  if (
    number.unit !== '%' &&
    segment.some(
      ({ unit, unitEnd }) => unit === '%' && BOUND_IN_BRACKET.test(clean.slice(unitEnd, number.start)),
    )
  )
    return 'threshold';
  // "60 % cơ sở bố trí nhân sự, có ít nhất từ 01 đến 02 cán bộ": so few are how many each of them has.
  if (
    previous.unit === '%' &&
    isFew(number) &&
    /,\s(?:và\s)?(?:có|với)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u.test(between)
  )
    return 'threshold';
  // "80 % người học có việc làm, với mức thu nhập từ 5 triệu đồng", "90 % bệnh viện có khoa lão khoa, từ 50 giường trở lên"
  if (
    previous.unit === '%' &&
    !/[;.]/u.test(between) &&
    (/(?:^|[\s,])(?:với|có)\s(?:mức\s)?(?:thu nhập|tiền lương|mức lương|lương)(?!\p{L})[^,%]*$/u.test(
      between,
    ) ||
      (number.unit === '' && /,\stừ\s$/u.test(between) && /^[^,;.%\d]{1,24}trở lên/u.test(after)))
  )
    return 'threshold';
  // "80 % bệnh viện có khoa lão khoa hoặc dành 10 % số giường"
  if (
    previous.unit === '%' &&
    /\shoặc\s(?:dành|có|bố trí|đạt)\s(?:ít nhất\s|tối thiểu\s)?$/u.test(between) &&
    !/[;:]/u.test(between)
  )
    return 'threshold';
  if (SEPARATES.test(between) || MOVES_ON.test(between) || between.trim() === '') return null;
  // "Tổ chức 40 lớp cho 2.400 cán bộ" counts two things.
  const isForMany =
    /\s(?:cho|phục vụ|(?:thông )?qua)\s(?:khoảng\s|trên\s|hơn\s|ít nhất\s|tối thiểu\s|gần\s)?$/u.test(
      between,
    );
  // "mở 05 lớp cho 100 % công chức"
  if (isForMany && previous.unit === '' && number.unit === '%' && number.value === 100) return null;
  if (
    isForMany &&
    (previous.unit === '' || /^(?:ha|km)$/u.test(previous.unit) || isSumFor(previous, clean)) &&
    number.unit === ''
  )
    return null;
  return 'threshold';
}
