import type { PrintedNumber } from './printed-number.ts';

const LEADS = String.raw`(?:\d[\d.,]*\s?(?:m3|m2|m|lít|ha|km)\s?(?:-|đến)\s)?(?:(?:từ|khoảng|trên|dưới|tối thiểu|ít nhất|tối đa|không quá|không nhỏ hơn|không dưới|là|đạt|bằng)\s)*`;
/** What a building or a road is measured by, never a province. */
const OF_BUILDING = new RegExp(
  String.raw`(?:^|[\s,;:(])(?:diện tích (?:mỗi\s)?(?:căn\s|ngôi\s)?(?:nhà|căn hộ|phòng học)(?=\s(?:tối thiểu|ít nhất|từ|không))|mật độ xây dựng|tầng cao|số tầng|chiều cao tầng|hệ số sử dụng đất|khoảng lùi|bề rộng|chiều rộng|lòng đường|mặt đường rộng|nền đường rộng|bán kính(?: phục vụ)?|cự ly|khoảng cách|công suất|tổng công suất|dung tích|thể tích|sức chứa|khẩu độ|đường kính|độ dày|độ sâu)\s${LEADS}$`,
  'u',
);
/** "…, diện tích tối thiểu 30 m2", "nhà … tuổi thọ từ 20 năm": how large or lasting what was named is. */
const SIZE_OF_NAMED = new RegExp(
  String.raw`[\p{L}\d)"”]\s?(?:,|\svà|\scó|\()\s?(?:với\s)?(?:có\s)?(?:tổng\s)?(?:diện tích(?: đất| sàn| xây dựng| sử dụng| mặt bằng)?(?: tối thiểu)?|quy mô(?: diện tích)?|tuổi thọ(?: công trình)?|chiều dài)\s${LEADS}$`,
  'u',
);
/** "với quy mô mỗi trạm 600 m2 sàn, 8 phòng": more of the same. */
const EACH_GOES_ON =
  /(?:^|[\s,;(])(?:(?:quy mô|diện tích|công suất)\s)?mỗi\s(?!năm|tháng|quý|tuần|ngày)\p{L}+(?:\s\p{L}+){0,4}\s(?:(?:có|từ|tối thiểu|ít nhất|khoảng|không quá)\s)*\d[^;:.%()]*,\s(?:và\s)?(?:(?:có|từ|tối thiểu|ít nhất|khoảng|diện tích|quy mô|cơ cấu|gồm|tiếp nhận|phục vụ|thu hút|đón)\s)*$/u;
/** "60 lít/người/ngày", "12 m3/hộ/tháng"; what people use on average is measured, not given. */
const PER_HEAD =
  /^\s?(?:lít|lit|kg|gam|g|m3|m³|kwh|kcal|bữa|giờ|tiết|phút)(?:\s\p{L}{1,8}){0,2}\s?\/\s?(?:người|khẩu|hộ|học sinh|trẻ|em|tuần|buổi|lớp)/u;
const MEASURED = /(?:bình quân|trung bình|tiêu thụ|sản lượng|năng suất|phát thải|tỷ lệ)[^,;]*$/u;
/** "bố trí tối thiểu 500 m2 cho mỗi trạm" */
const FOR_EACH = /^[^,;:.%\d]{0,30}\s(?:cho|ở|tại)\s(?:mỗi|từng|một)\s(?!năm)/u;

const OF_EACH_PLACE =
  /(?:^|[\s,(])mỗi\s(?!năm|tháng|quý|hộ|người)\p{L}+(?:\s\p{L}+){0,3}\s(?:(?:có|từ|tối thiểu|ít nhất|khoảng|trên|rộng)\s)*$/u;

/** "thư viện 3.000 m2" */
const BUILDING =
  /(?:^|[\s,])(?:thư viện|nhà (?:thi đấu|văn hóa|đa năng|xưởng)|hội trường|xưởng(?: thực hành)?|sân (?:tập|vận động|bóng)|phòng học|trụ sở|bể bơi)\s(?:(?:rộng|khoảng|trên)\s)*$/u;

/** Whether a number tells how large, how far or how lasting a thing is, or what each gets: no figure of a province. */
export function isDimension({ unit, start, unitEnd, scale }: PrintedNumber, clean: string): boolean {
  const before = clean.slice(Math.max(0, start - 160), start);
  const after = clean.slice(unitEnd, unitEnd + 60);
  const isShare = /^(?:%|‰|phần)/u.test(unit);
  if (/(?:^|[\s,;:(])mật độ xây dựng\s[^,;]{0,20}$/u.test(before)) return true;
  if (isShare || scale !== '') return false;
  if (PER_HEAD.test(`${unit}${after}`) && !MEASURED.test(before)) return true;
  if (OF_BUILDING.test(before) && !/(?:đạt|nâng|tăng|giảm)[^,;]*$/u.test(before)) return true;
  if (/^(?:ha|m2|m²|km|km2|m)?$/u.test(unit) && SIZE_OF_NAMED.test(before) && isLength(unit, after))
    return true;
  if (unit === '' && /^\s?(?:m|mm|kv|kva|mpa|tb|pb|gb|mhz|ghz|inch|db)(?![\p{L}\d²³])/u.test(after))
    return true;
  // "mặt rộng 3 m, dày 16 cm"
  if (
    /(?:^|[\s,(])(?:dày|sâu|rộng|dài)\s(?:(?:từ|khoảng|tối thiểu|ít nhất|trên)\s)*$/u.test(before) &&
    /^\s?(?:cm|mm|m|mét)(?![\p{L}\d²³])/u.test(`${unit}${after}`)
  )
    return true;
  // "các thôn cách trạm trên 5 km"
  if (
    /^(?:km|m)$/u.test(unit) &&
    /(?:^|\s)(?:cách|cách xa|ở xa|xa)\s(?:[^,;:.%\d]{0,30}\s)?(?:(?:từ|trên|dưới|khoảng|hơn)\s)*$/u.test(
      before,
    ) &&
    !/giảm|rút ngắn|còn/u.test(before.slice(-60))
  )
    return true;
  // "bồn chứa 1 m3"
  if (
    /(?:^|\s)(?:bồn|bể|téc|thùng|lu|can)(?: chứa)?(?: nước)?\s$/u.test(before) &&
    /^\s?(?:m3|m³|lít)(?!\p{L})/u.test(`${unit}${after}`)
  )
    return true;
  // "mỗi khu từ 5 ha", "nhà chung cư từ 5 tầng trở lên"
  if (/^(?:ha|m2|m²)$/u.test(unit) && OF_EACH_PLACE.test(before)) return true;
  if (unit === '' && /^\stầng(?!\p{L}|\slớp)/u.test(after)) return true;
  // "khối nhà 9 tầng, 250 giường"
  if (unit === '' && /\d\stầng(?:,\s|\svà\s)(?:quy mô\s)?$/u.test(before)) return true;
  if (EACH_GOES_ON.test(before)) return true;
  if (/^(?:m2|m²)$/u.test(unit) && BUILDING.test(before)) return true;
  return /^(?:ha|m2|m²)$/u.test(unit) && FOR_EACH.test(after);
}

/** A size has its unit; how long something lasts is of years. */
function isLength(unit: string, after: string): boolean {
  return unit !== '' || /^\s(?:năm|hecta|héc ta|tầng|chỗ|giường|học sinh|phòng)(?!\p{L})/u.test(after);
}
