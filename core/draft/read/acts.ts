/** Verbs of what is done so many times. */
export const DONE_IN_YEARS =
  /(?:^|[^\p{L}])(?:xây dựng|xây mới|xây|huy động|lập hồ sơ|cử(?!\s(?:nhân|tri|tuyển))|công nhận|chúc thọ|mừng thọ|thăm hỏi|thăm|luân phiên|chuẩn hóa|kiện toàn|mở mới|đấu nối|nhận đỡ đầu|đỡ đầu|hỗ trợ|giải quyết|đào tạo|tạo việc làm|tạo thêm|tạo|xóa|xoá|sửa chữa|sửa|tổ chức|trồng|(?<!(?:trung|sơ|cao|trợ|phụ) )(?<!các )cấp(?!\s(?:tiểu|trung|học|mầm|tỉnh|huyện|xã|cơ sở|ủy|uỷ|thcs|thpt|đại))|thành lập|tuyển sinh|tuyển mới|bảo tồn|truyền dạy|duy tu|bồi dưỡng|tập huấn|biểu diễn|dàn dựng|tìm kiếm|quy tập|xác định danh tính|kết nối (?:thành công|việc làm)|nhân bản|triệt phá|triệt xóa|phân phát|cấp phát|(?<!(?:giá trị|hộ|hàng|cơ sở|ngành|khu|đất|vùng|lao động) )sản xuất(?!\s(?:kinh|công|nông|hàng|lúa))|cập nhật|phát sóng|đăng tải|treo|cắm|đưa|khám|tuyên truyền|dạy nghề|dạy bơi|hoàn thành|triển khai|đầu tư|phát triển mới|phát triển thêm|phát triển|cho vay|tư vấn|giới thiệu|kết nạp|vận động|tặng|trao|thực hiện|mở|xuất khẩu|nâng cấp|cải tạo|giúp|thu hút|bố trí|sắp xếp|di dời|cai nghiện|tiếp nhận|trợ giúp|can thiệp|phẫu thuật|tiêm|phủ xanh|(?:cứng|nhựa|bê tông|kiên cố|ngầm|số) hóa|tu bổ|tôn tạo|trùng tu|phục dựng|phục hồi|sưu tầm|xuất bản|in ấn|bàn giao|khởi công|mua sắm|tuyển dụng|luân chuyển|chuyển giao|chuyển đổi|chuyển hóa|chuyển hoá|nạo vét|chỉnh trang|khắc phục|xử lý|khảo sát|rà soát|kiểm tra|thanh tra|giám sát|phát hiện|xét nghiệm|tầm soát|sàng lọc|phổ biến|hướng dẫn|phát(?=\s$)|tăng cường(?=\s$)|điều trị(?=[^,;]*\scho\s)|khen thưởng|tuyên dương|phát động|dựng|lắp đặt|trang bị|nhân rộng|biên soạn|in|phát hành|có thêm|thêm|tăng thêm|công nhận thêm|công nhận mới)(?!\p{L})/u;
/** "1.200 lao động … được hỗ trợ": what is done for those who are counted, once each. */
export const DONE_FOR =
  /^(?:[^,;:.]|,\s(?!(?:được|đạt|có|tham gia|là)\s)){3,220}?,?\sđược\s(?:(?:điều trị|giáo dục|chăm sóc),\s){0,2}(?:đào tạo|bồi dưỡng|tập huấn|hỗ trợ|tư vấn|giới thiệu|kết nối|giải quyết|tạo|phẫu thuật|khám|sàng lọc|tầm soát|can thiệp|học nghề|dạy nghề|phục hồi chức năng|tuyển|xây|sửa|xóa|xoá|tu bổ|cai nghiện|xét nghiệm|vay|kết nạp)(?!\p{L})/u;
/** "110.000 căn nhà … được hoàn thành" */
export const BUILT =
  /^(?:[^,;:.]|,\s(?!được|đạt|có|\d)){3,120}\sđược\s(?:thành lập|hoàn thành|khởi công|bàn giao|trồng|nâng cấp|cải tạo|đầu tư)(?!\p{L})/u;
const STOCK =
  /(?:^|[^\p{L}])(?:có|đạt|số|tổng số|quy mô|duy trì|lên|toàn tỉnh có|còn|xuống|là)(?:\s(?:ít nhất|trên|khoảng|tối thiểu|thêm|hơn|dưới|mức|không dưới|từ|gần|được))*\s?$/u;

/** "Cả nhiệm kỳ 9.000 người" */
export const OVER_PERIOD =
  /(?:cả|trong|toàn)\s(?:nhiệm kỳ|giai đoạn|kỳ kế hoạch|khóa|\d+ năm)(?!\p{L})[^\p{L}]*$/u;

/** An act that is done so many times; "số lao động qua đào tạo" is a noun. */
export function isDone(words: string): boolean {
  // "Thực hiện tổng diện tích gieo trồng 772 ha"
  if (/thực hiện\s(?:tổng\s)?(?:diện tích|quy mô|sản lượng|tổng đàn)\s[^,;\d]*$/u.test(words)) return false;
  if (/(?:tăng thêm|có thêm|bổ sung|phát triển mới|thành lập mới)\s?:?\s*$/u.test(words)) return true;
  if (EVENTS.test(words)) return true;
  if (/(?:lao động|người) có việc làm (?:mới|tăng thêm)\s?:?\s*$/u.test(words)) return true;
  // "Tổng chiều dài đường làm mới 24,5 km", "diện tích rừng trồng mới", "…; làm 5,2 km đường"
  if (/(?:xây|làm|trồng|mở|đóng) mới\s*$|(?:^|[,;:]|năm \d{4})\s?làm\s$/u.test(words)) return true;
  // "Tăng số giường bệnh thêm 250 giường"
  if (/(?:^|[^\p{L}])tăng\s[^,;:\d]*\sthêm\s$/u.test(words)) return true;
  const at = words.search(DONE_IN_YEARS);
  if (at < 0) return false;
  const noun = /(?:^|\s)(?:tổng số|số(?!\s(?:hóa|hoá))|tỷ lệ|chỉ số|quy mô|diện tích|mật độ)\s/u.exec(words);
  if (/(?:hoàn thành|xây mới|làm mới|đóng mới|thành lập mới|tăng thêm)\s*$/u.test(words)) return true;
  return (
    noun === null ||
    noun.index > at ||
    /được (?:cấp|xây|dạy|đào tạo|tập huấn|bồi dưỡng|phẫu thuật|sửa|giải quyết việc làm|tạo việc làm)|(?:^|\s)(?:được|mới) thành lập(?: mới)?(?!\p{L})/u.test(
      words,
    ) ||
    DONE_FOR.test(words)
  );
}

/** "Số lớp tập huấn: 12", "số lượt người được khám": what is counted happens. */
export const EVENTS =
  /(?:^|\s)(?:tổng )?số (?:(?:người|ca|hộ|lao động) mới|(?:lao động|người)(?: lao động)? (?:(?:được|có) )?(?:tạo việc làm|giải quyết việc làm|có việc làm mới|việc làm mới|việc làm tăng thêm)|(?:lao động|người)(?: lao động)? đi (?:làm việc|lao động|xuất khẩu)|hộ(?: (?:cận )?nghèo)? (?:phát sinh|tái nghèo|thoát nghèo)|lượt|cuộc|buổi|hội nghị|đợt|khóa (?:tập huấn|bồi dưỡng|đào tạo)|lớp (?:tập huấn|bồi dưỡng|đào tạo|xóa mù))(?!\p{L})/u;

/** "có", "đạt", "số … :" right before the number, with no act between. */
export function isStock(before: string): boolean {
  if (/(?:có|được) thêm\s$|thêm (?:ít nhất |khoảng |trên )?$/u.test(before)) return false;
  const tail = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  return (
    STOCK.test(before) &&
    !/cho\s$/u.test(before) &&
    !/(?:giải quyết việc làm|đào tạo|tuyển sinh|tạo việc làm|tạo việc làm mới)[^,;]*$/u.test(tail)
  );
}

/** "300 lượt người được trị liệu": what is counted happens. */
export const EVENT_BEHIND =
  /^\s(?:(?:lao động|người) (?:lao động )?có việc làm (?:mới|tăng thêm)(?!\p{L})|(?:lao động|người)(?: lao động)? đi (?:làm việc|lao động|xuất khẩu lao động)(?!\p{L})|lượt (?!khách|truy cập|xem|tương tác)|tin(?:,\s| )bài|tin(?=[\s]?[,;.]|$)|chuyên mục|chuyên trang|phóng sự|tiểu phẩm|cuộc |buổi |đợt |hội nghị|hội thảo|lớp (?:tập huấn|bồi dưỡng|đào tạo))/u;

const OCCASION =
  /^\s(?:hội (?:thi|nghị|thảo|diễn|thao|khỏe|khoẻ|chợ)|cuộc (?:thi|diễu hành|mít tinh)|lễ (?:phát động|mít tinh|hội)|liên hoan|ngày hội|đại hội|giải (?:thi đấu|thể thao|chạy|bóng)|diễn đàn|chiến dịch|đợt)(?!\p{L})/u;
const IN_YEAR = /\s(?:vào|trong)\s(?:đầu\s|cuối\s|quý\s[ivx\d]+\s)?năm\s(?:19|20)\d{2}/u;

/** "01 hội thi vào năm 2027": what is held takes place in its year. */
export function takesPlace({ after }: { after: string }): boolean {
  return OCCASION.test(after) && IN_YEAR.test(after);
}

/** "mỗi trường có ít nhất 01 giáo viên được đào tạo" */
export const EACH_HAS =
  /(?:^|[\s,;:])mỗi\s(?!năm|tháng|quý|tuần)[^;:%\d]*\scó\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u;
/** "03 cơ sở, mỗi cơ sở tiếp nhận 20 lượt người/năm": what each does. */
export const EACH_THEN = /,\smỗi\s(?!năm|tháng|quý)\p{L}[^;]*$/u;
