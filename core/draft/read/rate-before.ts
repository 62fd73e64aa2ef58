import { isCountNoun } from '../indicator/counted.ts';
import { type Item, onlyLeads } from '../items.ts';

const PER = String.raw`(?<per>(?:(?:0?1|một|mỗi)\s)?(?:10{2,6}\s|10{0,2}(?:\.0{3}){1,2}\s)?(?:(?:(?:một|mười|trăm|10{0,2})\s)?(?:nghìn|ngàn|vạn|triệu)\s)?(?:người dân|dân số|dân|người|trẻ em|trẻ|ca|bà mẹ|phụ nữ|lao động|hộ|học sinh)(?!\p{L})(?:\s(?:đẻ|sinh)(?:\sra)?\ssống)?)`;
/** "Số bác sĩ trên 10.000 dân", "giường bệnh/vạn dân": what is counted, and over how many it is counted. */
const RATE = new RegExp(
  String.raw`(?:^|\s)(?<counted>[^,;:()%]{2,80}?)(?:\s\(\p{L}+\))?\s?(?:\/|\s(?:tính\s)?trên\s)\s?${PER}`,
  'u',
);
/** "Trên 10.000 dân có 14 bác sĩ": what is counted stands behind the number. */
const RATE_FIRST = new RegExp(
  String.raw`(?:^|[,:]|(?:19|20)\d{2})\s*(?:phấn đấu\s)?(?:trên|cứ|bình quân|trung bình|tính trên|mỗi)\s${PER}\s(?:phải |sẽ )?(?:có|đạt|là)(?!\p{L})[^\d,;:]*$`,
  'u',
);
/** What stands before the noun that is counted. */
const BEFORE_NOUN =
  /^.*(?:^|\s)(?:tổng số|số|tỷ suất|tỷ số|tỷ lệ|mật độ|duy trì|nâng|giảm|tăng|đạt|có|(?:19|20)\d{2})\s/u;

/**
 * The unit of a number whose rate is said before it: "Số bác sĩ trên 10.000 dân đạt 14" is 14 bác sĩ/10.000 dân and no
 * number of doctors. '' where no rate is.
 * @param unit as printed behind the number or in its column; of a rate it is at most a noun
 * @param label the words that name the number elsewhere: the row of a table
 */
export function rateBefore(item: Item, items: readonly Item[], unit: string, label: string): string {
  if (unit !== '' && !isCountNoun(unit)) return '';
  const own = rateIn(label) || rateIn(item.before);
  if (own !== '') return own;
  const first = firstRate(item, items);
  if (first !== '') return `${nounBehind(item)}/${first}`;
  const last = items[items.indexOf(item) - 1];
  if (last === undefined || last.number.unit !== '' || !onlyLeads(withoutYears(item.before))) return '';
  // "Từ 28 lên 32 giường", "đạt 14 vào năm 2028; đạt 15 vào năm 2030" go on with the same; "có 20 xã" does not.
  const rate = rateBefore(last, items, '', '');
  const isMove = /(?:^|\s)(?:lên|xuống|còn|đến)\s/u.test(item.before);
  return isMove || onlyLeads(nounBehind(item)) || rate.startsWith(nounBehind(item)) ? rate : '';
}

/** The rate that a list of numbers opens with: "trên 10.000 dân có 14 bác sĩ, 32 giường bệnh". */
function firstRate(item: Item, items: readonly Item[]): string {
  const per = RATE_FIRST.exec(item.before)?.groups?.['per'];
  if (per !== undefined) return isOverMany(per) ? per.trim() : '';
  const last = items[items.indexOf(item) - 1];
  return last?.segment === item.segment && last.number.unit === '' && onlyLeads(item.before)
    ? firstRate(last, items)
    : '';
}

function nounBehind({ after }: Item): string {
  return withoutYears(/^[^,;:.()\d]*/u.exec(after)?.[0] ?? '')
    .replace(/\s(?:và|năm|giai đoạn).*$/u, '')
    .trim();
}

function rateIn(words: string): string {
  const { counted, per } = RATE.exec(words)?.groups ?? {};
  if (counted === undefined || per === undefined || !isOverMany(per)) return '';
  return `${counted.replace(BEFORE_NOUN, '').trim()}/${per.trim()}`;
}

function isOverMany(per: string): boolean {
  return /\d|nghìn|ngàn|vạn|triệu/u.test(per);
}

function withoutYears(words: string): string {
  return words.replaceAll(/(?:năm\s)?(?:19|20)\d{2}/gu, ' ').replaceAll(/(?:vào|hết|cuối)\s/gu, ' ');
}
