import { syllablesOf } from '../indicator/words.ts';
import type { Stratum } from '../../catalogue/schema.ts';
import type { Item } from '../items.ts';
import type { DraftRow } from '../model.ts';
import type { Sentence } from '../sentences.ts';
import { placeOf as cellPlace } from '../place-rows.ts';
import { partName } from '../sub-rows.ts';
import { areaBehind, areaBeside, groupOfNew, whoMakesUp, whoTheyAre } from './group-of-new.ts';
import { namedPart, wholeOfCount } from './part-of-count.ts';
import { pairedGroup } from './paired-group.ts';
import { sectorBeside } from './sectors.ts';
import { type StrataIndex, strataIn } from './stratum.ts';

/** The groups a number is of. */
export interface FoundGroups {
  /** One for each row; a single one of null is the whole. */
  strata: readonly DraftRow['stratum'][];
  /** Words of a group that neither the catalogue nor the indicator's name has; null where there is none. */
  missing: string | null;
  /** Whether several groups share one amount, which is nobody's alone. */
  isTogether: boolean;
}

/** What groups are read from. */
export interface GroupContext {
  sentence: Sentence;
  item: Item;
  items: readonly Item[];
  /** Words beside the number. */
  near: string;
  /** Name of the indicator it is likely of; '' where none is. */
  name: string;
  strata: StrataIndex;
  /** The row before it in its part of the sentence, where its own words say nothing of what it is of. */
  sameAs: DraftRow | undefined;
  /** The row before it in its part of the sentence, of the same unit. */
  before: DraftRow | undefined;
  /** Whether each group can have the number for itself: a share can, an amount cannot. */
  isOfEach: boolean;
}

/** "120 mô hình, mỗi mô hình có 20 hộ, trong đó 70 % là hộ nghèo": of whom each of them is. */
const OF_EACH = /(?:^|\s)mỗi\s(?!năm|tháng|quý|xã|huyện|hộ)\p{L}+\s.*$/su;
const LISTED_GROUPS = /hộ nghèo(?:,|\svà|\shoặc)\s(?:hộ\s)?cận nghèo/u;

/** Groups named beside the number; else those of the heading it stands under. */
export function groupsOf(context: GroupContext): FoundGroups {
  const { sentence, item, items, near, name, strata, isOfEach, sameAs } = context;
  if (sameAs !== undefined) return { strata: [sameAs.stratum], missing: sameAs.group, isTogether: false };
  const { above, block } = sentence.paragraph;
  const place = placeOf(sentence, item, items);
  const beside = strataIn(place + namedGroups(near.replace(OF_EACH, '')), name, strata);
  const whole: FoundGroups = { strata: [WHOLE], missing: null, isTogether: false };
  // "hộ nghèo, hộ cận nghèo": one of them in the indicator's name leaves the other no group of its own.
  const named = isOfEach || beside.length === 0 ? [] : strataIn(place + namedGroups(near), '', strata);
  if (named.length > beside.length && LISTED_GROUPS.test(near))
    return { ...whole, missing: partOfBoth(item) };
  if (beside.length > 1 && !isOfEach) return { ...whole, missing: partOfBoth(item), isTogether: true };
  if (beside.length > 0)
    return { ...whole, strata: beside.map(({ id }) => ({ value: id, rule: 'stratum-words' })) };
  if (block.cell !== undefined) {
    const ofCell = strataIn(`${block.cell.rowLabel} ${block.cell.columnHeading}`, name, strata);
    if (ofCell.length > 1 && !isOfEach) return { ...whole, isTogether: true };
    if (ofCell.length > 0)
      return { ...whole, strata: ofCell.map(({ id }) => ({ value: id, rule: 'stratum-cell' })) };
  }
  if (block.cell?.isOfPlace === true) return { ...whole, missing: cellPlace(block.cell) };
  if (block.cell?.under?.hasFigures === true) {
    // "- BHXH tự nguyện" below "Tỷ lệ tham gia BHXH": an indicator of its own says the part.
    const part = partName(block.cell.rowLabel);
    const said = new Set(syllablesOf(name));
    return syllablesOf(part).every((one) => said.has(one)) ? whole : { ...whole, missing: part };
  }
  const heading = above
    .slice(0, 2)
    .flatMap(({ clean }) =>
      (clean.length < 60 ? strataIn(clean, name, strata) : []).filter((one) => isAllOf(clean, one)),
    );
  const only = heading.length === 1 ? heading[0] : undefined;
  if (only !== undefined) return { ...whole, strata: [{ value: only.id, rule: 'stratum-heading' }] };
  // "tỷ lệ lao động qua đào tạo của hộ nghèo 45 %, trong đó có bằng cấp 18 %": a part is of the group of its whole.
  if (context.before !== undefined && context.before.stratum.value !== null && IS_PART.test(item.before))
    return { ...whole, strata: [context.before.stratum] };
  return {
    ...whole,
    missing:
      missingGroup(`${place} ${block.cell?.rowLabel ?? item.before}`, item.after, name) ??
      unmarkedGroup(item, items, near, name) ??
      pairedGroup(item, items, name) ??
      sectorBeside(item, items) ??
      unsaid(areaBeside(item, items) ?? areaBehind(item), name) ??
      whoMakesUp(item, items[items.indexOf(item) - 1]) ??
      unsaid(whoTheyAre(item, items[items.indexOf(item) - 1]), name) ??
      (name === '' ? groupOfNew(item, items) : partOfCount(item, items, name)),
  };
}

const IS_PART = /^[\s,(]*trong đó:?\s(?!ở|tại|vùng|khu vực)/u;

/** "trong đó trẻ em hộ nghèo, hộ cận nghèo từ 1.500 em": one part, of two groups together; null where it is no part. */
function partOfBoth({ before }: Item): string | null {
  return (
    /(?:^|[\s,(])(?:trong đó|riêng):?\s(?:có\s)?(\p{L}.*?)(?:\s(?:từ|là|đạt|có|ít nhất|tối thiểu|khoảng|trên))*\s$/u.exec(
      before,
    )?.[1] ?? null
  );
}

/** A group; null where the indicator's name says it. */
function unsaid(group: string | null, name: string): string | null {
  const said = new Set(syllablesOf(name));
  return group === null || syllablesOf(group).every((one) => said.has(one)) ? null : group;
}

/** The group that words name, which are nothing but its name. */
export function groupsOfName(words: string, strata: StrataIndex): FoundGroups {
  const [found, ...more] = strataIn(words, '', strata);
  const isOne = found !== undefined && more.length === 0 && isAllOf(words, found);
  return {
    strata: [isOne ? { value: found.id, rule: 'stratum-words' } : WHOLE],
    missing: isOne ? null : words,
    isTogether: false,
  };
}

/** Whether a heading names a group and hardly more: "Nhà ở xã hội, nhà ở cho hộ nghèo" does not. */
function isAllOf(heading: string, { name }: Stratum): boolean {
  return syllablesOf(heading).length <= syllablesOf(name.vi).length + FEW;
}

const FEW = 3;

const WHOLE: DraftRow['stratum'] = { value: null, rule: 'stratum-none' };

/** "…, các xã biên giới giảm 4 %/năm": a later part of a sentence begins with the group it is of. */
const OPENS = new RegExp(
  String.raw`^[\s,]*(?:và\s|còn\s)?((?:các|những|nhóm)\s[^,;:.%\d()]{3,80}?)(?=\s(?:giảm|tăng|đạt|còn|là|có|chiếm|trên|dưới|ít nhất|khoảng|bình quân)(?!\p{L}))`,
  'u',
);
/** Groups a share is divided by wherever they stand in its words. */
const ALWAYS_GROUP =
  /(?:đồng bào\s)?(?:dân tộc thiểu số|dtts)(?!\p{L})|(?:các\s)?(?:(?:xã|thôn|bản|huyện|vùng|khu vực)[^,;:.%\d()]{0,20}|hộ)\s(?:biên giới|vùng cao|bãi ngang|ven biển|hải đảo|đặc biệt khó khăn|an toàn khu|trung du|ngập lũ)(?!\p{L})/u;

/** A group that no "riêng", "tại" or the like leads; null where the indicator's name says it. */
function unmarkedGroup(item: Item, items: readonly Item[], near: string, name: string): string | null {
  const isLater = items[items.indexOf(item) - 1]?.segment === item.segment;
  const found = (isLater ? OPENS.exec(item.before)?.[1] : undefined) ?? ALWAYS_GROUP.exec(near)?.[0];
  // Where no indicator is likely, words with a noun of their own say what is counted.
  if (
    found === undefined ||
    (name === '' && /tỷ lệ|(?<!thiểu )số|tổng|diện tích|mức(?! độ \d)|thu nhập/u.test(item.before))
  )
    return null;
  const said = new Set(syllablesOf(name));
  const syllables = syllablesOf(found).filter((one) => !COMMON.has(one));
  const known = syllables.filter((one) => said.has(one)).length;
  return syllables.length > 0 && known < syllables.length * SAID ? found.trim() : null;
}

/** "(cao đẳng 1.100, trung cấp 2.500)": a part by name that the indicator does not say. */
function partOfCount(item: Item, items: readonly Item[], name: string): string | null {
  const named = wholeOfCount(item, items) === null ? null : namedPart(item, items[items.indexOf(item) - 1]);
  // "320 bác sĩ, trong đó 60 bác sĩ nội trú": which of them stands behind what is counted again.
  const part =
    named === '' ? (/^\s(\p{L}[^,;:.()\d]{2,60})/u.exec(item.after)?.[1] ?? '').trim() : (named ?? '');
  const said = new Set(syllablesOf(name));
  return part === '' || syllablesOf(part).every((one) => said.has(one)) ? null : part;
}

/** Groups before "thuộc": what stands behind it says which of them. */
function namedGroups(words: string): string {
  const at = words.search(/\sthuộc\s(?!diện|vùng|khu vực)/u);
  return at > 0 && /,/u.test(words.slice(0, at)) ? words.slice(0, at) : words;
}

/** "Tại các huyện nghèo, …", "Đối với …": where a sentence says first whom it is about. */
function placeOf({ start, paragraph }: Sentence, item: Item, items: readonly Item[]): string {
  const from = Math.max(start, paragraph.from);
  const opening = paragraph.clean.slice(from, item.number.start);
  const place = /^\s*(?:tại|ở|đối với|riêng|trên địa bàn)\s[^;:]*?,/u.exec(opening)?.[0] ?? '';
  return items[0] === item || !/;/u.test(opening) ? `${place} ` : ' ';
}

const NOUN =
  'huyện|xã|phường|thôn|bản|ấp|vùng|khu vực|địa bàn|hộ|đồng bào|người|trẻ|phụ nữ|nam|nữ|lao động|học sinh|cán bộ|công chức|khối|cấp|tuyến|bậc|doanh nghiệp|miền|dân tộc|đô thị|nông thôn|thành thị';
const VERB =
  'là|đạt|giảm|tăng|còn|có|được|chiếm|lên|xuống|ít nhất|tối thiểu|trên|dưới|khoảng|từ|không|bình quân|mỗi|hằng|hàng|đến|phấn đấu|tỷ lệ|thì|thoát|ở|duy trì|giữ|ổn định';
/** "riêng các xã đặc biệt khó khăn giảm …", "ở khu vực biên giới, …" */
const MARKED = new RegExp(
  String.raw`(?:^|[\s,;(])(?:riêng|trong đó|đối với|tại|ở|của)(?::)?\s((?:các|những|số|nhóm|tỷ lệ)?\s?(?:${NOUN})(?!\p{L})[^,;:.%\d()]{0,80}?)(?=\s(?:${VERB})(?!\p{L})|\s?[:,(]|\s?$)`,
  'gu',
);
/** "15 % ở tuyến tỉnh" */
const BEHIND = new RegExp(
  String.raw`^\s(?:\(|(?:ở|tại|đối với)\s)((?:các\s)?(?:${NOUN})(?!\p{L})[^,;:.%\d()]{0,80}?)(?=\s(?:${VERB}|và|vào|trong|năm)(?!\p{L})|\s?[,;.:()]|\s?$)`,
  'u',
);
/** Places that are the whole a plan is of. */
const ALL = /^(?:các\s)?(?:địa bàn|toàn|cấp (?:tỉnh|thành phố)|xã, phường|các cấp|người dân|địa bàn tỉnh)/u;
/** Part of these words of a group, and an indicator says it. */
const SAID = 0.6;

/** A group that words name and an indicator's name does not; null where the name says it, or none is named. */
function missingGroup(before: string, after: string, name: string): string | null {
  if (name === '') return null;
  const found = [...before.matchAll(MARKED)].map(([all, words = '']) => ({
    words,
    // What "riêng" and "trong đó" lead is a part, however much of the name it repeats.
    isPart: /riêng|trong đó/u.test(all),
  }));
  const behind = BEHIND.exec(after)?.[1];
  const said = new Set(syllablesOf(name));
  const missing = [...found, ...(behind === undefined ? [] : [{ words: behind, isPart: false }])]
    .map(({ words, isPart }) => ({ words: words.trim(), isPart }))
    .filter(({ words, isPart }) => {
      const syllables = syllablesOf(words).filter((one) => !COMMON.has(one));
      const known = syllables.filter((one) => said.has(one)).length;
      return !ALL.test(words) && syllables.length > 0 && known < syllables.length * (isPart ? 1 : SAID);
    });
  return missing.at(-1)?.words ?? null;
}

const COMMON = new Set(syllablesOf('các những số nhóm khu vực vùng địa bàn tỷ lệ tỉnh trong'));
