import { predicateAt } from '../numbers/predicate.ts';
/** What things are counted in, by the noun behind a number. */
const FAMILIES: readonly (readonly [unit: string, nouns: RegExp])[] = [
  ['hộ', /^(?:hộ|gia đình)(?!\p{L})/u],
  [
    'người',
    /^(?:(?:lượt|nghìn|ngàn)\s)?(?:người|lao động|trẻ|học sinh|học viên|sinh viên|phụ nữ|cán bộ|công chức|viên chức|giáo viên|bác s[ĩỹ]|nhân viên|đối tượng|nạn nhân|đoàn viên|hội viên|đảng viên|thanh niên|lượt(?! khách))(?!\p{L})/u,
  ],
  ['xã', /^(?:xã|phường|thị trấn|đặc khu)(?!\p{L})/u],
  ['huyện', /^(?:huyện|thị xã|thành phố|quận)(?!\p{L})/u],
  ['thôn', /^(?:thôn|bản|ấp|khóm|buôn|tổ dân phố|khu phố|khu dân cư)(?!\p{L})/u],
  ['trường', /^(?:trường)(?!\p{L})/u],
  ['trạm', /^(?:trạm)(?!\p{L})/u],
  ['căn', /^(?:căn|nhà|ngôi nhà)(?!\p{L})/u],
  ['giường', /^(?:giường)(?!\p{L})/u],
  ['cơ sở', /^(?:cơ sở|trung tâm)(?!\p{L})/u],
  ['cơ quan', /^(?:cơ quan|đơn vị)(?!\p{L})/u],
  ['tiêu chí', /^(?:tiêu chí)(?!\p{L})/u],
  // Things that no unit of the catalogue counts.
  [
    '',
    /^(?:mô hình|công trình|lớp|hội nghị|km|dự án|sản phẩm|tin|bài|chuyên mục|phiên|buổi|cuộc|suất|thẻ|sổ|cuốn|bộ|cụm|tuyến|mẫu|ca|vụ|hồ sơ|hợp tác xã|doanh nghiệp|tổ|câu lạc bộ|đội|cây|phòng|tủ|thuê bao|di tích|địa chỉ)(?!\p{L})/u,
  ],
];

/** The first words behind a number, by which what is counted is known. */
export function countedIn(after: string): string {
  return (
    after
      .trim()
      .split(/[,;.:()]/u)[0]
      ?.split(/\s+/u)
      .slice(0, 3)
      .join(' ') ?? ''
  );
}

/** Whether a unit is nothing but a noun of what is counted: "Người" in a column of units. */
export function isCountNoun(unit: string): boolean {
  const lower = unit.trim().toLocaleLowerCase('vi');
  return FAMILIES.some(([, nouns]) => nouns.exec(lower)?.[0] === lower);
}

/** Whether what is counted can be of an indicator in a unit: "4.250 nhà tạm cho hộ nghèo" counts no households. */
export function countsIn(counted: string, unit: string): boolean {
  const family = FAMILIES.find(([, nouns]) => nouns.test(counted))?.[0];
  const isKnown = FAMILIES.some(([known]) => known === unit && known !== '');
  return family === undefined || !isKnown || family === unit;
}

/** The unit of what is counted behind a number: "người" of "trẻ em", the noun itself of things no unit counts; '' where none is known. */
export function thingOf(counted: string): string {
  const family = FAMILIES.find(([, nouns]) => nouns.test(counted));
  if (family === undefined) return '';
  return family[0] === '' ? (family[1].exec(counted)?.[0] ?? '') : family[0];
}

/** "bác sĩ chuyên khoa II": the noun right behind a count, up to its verb or where it is. */
export function nounBehind(after: string): string {
  const words = /^\s([^,;.:()%\d]*)/u.exec(after)?.[1] ?? '';
  const at = predicateAt(words);
  return (at < 0 ? words : words.slice(0, at)).replace(
    /\s(?:cho|vào|tại|ở|thuộc|trong|từ|đến|mỗi|năm|theo|trên|của|để|nhằm|trước|với|là)\s.*$/su,
    '',
  );
}
