import type { TargetKind } from '../../plan/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import type { IndicatorProposal } from '../model.ts';
import { kinds } from '../../target/kinds/index.ts';
import { countsIn } from './counted.ts';
import { featuresOf, syllablesOf } from './words.ts';

/** What is looked for. */
export interface Wanted {
  /** Words of the number itself. */
  own: string;
  /** Words around it, which weigh less. */
  around: string;
  /** As printed behind the number; null where no number is printed, and any unit fits. */
  unit: string | null;
  kind: TargetKind;
  /** What stands behind a number without a unit, see {@link countsIn}. */
  counted: string;
}

/** The indicators of a catalogue with the weight of their words. */
export interface IndicatorIndex {
  entries: readonly { indicator: Indicator; name: ReadonlySet<string>; more: ReadonlySet<string> }[];
  weight: (feature: string) => number;
  /** Whether any name has it. */
  knows: (feature: string) => boolean;
}

const MOST = 5;
/** What a word of the sentence around, or one of the definition, counts for to one of the name. */
const ASIDE = 0.35;
const IN_DEFINITION = 0.1;
/** Less shares no more than a word that stands everywhere. */
const LEAST = 0.05;
const OTHER_UNIT = 0.45;
/** "dưới 5 tuổi" is never "dưới 1 tuổi", however many other words they share. */
const OTHER_AGE = 0.3;

/** Weighs every word by how few indicators have it (inverse document frequency). */
export function indexIndicators({ indicators }: Catalogue): IndicatorIndex {
  const entries = [...indicators.values()].map((indicator) => ({
    indicator,
    name: featuresOf(syllablesOf(indicator.name.vi)),
    more: featuresOf(syllablesOf(indicator.definition ?? '')),
  }));
  const counts = new Map<string, number>();
  for (const { name } of entries)
    for (const feature of name) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const total = entries.length + 1;
  return {
    entries,
    weight: (feature) => Math.log(total / ((counts.get(feature) ?? 0) + 0.5)),
    knows: (feature) => counts.has(feature),
  };
}

/** The words a figure is looked for by, weighed once. */
interface Weighed {
  own: ReadonlySet<string>;
  around: ReadonlySet<string>;
  ownWeight: number;
}

/**
 * The indicators whose names share most of the weight of the words, at most five, the best first. Always a
 * proposal: scores of right and wrong ones overlap.
 */
export function proposeIndicators(wanted: Wanted, index: IndicatorIndex): IndicatorProposal[] {
  const weighed = weigh(wanted, index);
  const scored = index.entries
    .map((entry) => ({ entry, indicator: entry.indicator.id, score: scoreOf(entry, wanted, weighed, index) }))
    .filter(({ score }) => score > LEAST)
    .sort((left, right) => right.score - left.score || (left.indicator < right.indicator ? -1 : 1))
    .slice(0, MOST);
  const [best] = scored;
  const fuller = scored.find(
    ({ entry, score }) =>
      best !== undefined &&
      best.score - score < (isSaidWhole(entry, weighed) ? NAMED : AS_LIKELY) &&
      saysMore(entry, best.entry, weighed),
  );
  const ordered = fuller === undefined ? scored : [fuller, ...scored.filter((one) => one !== fuller)];
  return ordered.map(({ indicator, score }) => ({ indicator, score }));
}

/** As near as this the one that says all that the other says, and words of the document besides, is meant. */
const AS_LIKELY = 0.03;
/** And as near as this where the document says its whole name. */
const NAMED = 0.15;

/** "Số người tham gia bảo hiểm xã hội tự nguyện" is not all who take part in social insurance. */
function saysMore(
  { name }: IndicatorIndex['entries'][number],
  other: IndicatorIndex['entries'][number],
  { own }: Weighed,
): boolean {
  const said = (one: ReadonlySet<string>) => [...one].filter((feature) => own.has(feature));
  return (
    said(other.name).every((feature) => name.has(feature)) && said(name).length > said(other.name).length
  );
}

/** "Số hộ nghèo giảm 1.500 hộ": the document says the whole name "Số hộ nghèo". */
function isSaidWhole({ name }: IndicatorIndex['entries'][number], { own }: Weighed): boolean {
  return [...name].every((feature) => own.has(feature));
}

/** How much of the weight of the words an indicator shares, 0 to 1; 0 where the catalogue has none of that id. */
export function indicatorScore(id: string, wanted: Wanted, index: IndicatorIndex): number {
  const entry = index.entries.find(({ indicator }) => indicator.id === id);
  return entry === undefined ? 0 : scoreOf(entry, wanted, weigh(wanted, index), index);
}

function weigh(wanted: Wanted, { weight }: IndicatorIndex): Weighed {
  // A flow is of a year, and indicators of flows say so in their names.
  const own = featuresOf(syllablesOf(kinds[wanted.kind].addsUp ? `${wanted.own} trong năm` : wanted.own));
  return { own, around: featuresOf(syllablesOf(wanted.around)), ownWeight: sum(own, weight) };
}

function scoreOf(
  { indicator, name, more }: IndicatorIndex['entries'][number],
  wanted: Wanted,
  { own, around, ownWeight }: Weighed,
  { weight }: IndicatorIndex,
): number {
  let shared = 0;
  let nameWeight = 0;
  for (const feature of name) {
    nameWeight += weight(feature);
    if (own.has(feature)) shared += weight(feature);
    else if (around.has(feature)) shared += weight(feature) * ASIDE;
  }
  let aside = 0;
  for (const feature of more) if (own.has(feature) && !name.has(feature)) aside += weight(feature);
  const whole = nameWeight + Math.min(ownWeight, nameWeight * 2);
  const score = (2 * (shared + aside * IN_DEFINITION)) / Math.max(1, whole);
  const ofAge = isOfOtherAge(indicator.name.vi, wanted.own) ? score * OTHER_AGE : score;
  const isSame = fitsUnit(indicator, wanted) && !isOfOtherQuantity(indicator.name.vi, wanted.own);
  const fitted = isSame ? ofAge : ofAge * OTHER_UNIT;
  return Math.min(1, Math.round(fitted * 1000) / 1000);
}

/** What is measured of people or households, and is not their number. */
const QUANTITY =
  /(?:^|\s)(thu nhập|diện tích|tuổi thọ|năng suất|doanh thu|chi phí|chi tiêu|giá trị|tiền lương|thời gian|số giờ|mật độ|công suất)(?!\p{L})/iu;

/** "Thu nhập bình quân của hộ nghèo" is no number of poor households. */
function isOfOtherQuantity(name: string, own: string): boolean {
  const measured = QUANTITY.exec(own.slice(0, HEAD_LETTERS))?.[1];
  return measured !== undefined && !name.toLocaleLowerCase('vi').includes(measured.toLocaleLowerCase('vi'));
}

/** The noun that is measured stands first. */
const HEAD_LETTERS = 40;

/** Whether both name ages and none in common. */
function isOfOtherAge(name: string, own: string): boolean {
  const [ages, wanted] = [agesIn(name), agesIn(own)];
  return ages.size > 0 && wanted.size > 0 && [...wanted].every((age) => !ages.has(age));
}

function agesIn(text: string): Set<string> {
  const found = text
    .toLocaleLowerCase('vi')
    .matchAll(/(?<!\d)(\d{1,3})(?:\s?-\s?(\d{1,3}))?\s(tháng\s)?tuổi/gu);
  return new Set(
    [...found].flatMap(([, from, to, months]) =>
      [from, to].flatMap((age) => (age ? `${age}${months ?? ''}` : [])),
    ),
  );
}

function sum(features: ReadonlySet<string>, weight: (feature: string) => number): number {
  let total = 0;
  for (const feature of features) total += weight(feature);
  return total;
}

/** Whether a figure with such a unit can be of the indicator. */
export function fitsUnit(
  { unit, measure }: Indicator,
  { unit: printed, kind, counted }: Pick<Wanted, 'unit' | 'kind' | 'counted'>,
): boolean {
  if (printed === null) return true;
  const isPercent = /^(?:%(?!o)|phần trăm|điểm)/u.test(printed);
  // Points are of a share, over however many years it moves by them.
  if (kinds[kind].isRelative && !/^điểm/u.test(printed)) return measure === 'count' || measure === 'amount';
  if (isPercent) return unit === '%';
  if (/^(?:‰|%o|%0|phần nghìn)/u.test(printed)) return unit === '‰';
  const isRate = /\d|vạn|nghìn|triệu/u.test(printed) && /\/|trên/u.test(printed) && !/đồng/u.test(printed);
  if (isRate) return measure === 'rate' && unit !== '%' && isOfAsMany(perOf({ measure, unit }), printed);
  if (/đồng/u.test(printed)) return /đồng/u.test(unit);
  if (/^m(?:2|²|3|³|\s)/u.test(printed)) return /^m/u.test(unit);
  return unit !== '%' && unit !== '‰' && measure !== 'rate' && countsIn(counted, unit);
}

/** Whether a rate is over as many as one of the catalogue: 1 000 of ‰, 10 000 of vạn dân. Any where neither is known. */
function isOfAsMany(per: number | null, printed: string): boolean {
  const [, figure, word] =
    /(?:\/|trên)\s?(?:(1[\d.]*|một|mỗi)\s?)?(nghìn|ngàn|vạn|triệu)?/u.exec(printed) ?? [];
  const times = Number(/^[\d.]+$/u.test(figure ?? '') ? (figure ?? '').replaceAll('.', '') : 1);
  const printedPer = times * (SCALES[word ?? ''] ?? 1);
  return printedPer === 1 || per === null || per === printedPer;
}

const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6 };
