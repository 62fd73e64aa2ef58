/** What somebody has to have in order to get something: "điểm trường có trên 40 trẻ được tính 02 định mức". */
const HAS_MANY = /(?:^|\s)(?:có|từ|đủ|đạt)\s(?:(?:từ|trên|dưới|đủ|ít nhất|tối thiểu|hơn|quá)\s)*$/u;
const GETS =
  /^\s[^,;:.%\d]{1,40}\s(?:trở lên\s|trở xuống\s)?(?:được|thì được|thì)\s(?:tính|khoán|hưởng|bố trí|giao|áp dụng|xếp|trả|chi|cấp|xét|hỗ trợ (?:thêm|kinh phí|tiền|mức|một lần|\d))(?!\p{L})/u;

const IS_JUDGED =
  /^\s?%?\s(?:trở (?:lên|xuống)\s)?(?:(?:chỉ tiêu|kế hoạch|nhiệm vụ)\s)?(?:thì\s)?(?:(?:được|không|không được)\s(?:khen thưởng|thưởng|xét)|bị\s(?:xem xét|phê bình|kiểm điểm|nhắc nhở))(?!\p{L})/u;
const GETS_MONEY =
  /^\s[^,;:.%\d]{1,40}?\s(?:trở lên\s|trở xuống\s)?(?:được|thì được)\s(?:hỗ trợ|hưởng|trợ cấp|phụ cấp|vay)\s(?:[^,;%\d]{0,30}\s)?\d[\d.,]*\s(?:(?:nghìn|triệu|tỷ)\s)?đồng(?!\p{L})/u;

/** "Các sở, ngành có trên 50 lao động báo cáo …": which of them have to do something. */
const THOSE_WITH = /(?:^|[.:])\s*(?:các|những)\s[^;:%\d]*\scó\s(?:trên|từ|dưới)\s$/u;
const HAVE_TO = /^\s[^,;.%\d]{1,40}\s(?:phải|báo cáo|lập|đăng ký|tổ chức|bố trí|xây dựng|thực hiện)\s/u;
/** "chấn chỉnh 17 doanh nghiệp đang hoạt động": those that there are. */
const IS_THERE = /^\s[^,;.:()%\d]{1,60}\s(?:đang hoạt động|hiện hữu)(?!\p{L})/u;

/** "ra khỏi nhóm 05 tỉnh nghèo nhất": a group to be left says no place to be reached. */
const LEAVES_GROUP =
  /(?:ra khỏi|thoát khỏi|không còn (?:nằm )?trong|không thuộc)(?:\s\p{L}+){0,3}\s(?:nhóm|tốp|top)\s$/u;
/** "doanh nghiệp sử dụng từ 30 % lao động là người khuyết tật trở lên được vay vốn" */
const OWNER_HAS =
  /(?:^|[\s,;])(?:doanh nghiệp|cơ sở|đơn vị|hợp tác xã|tổ chức|dự án|trường|hộ|xã)\s(?:[^,;:%\d]{0,30}\s)?(?:sử dụng|có|nhận)\s(?:(?:từ|trên|đủ)\s)?$/u;
const IS_GIVEN =
  /^\s?%?\s[^,;:.%\d]{1,60}\strở lên\s(?:[^,;.:%\d]{0,30}\s)?(?:được|thì được)\s(?:khen thưởng|thưởng|vay|miễn|giảm|hưởng|hỗ trợ|ưu đãi)(?!\p{L})/u;

/**
 * Whether a count is from when on somebody is entitled to something, not how many there are to be.
 * @param clause words of its clause that stand before it
 */
export function entitles({ unit, after, clause }: { unit: string; after: string; clause: string }): boolean {
  // "đạt từ 90 điểm trở lên xếp loại xuất sắc, dưới 50 điểm không xếp loại"
  if (
    /^\s?%?\s(?:điểm|tiêu chí)?[^,;.%\d]{0,24}\s(?:(?:thì|được|không)\s)*xếp loại(?!\p{L})/u.test(after) &&
    /(?:từ|dưới|trên|đạt|đến)\s$/u.test(clause)
  )
    return true;
  if (unit === '' && /(?:được|thì) (?:tính|khoán|hưởng|xếp)\s$/u.test(clause)) return true;
  // "phụ nữ sinh đủ 2 con": a family, not a province.
  if (unit === '' && /(?:sinh|đủ|sinh đủ|có từ)\s$/u.test(clause) && /^\scon(?!\p{L}|\s?\/)/u.test(after))
    return true;
  // "dạy nhóm trẻ trên 20 cháu được hỗ trợ 1,2 triệu đồng/tháng"
  if (unit === '' && /(?:^|\s)(?:từ|trên|dưới|đủ)\s$/u.test(clause) && GETS_MONEY.test(after)) return true;
  // "trên 110 % được khen thưởng", "dưới 80 % chỉ tiêu bị xem xét trách nhiệm"
  if (/(?:^|\s)(?:từ|trên|dưới|đạt)\s$/u.test(clause) && IS_JUDGED.test(after)) return true;
  if (LEAVES_GROUP.test(clause) || (OWNER_HAS.test(clause) && IS_GIVEN.test(after))) return true;
  if (
    unit === '' &&
    ((THOSE_WITH.test(clause) && HAVE_TO.test(after)) || IS_THERE.test(after)) &&
    !/duy trì|nâng cấp/u.test(clause)
  )
    return true;
  return unit === '' && HAS_MANY.test(clause) && GETS.test(after) && !/phấn đấu|mục tiêu/u.test(clause);
}
