import type { LeftOutReason } from '../model.ts';
import { isAside, isSchoolYear } from './aside.ts';
import { isAge } from './ages.ts';
import { entitles } from './entitles.ts';
import { isDenominator } from './denominator.ts';
import { isDayOfMonth } from './day-of-month.ts';
import { isName } from './names.ts';
import { isInName, isOfOne } from './of-one.ts';
import type { PrintedNumber } from './printed-number.ts';

/** A number with the words around it, in lower case. */
interface Context extends PrintedNumber {
  before: string;
  after: string;
  /** Words of its clause that stand before it, up to the last full stop or semicolon. */
  clause: string;
}

interface Rule {
  reason: LeftOutReason;
  holds: (context: Context) => boolean;
}

const COUNTED =
  /^\s(?:người|hộ|lao động|trẻ|học sinh|sinh viên|xã|phường|thôn|bản|căn|nhà|ha|km|lượt|suất|cán bộ|đồng|triệu|tỷ(?!\s(?:lệ|suất|số|trọng))|cơ sở|doanh nghiệp|giường|hội viên|đoàn viên|phụ nữ|công trình|phòng|lớp|trường|mô hình|hợp tác xã|thành viên)(?!\p{L})/u;
const DOCUMENT_WORD =
  /(?:nghị quyết|quyết định|kết luận|chỉ thị|thông tư|nghị định|kế hoạch|công văn|đề án|chương trình|luật|dự án|pháp lệnh|thông báo|hướng dẫn|tờ trình|công điện|văn bản|nq|qđ|ctr|kh)(?:\ssố)?\s?:?\s?$/u;
const PLACE_WORD =
  /(?:thứ|lần|lần thứ|khóa|khoá|vòng|đợt|điều|khoản|phụ lục|biểu|chỉ tiêu|mục tiêu|dự án|nhiệm vụ|nội dung|giải pháp|hợp phần|mẫu|biểu số|mẫu số|phần|chương|trang|cột|hội nghị|trung ương|tw|quốc lộ|tỉnh lộ|tiêu chí số|nguyên tắc|hạng|loại|bậc|mục|điểm|(?<!(?:cao|trung|sơ)\s)cấp|tổ|vùng|khu vực|giai đoạn|nhóm|quy chuẩn|qcvn|tcvn|số)\s?$/u;
/** What plans number and speak of by the number: "mục tiêu 1 thực hiện …". */
const OUTLINE_WORD =
  /(?<!\p{L})(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|(?:tiểu )?dự án|hợp phần|nội dung|nhóm nhiệm vụ|điều|khoản|mục)(?:\ssố)?\s$/u;
const CLEARLY_PLACE =
  /(?:lần thứ|con thứ|kỳ họp thứ|phiên họp thứ|khóa|khoá|phụ lục|biểu số|mẫu số|hội nghị|trung ương|quốc lộ|tỉnh lộ|tiêu chí số|qcvn|tcvn)\s?$/u;
/** "Hộ nghèo là hộ có thu nhập từ …", "huyện nghèo là huyện có …": what is meant by a name. */
const DEFINITION =
  /^\W*(?:(?:[a-zđ]\)|\d+(?:\.\d+)*\.?)\s)?(hộ|huyện|xã|thôn|bản|người|lao động|trẻ em|doanh nghiệp|vùng|cơ sở|trường|gia đình|học sinh|phụ nữ|thanh niên)(?!\p{L})[^;:%\d]*\slà\s(?:những\s|các\s|một\s)?(?:\1|người|công dân|hộ|cá nhân)(?!\p{L})[^;]*\s(?:từ|dưới|trên|đủ|đến|không quá|ít nhất|tối thiểu|bằng|hơn)\s$/u;
/** "Theo định mức 1,5 giáo viên/lớp", "hệ số 1,5": what a rule sets for each. */
const NORM =
  /(?:^|\s)(?:(?:theo\s)?định mức|hệ số(?:\s\p{L}+){0,2}|phụ trách|cỡ mẫu)\s(?:(?:từ|là|bằng|khoảng)\s)*(?:\d+(?:,\d+)?\s(?:đến|-)\s)?$/u;
/** "Mỗi công trình có công suất từ 100 m3/ngày", "diện tích mỗi mộ không quá 5 m2": how large each is. */
const SIZE_OF_EACH =
  /(?:^|[\s,;:])(?:mỗi\s(?!năm|tháng|quý)[^,;:%\d]{2,40}\s(?:công suất|dung tích|diện tích|sức chứa|quy mô)|(?:công suất|dung tích|diện tích|sức chứa|quy mô)\smỗi\s(?!năm|tháng|quý)[^,;:%\d]{2,40})\s(?:(?:từ|là|tối thiểu|ít nhất|tối đa|khoảng|trên|dưới|không quá)\s)*$/u;
const NORM_GOES_ON = /(?:^|\s)(?:theo )?định mức\s\d[^;]*,\s$/u;
const MEASURED_YEARS =
  /tuổi thọ|sống khỏe|sống khoẻ|số năm|thời gian(?!\s(?:thực học|lưu trú|cai|thực hiện|đào tạo|học|hỗ trợ|hưởng|vay|tập huấn|cư trú|áp dụng|triển khai|tổ chức)(?!\p{L}))/u;

/** What says that a time is an aim. */
const TIME_MOVES =
  /(?:^|\s)(?:giảm|rút ngắn|còn|đạt|xuống|dưới|không quá|tối đa|tăng|bình quân|trung bình|kéo dài|sống|chờ|xử lý|giải quyết)(?!\p{L})/u;

/** What a plan is made of and speaks of by how many there are. */
const OF_PLAN = String.raw`\s(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp)(?!\p{L})`;

/** Numbers no target can be made of, by the words beside them; the first rule that holds. */
const RULES: readonly Rule[] = [
  {
    // "Đạt và vượt 13/15 chỉ tiêu"
    reason: 'attribute',
    holds: ({ before, after }) =>
      new RegExp(String.raw`^\/\d{1,3}${OF_PLAN}`, 'u').test(after) ||
      (/\d\/$/u.test(before) && new RegExp(`^${OF_PLAN}`, 'u').test(after)),
  },
  {
    // "với 48/50 đại biểu tán thành (đạt 96 %)"
    reason: 'attribute',
    holds: ({ clause }) => /đại biểu[^,;.]*(?:tán thành|có mặt|biểu quyết)[^;.]{0,40}$/u.test(clause),
  },
  {
    // "398 đại biểu đại diện cho 92.415 đảng viên"
    reason: 'attribute',
    holds: ({ clause }) => /đại diện cho\s(?:(?:hơn|trên|gần|khoảng)\s)?$/u.test(clause),
  },
  {
    // "thu nhập 84 - 87 triệu đồng, tương ứng 70 % thu nhập của toàn tỉnh": one thing said twice.
    reason: 'attribute',
    holds: ({ clause, after, unit }) =>
      unit === '%' &&
      /đồng[^;,]*,\s(?:tương ứng|tương đương)\s(?:(?:với|khoảng)\s)*$/u.test(clause) &&
      /^%\s(?:mức\s)?(?:thu nhập|bình quân|lương)(?!\p{L})/u.test(after),
  },
  {
    // "với 88 % đại biểu tán thành"
    reason: 'attribute',
    holds: ({ after }) =>
      /^(?:\/\d{1,3})?%?\s(?:tổng )?(?:số )?đại biểu[^,;.]*(?:tán thành|có mặt|biểu quyết)/u.test(after) ||
      /^\/\d{1,3}\s(?:vị\s)?đại biểu(?!\p{L}|\snữ)/u.test(after),
  },
  { reason: 'document-number', holds: ({ after, before }) => isDocumentNumber(before, after) },
  {
    reason: 'date',
    holds: ({ before, after, printed, clause }) =>
      /^\/\d{1,2}\/(?:19|20)\d{2}|^\/(?:19|20)\d{2}(?!\d)|^-\d{1,2}-(?:19|20)\d{2}/u.test(after) ||
      /\d\/$/u.test(before) ||
      isDayOfMonth(printed, after, clause) ||
      // "Ngày Vi chất dinh dưỡng 01 - 02/6"
      /^\d{1,2}\s?-\s?\d{1,2}\/(?:0?[1-9]|1[0-2])(?!\d|[.,]\d|\s?(?:số|tổng|xã|thôn))/u.test(
        `${printed}${after}`,
      ) ||
      // "Đào tạo dưới 3 tháng 55.000 người" counts people.
      (/(?:^|[^\p{L}])(?:ngày|tháng|quý)\s$/u.test(before) && !/\d{3}/u.test(printed)) ||
      // "Báo cáo trước 05/12"
      (/(?:^|[^\p{L}])(?:trước|sau)\s$/u.test(before) && /^\/(?:0?[1-9]|1[0-2])(?!\d|[.,]\d)/u.test(after)) ||
      // "Ngày Quốc tế Người cao tuổi 01/10", "… 01/10 hằng năm"
      (/(?:^|[^\p{L}])ngày\s[^,;.]{3,40}\s$/u.test(before) &&
        /^\/(?:0?[1-9]|1[0-2])(?!\d|[.,]\d|\s?(?!(?:hằng|hàng) năm|và(?!\p{L})|gắn với|nhân dịp)\p{L})/u.test(
          after,
        )),
  },
  // "Cập nhật 06:00:25"
  {
    reason: 'date',
    holds: ({ printed, before, after, unit }) =>
      unit === '' &&
      /^\d{1,2}$/u.test(printed) &&
      (/^:[0-5]\d(?!\d)/u.test(after) || /(?<!\d)\d{1,2}:$/u.test(before)),
  },
  // "Hoạt động 24/24 giờ"
  { reason: 'duration', holds: ({ printed, after }) => printed === '24' && /^\/(?:24|7)(?!\d)/u.test(after) },
  { reason: 'year', holds: isYear },
  { reason: 'denominator', holds: isDenominator },
  { reason: 'age', holds: isAge },
  {
    reason: 'duration',
    holds: ({ after, clause }) =>
      /^\s?(?:năm|tháng|ngày|giờ|tuần|phút|quý|nhiệm kỳ|thai kỳ|học kỳ|giây|tiết)(?!\p{L}|\s(?:đêm|hội|lễ|công|chủ nhật|cao điểm|phát))/u.test(
        after,
      ) &&
      // "không quá 05 ngày làm việc kể từ ngày …": a term.
      (/^[^,;.\d]{0,30}\s(?:kể\s)?từ\s(?:ngày|khi)(?!\p{L})/u.test(after) ||
        // "Thời gian 05 ngày" says how long something takes, "thời gian chờ khám còn 30 phút" is what is measured.
        /(?:^|[\s,(])thời gian\s(?:(?:là|từ|khoảng|tối thiểu|tối đa|không quá)\s)*$/u.test(clause) ||
        !MEASURED_YEARS.test(clause.slice(-70)) ||
        (/(?:^|\s)thời gian\s[^,;]*$/u.test(clause) && !TIME_MOVES.test(clause.slice(-90)))),
  },
  {
    reason: 'document-number',
    holds: ({ before, unit, after }) => unit === '' && DOCUMENT_WORD.test(before) && !COUNTED.test(after),
  },
  {
    // "hỗ trợ 15 kg gạo/khẩu/tháng", "gạo cho học sinh bán trú 15 kg/tháng"
    reason: 'attribute',
    holds: ({ after, clause }) =>
      /^\s(?:mét|m)\svải(?!\p{L})/u.test(after) ||
      (/^\s(?:kg|lít|suất|bữa)(?:\s\p{L}+)?\s?\/\s?(?:tháng|ngày|tuần|học kỳ)(?!\p{L})/u.test(after) &&
        /(?:hỗ trợ|trợ cấp|cấp|phát|định mức|chế độ)(?!\p{L})[^,;]*$/u.test(clause)) ||
      (/(?:hỗ trợ|trợ cấp|cấp|phát|định mức|mỗi khẩu|mỗi người)(?!\p{L})[^.;,%\d]*$/u.test(clause) &&
        /^[^,;.%\d]{0,25}\/(?:khẩu|người|học sinh|trẻ|hộ|em)\/(?:tháng|ngày|bữa)/u.test(after)),
  },
  { reason: 'attribute', holds: isOfOne },
  { reason: 'threshold', holds: ({ clause }) => DEFINITION.test(clause) },
  // "khám thai 4 lần trong 3 thời kỳ"
  {
    reason: 'duration',
    holds: ({ after }) => /^\sthời k[ỳì](?!\p{L})|^\slần trong\s\d/u.test(after),
  },
  { reason: 'threshold', holds: entitles },
  { reason: 'threshold', holds: isInName },
  {
    reason: 'attribute',
    holds: ({ clause, unit, after }) =>
      !unit.startsWith('%') &&
      (NORM.test(clause) ||
        SIZE_OF_EACH.test(clause) ||
        /^\s?m(?:2|²)(?:\s\p{L}{2,10})?\s?\/\s?(?!người|đầu người|ngày|năm)\p{L}/u.test(after) ||
        /^\s?(?:mbps|gbps|mb\/s)(?!\p{L})/u.test(`${unit}${after}`) ||
        (NORM_GOES_ON.test(clause) && /^[^,;]*\//u.test(`${unit}${after}`))),
  },
  // "điều tra với cỡ mẫu 3 % số hộ"
  {
    reason: 'attribute',
    holds: ({ clause }) =>
      /(?:cỡ mẫu|quy mô mẫu|(?:đối chiếu|điều tra|kiểm tra) mẫu|phúc tra)(?!\p{L})[^,;%\d]*$/u.test(clause),
  },
  { reason: 'name', holds: isName },
  {
    // "Đề án xây dựng ít nhất 01 triệu căn nhà … theo Quyết định số …"
    reason: 'name',
    holds: ({ clause, after }) =>
      /(?:thực hiện|triển khai)\s(?:[^,;:.]{0,30}\s)?(?:đề án|chương trình|dự án|phong trào|cuộc vận động)\s[^,;:.]*$/u.test(
        clause,
      ) && /^[^,;.]*\stheo\s(?:nghị quyết|quyết định)/u.test(after),
  },
  {
    reason: 'ordinal',
    holds: ({ before, after, unit, scale, printed }) =>
      unit === '' &&
      scale === '' &&
      PLACE_WORD.test(before) &&
      (CLEARLY_PLACE.test(before) ||
        (OUTLINE_WORD.test(before) && /^\d{1,2}$/u.test(printed) && !COUNTED.test(after)) ||
        (/^\d{1,3}$/u.test(printed) &&
          /^\s?(?:[,.;:)/(]|và(?!\p{L})|về|của|$)/u.test(after) &&
          !/nhóm\s?$/u.test(before))),
  },
  // "nhóm đối tượng 3 và 4"
  {
    reason: 'ordinal',
    holds: ({ before, after, printed, unit }) =>
      unit === '' &&
      /(?:nhóm|loại|đối tượng|khu vực|vùng|bậc|hạng|mức độ)\s(?:\d{1,2}(?:,|\s?và|\s?hoặc)\s)+$/u.test(
        before,
      ) &&
      /^\d{1,2}$/u.test(printed) &&
      /^\s?(?:[,.;)]|$)/u.test(after),
  },
  // "đợt 1 hoàn thành trước 30/4"
  {
    reason: 'ordinal',
    holds: ({ before, after, printed, unit }) =>
      unit === '' && /(?:đợt|vòng)\s$/u.test(before) && /^[1-9]$/u.test(printed) && !COUNTED.test(after),
  },
  { reason: 'ordinal', holds: (context) => isSchoolYear(context) && !COUNTED.test(context.after) },
  { reason: 'attribute', holds: isAside },
  {
    // "bệnh viện đa khoa tỉnh cơ sở 2 quy mô …"
    reason: 'name',
    holds: ({ before, after, printed, unit }) =>
      unit === '' &&
      /^\d$/u.test(printed) &&
      /\p{L}\scơ sở\s$/u.test(before) &&
      /^\s?(?:[,;.):]|quy mô|trên|tại|ở|và|$)/u.test(after),
  },
  {
    // "Chỉ số PAPI tăng 5 bậc", "an toàn thông tin cấp độ 3"
    reason: 'ordinal',
    holds: ({ before, after, unit }) =>
      unit === '' &&
      (/(?:^|\s)cấp độ\s(?:\d,\s)?$/u.test(before) ||
        (/^\s?bậc(?!\p{L}|\s(?:học|đào tạo))/u.test(after) &&
          /(?:tăng|lên|giảm|cải thiện)(?:\s\p{L}+){0,3}\s$/u.test(before))),
  },
  {
    reason: 'multiple',
    holds: ({ before, after }) =>
      /^\slần\s(?:so với\s)?(?:mức|chuẩn|bình quân|trung bình|quy định)/u.test(after) ||
      /gấp\s(?:hơn\s|khoảng\s|ít nhất\s|trên\s)?$/u.test(before) ||
      (/^\slần(?!\s?\/|\p{L})/u.test(after) &&
        /(?:tăng|giảm|gấp)(?:\s(?:trên|hơn|khoảng|gần|ít nhất|thêm))?\s$/u.test(before)) ||
      /^\/\d{1,2}\s(?:số|tổng|dân|diện tích|lực lượng)/u.test(after),
  },
  {
    reason: 'threshold',
    holds: ({ clause }) => /không (?:còn|có|để)\s\p{L}[^,;]*(?:dưới|trên|từ)\s$/u.test(clause),
  },
  {
    // "Dưới 0,1 % (toàn quốc là dưới 0,3 %)"
    reason: 'elsewhere',
    holds: ({ clause }) =>
      /\((?:mức |bình quân |trung bình |tỷ lệ )*(?:chung )?(?:của )?(?:toàn quốc|cả nước|trung ương|khu vực(?!\s(?:miền|vùng|nông thôn|thành thị|đô thị|đồng bằng|biên giới|dân tộc|ven|núi|xã))|toàn vùng)[^()]*$/u.test(
        clause,
      ),
  },
  {
    reason: 'condition',
    holds: ({ clause, after }) =>
      // "Khoan thăm dò 25 giếng (nếu cần thiết)"
      /^[^,;.:()%\d]{1,30}\(nếu (?:cần|thấy|có điều kiện)/u.test(after) ||
      /(?:có thể|được phép) điều chỉnh|(?:^|[,;.:(-]\s?|(?:với|trong|trừ|một số)\s(?:các\s|những\s|một số\s)?)trường hợp(?!\s(?:mắc|nhiễm|nghi|tử vong))|(?:^|\s)nếu\s/u.test(
        clause.slice(-160),
      ),
  },
];

/** Why a number is no quantity; null where it is one. */
export function notQuantity(number: PrintedNumber, clean: string): LeftOutReason | null {
  const before = clean.slice(Math.max(0, number.start - 40), number.start);
  const from = Math.max(clean.lastIndexOf(';', number.start), clean.lastIndexOf('. ', number.start)) + 1;
  const context = {
    ...number,
    before,
    after: clean.slice(number.end, number.end + 120),
    clause: clean.slice(from, number.start),
  };
  return RULES.find(({ holds }) => holds(context))?.reason ?? null;
}

/** 92-KL/TW, 46/KH-UBND, 22/2013/QĐ-TTg, and the 15 of 111/2024/QH15. */
function isDocumentNumber(before: string, after: string): boolean {
  return (
    (/^(?:\/(?:19|20)\d{2})?(?:\s?-\s?\p{L}{1,6}\/\p{L}|\/\p{L}{2}[-\p{L}]{0,6}(?!\p{L}|\s?dân))/u.test(
      after,
    ) &&
      !/^\/(?:năm|người|vạn|ngày|tháng|hộ|tổng|số|xã|huyện|lượt)/u.test(after)) ||
    /\/(?:19|20)\d{2}\/\p{L}+$/u.test(before) ||
    (/\d\/$/u.test(before) && /^\/\p{L}{2}/u.test(after))
  );
}

function isYear({ printed, before, after, unit }: Context): boolean {
  if (/^(?:19|20)\d{2}\s?-\s?(?:19|20)\d{2}$/u.test(printed)) return true;
  if (!/^(?:19|20)\d{2}$/u.test(printed)) return false;
  // What follows may hold a rate: "năm 2030 số bác sĩ trên 10.000 dân".
  if (unit !== '') return /(?:^|\s)năm\s$/u.test(before) && /^[^/\d]{3,}(?:\/|\strên\s)/u.test(unit);
  return /(?:năm|giai đoạn|kỳ|nắm)\s$/u.test(before) || !COUNTED.test(after);
}
