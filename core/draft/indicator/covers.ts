import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IndicatorIndex } from './propose.ts';
import { isStopped, syllablesOf } from './words.ts';

/** More of the weight of the words than this an indicator must not leave unsaid. */
const UNSAID = 0.45;
/** Words of clauses that no name of an indicator has. */
const OF_CLAUSES = new Set(
  syllablesOf(
    'so mỗi hằng bình quân trung thêm gấp lần mới nửa phần lượt kỳ cùng cả không xóa hoàn thành tất cả toàn bộ chấm dứt',
  ),
);

/** So many words of a noun that neither the indicator nor the group says tell which of its things are counted. */
const QUALIFIED = 2;

/**
 * Whether the noun behind a count says which of the things it counts, and the indicator does not: "40 bác sĩ chuyên khoa
 * II" are not the doctors of a province.
 * @param counted the noun with the words that belong to it
 */
export function countsSomeOf(counted: string, id: string, said: string, { indicators }: Catalogue): boolean {
  const indicator = indicators.get(id);
  if (indicator === undefined) return false;
  const known = new Set(
    syllablesOf(`${indicator.name.vi} ${indicator.definition ?? ''} ${indicator.unit} ${said}`),
  );
  const words = syllablesOf(counted).filter((one) => !isStopped(one) && !OF_CLAUSES.has(one));
  const [first = ''] = words;
  return known.has(first) && words.filter((one) => !known.has(one)).length >= QUALIFIED;
}

/** What is done to things that are there already, or with which they are no longer there. */
const DONE_TO = String.raw`hỗ trợ|xây mới|làm mới|thay thế|sửa chữa|cải tạo|nâng cấp|tu bổ|tôn tạo|duy tu|bảo dưỡng|di dời|xóa(?!\s(?:mù|đói))|xoá(?!\s(?:mù|đói))`;
const DONE_BEFORE = new RegExp(String.raw`(?:^|[^\p{L}])(${DONE_TO})(?!\p{L})[^,;:\d]*$`, 'u');
const DONE_BEHIND = new RegExp(String.raw`^[^,;:.\d]{0,60}\sđược\s(${DONE_TO})(?!\p{L})`, 'u');

/**
 * Whether a count is of things something is done to, and the indicator counts those there are: "sửa chữa 15 trạm y tế" are
 * not the health stations of a province, "xóa 2.350 nhà tạm" not the houses that are left.
 * @param before the words that lead to the number, or to the one it is a part of
 * @param after the words behind it
 */
export function countsDoneTo(
  { before, after }: { before: string; after: string },
  id: string,
  { indicators }: Catalogue,
): boolean {
  const indicator = indicators.get(id);
  const act = (DONE_BEFORE.exec(before) ?? DONE_BEHIND.exec(after))?.[1];
  if (indicator === undefined || act === undefined) return false;
  return !`${indicator.name.vi} ${indicator.definition ?? ''}`.toLocaleLowerCase('vi').includes(act);
}

/**
 * Whether an indicator and a group leave unsaid what a phrase counts: "hộ thiếu nước sạch" is not the number of
 * households. Words that no indicator of the catalogue has count for nothing.
 * @param own the words of the number
 * @param said what else says it: the name of the group
 * @param most of the weight of the words that may be left unsaid
 */
export function leavesUnsaid(
  own: string,
  id: string,
  said: string,
  { indicators }: Catalogue,
  { weight, knows }: IndicatorIndex,
  most = UNSAID,
): boolean {
  const indicator = indicators.get(id);
  if (indicator === undefined) return false;
  if (lacksHead(own, indicator.name.vi)) return true;
  const known = new Set(
    syllablesOf(`${indicator.name.vi} ${indicator.definition ?? ''} ${indicator.unit} ${said}`),
  );
  let [all, unsaid] = [0, 0];
  for (const syllable of new Set(syllablesOf(own))) {
    if (isStopped(syllable) || OF_CLAUSES.has(syllable) || /\d/u.test(syllable) || !knows(syllable)) continue;
    all += weight(syllable);
    if (!known.has(syllable)) unsaid += weight(syllable);
  }
  return unsaid > all * most;
}

const MEASURES = new Set(syllablesOf('tỷ lệ suất số tổng mức trung bình quân'));

/** What a share may be called by without being named: "tỷ lệ bao phủ", "tỷ lệ sử dụng". */
const BEHIND = new Set(syllablesOf('bao sử được có tham hưởng đạt tiếp trong trên'));

/**
 * Whether a phrase has no word of what a share is of: "tỷ lệ lao động khu vực nông, lâm nghiệp" is not that of
 * "thất nghiệp khu vực thành thị", whatever else they share.
 */
function lacksHead(own: string, name: string): boolean {
  const words = syllablesOf(name);
  const [first, second] = words.filter((one) => !MEASURES.has(one));
  const said = new Set(syllablesOf(own));
  return (
    words[0] === MEASURE &&
    first !== undefined &&
    second !== undefined &&
    said.has(MEASURE) &&
    !said.has(first) &&
    !BEHIND.has(first)
  );
}
const [MEASURE = ''] = syllablesOf('tỷ');
