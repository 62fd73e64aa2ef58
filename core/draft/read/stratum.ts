import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Stratum } from '../../catalogue/schema.ts';
import { syllablesOf } from '../indicator/words.ts';

/** The strata of a catalogue by their words. */
export type StrataIndex = readonly { stratum: Stratum; words: readonly string[] }[];

/** What a name of a group begins with and a document leaves away. */
const HEADS = new Set(
  ['các', 'huyện', 'thị', 'xã', 'thành', 'phố', 'chăm', 'sóc'].map((word) => syllablesOf(word)[0] ?? ''),
);
/** From so many syllables on, others may stand between them. */
const LONG = 6;

/** Reads the words of every stratum once. */
export function indexStrata({ strata }: Catalogue): StrataIndex {
  return [...strata.values()]
    .map((stratum) => ({ stratum, words: core(syllablesOf(stratum.name.vi)) }))
    .sort((left, right) => right.words.length - left.words.length);
}

function core(words: readonly string[]): readonly string[] {
  let from = 0;
  while (HEADS.has(words[from] ?? '') && words.length - from > 2) from += 1;
  return words.slice(from);
}

/**
 * The strata that words name, in the order of the words; the longer name of two that overlap.
 * @param name what the indicator is called: a group that is in its name is no part of the whole it is of
 */
export function strataIn(text: string, name: string, index: StrataIndex): Stratum[] {
  const words = syllablesOf(text.replaceAll(NO_GROUP, ' ').replaceAll(TWO_LEVELS, '$1 và '));
  const ofName = syllablesOf(name);
  const taken = new Set<number>();
  const found: { stratum: Stratum; at: number }[] = [];
  for (const { stratum, words: wanted } of index) {
    const at = findIn(words, wanted, taken);
    if (at === null || isOfOtherLevel(stratum, words[(at[0] ?? 0) - 1])) continue;
    for (const place of at) taken.add(place);
    if (findIn(ofName, wanted, new Set()) === null) found.push({ stratum, at: at[0] ?? 0 });
  }
  return found.sort((left, right) => left.at - right.at).map(({ stratum }) => stratum);
}

/**
 * What stands between two groups is of neither; a region of the country is no part of a province; who has left a school
 * is not in it ("học sinh tốt nghiệp trung học cơ sở vào học nghề").
 */
const NO_GROUP =
  /(?<!\p{L})(?:đồng bào )?(?:dân tộc thiểu số|dtts)(?: và|,) miền núi|(?<!\p{L})giữa\s[^,;.]*(?:,[^,;.]*\svà\s[^,;.]*)?|đồng bằng sông (?:cửu long|hồng)|(?<!\p{L})trình độ(?: học vấn| văn hóa)?(?: từ)? (?:trung học|tiểu học|thpt|thcs)(?: phổ thông| cơ sở)?|(?<!\p{L})tốt nghiệp (?:trung học (?:cơ sở|phổ thông)|thcs|thpt|tiểu học)(?=\s(?:và tương đương\s)?(?:vào|tiếp tục|theo học|đi học|học|không)(?!\p{L}))/giu;

/** "trường tiểu học, trung học cơ sở" are two, not one with both levels. */
const TWO_LEVELS = /(tiểu học),\s(?=(?:trung học cơ sở|thcs))/giu;

/** "Các xã miền núi" are no "huyện miền núi". */
function isOfOtherLevel({ name }: Stratum, before: string | undefined): boolean {
  return before !== undefined && LOWER.has(before) && syllablesOf(name.vi).includes(DISTRICT);
}

const LOWER = new Set(syllablesOf('xã phường thôn bản ấp buôn'));
const [DISTRICT = ''] = syllablesOf('huyện');

const [AND = ''] = syllablesOf('và');

/** Places of the wanted words; next to each other, or in order and near where there are many. */
function findIn(
  words: readonly string[],
  wanted: readonly string[],
  taken: ReadonlySet<number>,
): number[] | null {
  const reach = wanted.length >= LONG ? wanted.length * 2 + 4 : wanted.length;
  for (let start = 0; start <= words.length - wanted.length; start += 1) {
    if (words[start] !== wanted[0] || taken.has(start)) continue;
    const places: number[] = [];
    for (let at = start; at < Math.min(words.length, start + reach) && places.length < wanted.length; at += 1)
      if (words[at] === wanted[places.length] && !taken.has(at)) places.push(at);
      else if (words[at] === AND) break;
    if (places.length === wanted.length) return places;
  }
  return null;
}
