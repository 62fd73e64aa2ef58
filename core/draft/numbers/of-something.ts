import { isDimension } from './dimension.ts';
import { withoutListed } from './listed-before.ts';
import type { PrintedNumber } from './printed-number.ts';

/** Whose needs, strengths or ways something is about: a count of them is no aim. */
const OWNED =
  /\s(?:nhu cầu|yêu cầu|lợi thế|tiềm năng|thế mạnh|nguồn lực|kinh nghiệm|ý kiến|vai trò(?:,?\s\p{L}+){0,4}|sức mạnh|thông tin|dữ liệu|hồ sơ)\scủa\s(?:(?:hơn|trên|khoảng|gần)\s)?$/u;

/** "chia sẻ dữ liệu 6.300 doanh nghiệp", "phát qua 85 nhân viên và 40 điểm" */
const SHARED =
  /(?:^|\s)qua\s(?:(?:hơn|trên|khoảng|mạng lưới)\s)*(?:\d[^,;.]*\svà\s)?$|(?:chia sẻ|cung cấp|kết nối|khai thác)\s(?:dữ liệu|thông tin)\s$/u;

/** "hỗ trợ qua 130 dự án": what is done is counted. */
const BY_WORKS = /^\s(?:dự án|mô hình|lớp|phiên|chương trình|hợp tác xã|đợt|hội nghị)(?!\p{L})/u;

/** "4.1. Nhu cầu đất ở tăng thêm 1.120 ha": what is needed is no aim. */
const NEEDED =
  /^[^\p{L}]*(?:tổng\s)?nhu cầu\s(?:về\s)?(?:đất|quỹ đất|sử dụng đất|vốn|kinh phí|nhân lực|lao động|tuyển dụng|vật liệu)(?!\p{L})(?:[^.;]|\.\d)*$/u;

/** "(15 giường bệnh, 6 bác sĩ, 12 điều dưỡng)" */
const LISTS_ON = /^\s\p{L}[^,;()\d%]{1,30},\s\d[\d.]*\s\p{L}[^()%]*\)/u;

const PLACES =
  /^\s(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|thôn|bản|buôn|ấp|khóm|tỉnh|địa phương|địa bàn|sở|đơn vị|cơ quan|khu vực|cụm|điểm(?!\s(?:%|phần)))(?!\p{L})/u;

/**
 * Whether a number says where or of whom something is, how large each of its things is, or what each of them has:
 * "mỗi hộ 01 bồn", "quy mô 200 giường", "nhu cầu của 16 khu công nghiệp".
 */
export function isOfSomethingNamed(
  number: PrintedNumber,
  segment: readonly PrintedNumber[],
  sentence: readonly PrintedNumber[],
  clean: string,
): boolean {
  const index = segment.indexOf(number);
  const before = clean.slice(Math.max(0, number.start - 30), number.start);
  const after = clean.slice(number.unitEnd, number.unitEnd + 40);
  const led = withoutListed(clean.slice(Math.max(0, number.start - 160), number.start));
  const others = segment.filter((one) => one !== number);
  if (
    number.unit !== '%' &&
    NEEDED.test(clean.slice(clean.lastIndexOf('. ', number.start) + 1, number.start))
  )
    return true;
  if (isDimension(number, clean) || (number.unit === '' && SHARED.test(before) && !BY_WORKS.test(after)))
    return true;
  // "100 % công chức văn hóa (156 người)": how many all of them are.
  if (
    number.unit === '' &&
    segment.some(
      (one) =>
        one.value === 100 &&
        one.unit === '%' &&
        /^[^;()%\d]{2,60}\(\s?$/u.test(clean.slice(one.unitEnd, number.start)),
    ) &&
    /^\s\p{L}[^,;()\d]{1,20}\)/u.test(after)
  )
    return true;
  // "Sáp nhập 21 cơ sở còn 12 cơ sở": those that there were.
  if (
    number.unit === '' &&
    /(?:sáp nhập|sắp xếp|hợp nhất|tinh gọn|tổ chức lại)(?:\s\p{L}+){0,2}\s$/u.test(before) &&
    /^[^,;.%\d]{1,90},?\s(?:còn|thành)(?:\s(?:lại|khoảng|tối đa|không quá))*\s\d/u.test(
      clean.slice(number.unitEnd, number.unitEnd + 120),
    )
  )
    return true;
  // "Xây dựng trung tâm trên diện tích 3,5 ha"
  if (/\strên diện tích\s(?:(?:khoảng|hơn|gần)\s)?$/u.test(before)) return true;
  // "Mỗi mục tiêu nêu trên tăng thêm ít nhất 5 điểm phần trăm": which of them, its own words say.
  if (
    /(?:^|\s)(?:mỗi|các|từng) (?:mục tiêu|chỉ tiêu)[^,;:.%\d]*(?:\d[^,;:.%\d]*)?\s(?:tăng|giảm)(?:\s(?:thêm|ít nhất|tối thiểu|bình quân))*\s$/u.test(
      clean.slice(Math.max(0, number.start - 90), number.start),
    )
  )
    return true;
  // "Tại 70 xã được chọn …, tỷ lệ hộ nghèo còn 3 %": a number of places is where the figure holds.
  if (
    number.unit === '' &&
    /(?:^|[\s,;])(?:(?:tại|(?<!(?:đất|nhà|chỗ|nơi)\s)ở)(?:\strung tâm)?|(?:công chức|cán bộ|viên chức|bác s[ĩỹ]|giáo viên|chiến sĩ|người)(?:\s\p{L}+){0,3}\s(?:về|xuống)|trên địa bàn|(?<!(?:đầu tư|hỗ trợ|thực hiện)\s)đối với|trong số)\s$/u.test(
      before,
    ) &&
    (sentence.length > 1 || PLACES.test(after))
  )
    return true;
  // "… tại 4 huyện miền núi và 2 huyện ven biển", "thu hút đầu tư vào 08 cụm công nghiệp"
  if (
    number.unit === '' &&
    PLACES.test(after) &&
    /(?:(?<!(?:đất|nhà|chỗ|nơi)\s)(?:tại|ở)|trên địa bàn|đầu tư vào|thu hút\s[^,;.\d]{0,30}vào)\s$/u.test(led)
  )
    return true;
  // "Khai thác lợi thế của 31 xã": whose something is.
  if (
    number.unit === '' &&
    /\p{L}\scủa\s$/u.test(before) &&
    (PLACES.test(after) || /^\sdân tộc(?!\p{L})/u.test(after))
  )
    return true;
  // "Bảo đảm quyền của 43.200 người khuyết tật"
  if (
    number.unit === '' &&
    /(?:quyền|lợi ích|đời sống|sức khỏe|tiếng nói|niềm tin|trách nhiệm)(?:\s\p{L}+){0,3}\scủa\s(?:(?:hơn|trên|gần|khoảng)\s)?$/u.test(
      led,
    )
  )
    return true;
  // "… gắn với nhu cầu của 16 khu công nghiệp, 60 cụm công nghiệp"
  if (number.unit === '' && OWNED.test(led) && !/(?:tham gia|tham dự|hưởng ứng|đóng góp)\scủa\s$/u.test(led))
    return true;
  // "Chương trình gồm 10 dự án, 14 tiểu dự án, 36 nội dung thành phần"
  if (
    number.unit === '' &&
    /^\s(?:tiểu dự án|dự án|hợp phần|nội dung|tiêu chí|hoạt động|chương|điều|phụ lục|nhóm)(?!\p{L})/u.test(
      after,
    ) &&
    /(?:^|\s)(?:gồm|bao gồm|gồm có)\s\d[^;:.]*(?:,|\svà)\s$/u.test(
      clean.slice(Math.max(0, number.start - 90), number.start),
    )
  )
    return true;
  // "xây dựng sân vận động 20.000 chỗ ngồi"
  if (
    number.unit === '' &&
    /^\s(?:chỗ ngồi|ghế|chỗ(?=[\s]?[,;.)]|$))/u.test(after) &&
    !/(?:có|đạt|thêm|khoảng|ít nhất|tổng|cộng|lên|còn|từ)\s$/u.test(before)
  )
    return true;
  // "bồn dung tích 1.000 lít": how large each of them is.
  if (
    (others.some((one) => one.start < number.start) ||
      /[\p{L}\d]\s(?:quy mô|\(diện tích)\s(?:(?:từ|khoảng|trên)\s)?$/u.test(before)) &&
    (/(?:dung tích|công suất|kích thước|chiều dài|sức chứa|khoảng cách|bán kính|cự ly|\(diện tích|quy mô)\s(?:(?:từ|khoảng|trên|tối thiểu|ít nhất|không quá|dưới)\s)?$/u.test(
      led,
    ) ||
      // "bổ sung phòng sinh có diện tích tối thiểu 18 m2"
      /\s(?:có diện tích|diện tích (?:đất|sàn|xây dựng|mặt bằng))\s(?:(?:từ|khoảng|trên|tối thiểu|ít nhất)\s)*$/u.test(
        led,
      ))
  )
    return true;
  // "9.000 bồn cho hộ nghèo, mỗi hộ 01 bồn": what each of those gets that were counted.
  if (
    number.unit === '' &&
    others.some((one) => one.start < number.start) &&
    /(?:^|[\s,(])mỗi\s(?!năm|tháng|quý|tuần|ngày)\p{L}+(?:\s\p{L}+){0,3}?\s(?:(?:được|có|ít nhất|tối thiểu|từ)\s)*$/u.test(
      led.slice(-60),
    )
  )
    return true;
  // "gồm 5 - 7 thành viên", "với 17 mục tiêu": how large something is that is spoken of.
  if (
    number.unit === '' &&
    /(?:^|\s)(?:gồm|bao gồm|gồm có|với|theo|bởi)\s(?:(?:khoảng|hơn|trên|gần|ít nhất)\s)?$/u.test(led) &&
    !/(?:^|\s)(?:so|phấn đấu|cùng|đối|ký kết|hợp tác|liên kết|thỏa thuận|hợp đồng) với\s(?:\p{L}+\s){0,2}$/u.test(
      led,
    )
  )
    return true;
  // "(mỗi dự án từ 70 % trở lên hộ nghèo)"
  if (
    number.unit === '%' &&
    index > 0 &&
    /(?:^|[\s,(])mỗi\s(?:dự án|mô hình|lớp|chuỗi|tổ|nhóm|hợp tác xã|câu lạc bộ|liên kết)\s(?:(?:có|từ|ít nhất|tối thiểu|với)\s)*$/u.test(
      before,
    )
  )
    return true;
  // "dân tộc Brâu, Rơ Măm (02 thôn, 346 hộ)": how large what is named is.
  if (
    number.unit === '' &&
    /\p{L}\s\($/u.test(led) &&
    (led.length < Math.min(160, number.start) || PLACES.test(after) || LISTS_ON.test(after)) &&
    !segment.some((one) => one.end <= number.start - before.length + 1 && one.start < number.start)
  )
    return true;
  // "mỗi dự án từ 20 hộ, trong đó ít nhất 70 % hộ nghèo"
  if (
    /(?:^|[\s,(])mỗi\s(?!năm|tháng|quý|tuần|ngày)\p{L}+[^,;:.%]{0,40}\d[^,;:.%]{0,40},\strong đó\s(?:(?:có|ít nhất|tối thiểu)\s)*$/u.test(
      clean.slice(Math.max(0, number.start - 140), number.start),
    )
  )
    return true;
  // "Nâng cao hiệu quả 115 trung tâm": those that there are.
  if (
    number.unit === '' &&
    /nâng cao (?:hiệu quả|chất lượng)(?:\s(?:hoạt động|của|các)){0,2}\s$/u.test(before)
  )
    return true;
  // "mỗi trung tâm có 01 máy tính, tủ sách từ 500 đầu sách trở lên", "sĩ số tối thiểu 10 học viên/lớp"
  if (
    number.unit === '' &&
    (/(?:^|[\s,(])mỗi\s(?!năm|tháng|quý|tuần|ngày)[^;:.%]{3,40}\scó\s[^;:.%]{2,50},\s(?:\p{L}+\s){1,3}từ\s$/u.test(
      clean.slice(Math.max(0, number.start - 120), number.start),
    ) ||
      (/^[^,;:.%\d]{1,25}\/(?:lớp|mô hình|câu lạc bộ|tổ|nhóm|phòng)(?!\p{L})/u.test(after) &&
        /(?:sĩ số|số lượng)\s[^,;]*$/u.test(before)))
  )
    return true;
  // "Tuyển dụng 1.100 giáo viên, ưu tiên 38 xã biên giới"
  if (
    number.unit === '' &&
    /[,;]\s(?:ưu tiên|tập trung(?: vào| tại| ở| cho)?|chú trọng|nhất là|đặc biệt là)\s$/u.test(before) &&
    PLACES.test(after)
  )
    return true;
  return false;
}
