import type { YearBasis } from '../../plan/schema.ts';
import type { Item } from '../items.ts';
import type { OutlineEntry, Read } from '../model.ts';
import type { PlacedParagraph } from '../outline.ts';
import { isDone } from './acts.ts';
import { baseYear } from './base-year.ts';
import { KEEP } from './kept.ts';
import { startsMove } from './starts-move.ts';
import { listRule, yearInTurn } from './year-list.ts';
import { isOfElected, withoutTermsOfOthers } from './terms.ts';
import { leadsOther, opensAim } from './year-beyond.ts';
import {
  besideOf,
  isBare,
  isLedAsPart,
  isOfDonePart,
  isOfEveryYear,
  isOfNext,
  isTrailing,
  opensLaterPart,
  sharedBehind,
} from './year-beside.ts';
import { isBracketed, isOfInside, scopeOf } from './year-scope.ts';
import { bareYear, isNameOfDocument, type YearPhrase, yearPhrases } from '../year-phrases.ts';

/** Years as found; the kind decides which of them a row keeps. */
export interface FoundYears {
  from: number | null;
  to: number | null;
  basis: YearBasis;
  onwards: boolean;
  /** "năm 2026 xóa 1.500 nhà": what is done is done within that year. */
  isWithin: boolean;
  /** "so với năm …". */
  base: number | null;
}

/** What years are judged by. */
export interface YearContext {
  /** First year that a target may have: that of the document, or in which a plan made before it begins. */
  first: number;
  /** Year of the document. */
  written: number;
  period: { from: number; to: number } | null;
}

/** Phrases of a sentence, and those the sentences before it in the paragraph opened with. */
export interface SentenceYears {
  phrases: readonly YearPhrase[];
  /** The phrase that holds for what has none, from earlier sentences of the paragraph. */
  carried: YearPhrase | null;
  /** Whether an earlier sentence of the document has said what is aimed at. */
  isAimed: boolean;
}

/** The phrases of a sentence that can be the year of a target. */
export function sentenceYears(
  paragraph: PlacedParagraph,
  start: number,
  end: number,
  carried: YearPhrase | null,
  isAimed = false,
): SentenceYears {
  const phrases = yearPhrases(paragraph.clean)
    .filter((phrase) => phrase.start >= start && phrase.end <= end)
    .map((phrase, index, all) =>
      phrase.isVision && opensAim(phrase, all[index - 1], paragraph.clean)
        ? { ...phrase, isVision: false }
        : phrase,
    );
  return { phrases, carried, isAimed };
}

/** What a later sentence of the paragraph inherits: the years this one opens with. */
export function carriedOn(
  { phrases, carried }: Pick<SentenceYears, 'phrases' | 'carried'>,
  items: readonly Item[],
  context: YearContext,
  clean: string,
): YearPhrase | null {
  const first = items[0];
  if (first === undefined) return opening(phrases, Infinity, context, clean) ?? carried;
  return opening(phrases, first.number.start, context, clean) ?? carried;
}

function opening(
  phrases: readonly YearPhrase[],
  before: number,
  context: YearContext,
  clean: string,
): YearPhrase | null {
  return (
    phrases
      .filter(
        (phrase) =>
          phrase.end <= before &&
          isAim(phrase, context) &&
          !isOfElected(phrase, clean) &&
          !isNameOfDocument(clean.slice(0, phrase.start)),
      )
      .at(-1) ?? null
  );
}

/** Whether a target can be due then. */
function isAim(phrase: YearPhrase, { first }: YearContext): boolean {
  return !phrase.isBase && !phrase.isVision && phrase.to >= first;
}

/**
 * The years of an item: beside the number, opening its part or its sentence, elsewhere in the sentence where that
 * names but one, in an earlier sentence of the paragraph, in the headings upwards, of the plan.
 */
export function yearsOf(
  item: Item,
  items: readonly Item[],
  years: SentenceYears,
  paragraph: PlacedParagraph,
  context: YearContext,
): Read<FoundYears> {
  const { clean, block } = paragraph;
  const base = baseYear(item, items, years.phrases);
  const found = (phrase: YearPhrase, rule: Read<FoundYears>['rule'], basis: YearBasis): Read<FoundYears> => ({
    value: {
      from: phrase.from ?? periodOf(paragraph, phrase),
      to: phrase.onwards ? (context.period?.to ?? phrase.to) : phrase.to,
      basis,
      onwards: phrase.onwards,
      isWithin:
        phrase.isWithin &&
        rule !== 'year-sentence-end' &&
        rule !== 'year-over-parts' &&
        rule !== 'year-paragraph' &&
        (rule !== 'year-cell' || !/mục tiêu|chỉ tiêu|đến|hết|cuối/iu.test(block.cell?.columnHeading ?? '')),
      base,
    },
    rule: phrase.onwards ? 'year-onwards' : phrase.listed === null ? rule : listRule(item, phrase.listed),
  });
  const aims = withoutTermsOfOthers(years.phrases, item, items, clean).filter((phrase) =>
    isAim(phrase, context),
  );
  const turn = yearInTurn(item, items, aims, clean);
  if (turn !== null && turn.to >= context.first)
    return { ...found(turn, 'year-beside', 'explicit'), rule: 'year-in-turn' };
  const list = aims.find(
    ({ listed, end }) =>
      listed !== null && end <= item.number.start && isBare(clean.slice(end, item.number.start)),
  );
  if (list !== undefined) return found(list, 'year-beside', 'explicit');
  const own = aims.filter(
    (phrase) =>
      !leadsOther(phrase, item.number.unitEnd, clean, context.period) &&
      !isOfStart(phrase, item, items, clean),
  );
  const beside = besideOf(item, items, own, clean);
  if (beside !== null) return found(beside, 'year-beside', 'explicit');
  const scope = scopeOf(item, items, aims, clean);
  if (scope !== null) return found(scope, 'year-sentence', 'explicit');
  if (block.cell !== undefined) {
    const heading = yearPhrases(` ${block.cell.columnHeading.toLocaleLowerCase('vi')} `).filter((one) =>
      isAim(one, context),
    );
    const chosen = heading.at(-1) ?? bareYear(block.cell.columnHeading, context.first);
    if (chosen) return found(chosen, 'year-cell', 'heading');
  }
  // In brackets a year belongs to what stands in them.
  const named = own.filter(
    ({ start }) =>
      !isNameOfDocument(clean.slice(0, start)) &&
      !isBracketed(clean.slice(0, start)) &&
      !isOfNext(item, items, start) &&
      !isOfDonePart(item, items, start, clean) &&
      !isLedAsPart(start, item.number.start, clean) &&
      !opensLaterPart(start, item.number.start, clean),
  );
  const only = onlyOne(named);
  const near = onlyOne(
    named.filter(({ start }) => !clean.slice(...ordered(start, item.number.start)).includes(';')),
  );
  if (only !== null && near !== null) return found(near, 'year-sentence-end', 'heading');
  const shared = sharedBehind(item, items, clean, (one) => besideOf(one, items, own, clean));
  if (shared !== null) return found(shared, 'year-sentence-end', 'heading');
  if (years.carried !== null && isAim(years.carried, context) && !isOfEveryYear(item, years.carried, clean))
    return found(years.carried, 'year-paragraph', 'heading');
  const first = aims.find(
    ({ from, start, end, listed }) =>
      from !== null &&
      !isOfInside({ start, end }, item, items, clean) &&
      !opensLaterPart(start, item.number.start, clean) &&
      !(
        isLedAsPart(start, item.number.start, clean) &&
        (listed !== null || items.some((one) => one.number.start >= end))
      ) &&
      !clean.slice(...ordered(start, item.number.start)).includes(';'),
  );
  if (first !== undefined) return found(first, 'year-sentence', 'explicit');
  for (const { entry } of paragraph.above) {
    if (
      entry.years !== null &&
      entry.years.to >= context.first &&
      !isTitleOfPlan(entry, paragraph, context)
    ) {
      return {
        value: { ...entry.years, basis: 'heading', onwards: false, isWithin: false, base },
        rule: 'year-heading',
      };
    }
  }
  if (near !== null && isTrailing(near, item, items)) return found(near, 'year-sentence-end', 'heading');
  // Over a semicolon, where no heading names a year, only one that does not open a part of its own.
  // A year beside the number that opens the sentence is of that part; behind several it is of the list.
  const isOfEarlier =
    only !== null &&
    only.end <= item.number.start &&
    items.some(
      (one) =>
        (one.segment === 0 || (one.segment < item.segment && isOfAct(one, clean))) &&
        besideOf(one, items, own, clean) === only,
    );
  const isSince = only !== null && /^(?:kể )?từ\s/u.test(clean.slice(only.start, only.end));
  const isOver =
    only !== null && !isSince && !isOfAnEvent(only, clean) && !isOfEarlier && !opensPart(only, items, clean);
  // "Trang bị 1.500 máy tính; … trong giai đoạn 2026 - 2028": what is done in another part has a time of its own.
  if (isOver && !isOfAct(item, clean)) return found(only, 'year-over-parts', 'heading');
  const { period } = context;
  return period === null
    ? {
        value: { from: null, to: null, basis: 'none', onwards: false, isWithin: false, base },
        rule: 'year-none',
      }
    : {
        value: { from: null, to: period.to, basis: 'period', onwards: false, isWithin: false, base },
        rule: isOver ? 'year-plan-not-over' : 'year-plan',
      };
}

/** "Từ 58 ca năm 2025 xuống còn 42 ca": the year behind the number a move starts from is that number's. */
function isOfStart({ start, end }: YearPhrase, item: Item, items: readonly Item[], clean: string): boolean {
  const from = items.find((one) => one !== item && one.number.start < start && startsMove(one, items));
  if (from === undefined) return false;
  const next = items[items.indexOf(from) + 1];
  return (
    next !== undefined &&
    start >= from.number.unitEnd &&
    end <= next.number.start &&
    !/(?:lên|xuống|còn|đến|tới)(?!\p{L})/u.test(clean.slice(from.number.unitEnd, start))
  );
}

/** Whether an act stands before a count in its part between semicolons. */
function isOfAct({ number }: Item, clean: string): boolean {
  const part = clean.slice(clean.lastIndexOf(';', number.start) + 1, number.start);
  return /^(?:ha|km)?$/u.test(number.unit) && (isDone(part) || KEEP.test(part));
}

/** "…; sơ kết giữa kỳ năm 2028": when the plan is looked at. */
function isOfAnEvent({ start }: YearPhrase, clean: string): boolean {
  return /(?:sơ kết|tổng kết|đánh giá|báo cáo|kỷ niệm|điều chỉnh)(?!\p{L})[^;.%\d]*$/u.test(
    clean.slice(0, start),
  );
}

/** What stands above all headings and names the period of the plan, or the term that begins a year before, is its title. */
function isTitleOfPlan(
  { id, parent, years }: OutlineEntry,
  { above }: PlacedParagraph,
  { period }: YearContext,
): boolean {
  return (
    above.length > 1 &&
    parent === null &&
    /^m\d+$/u.test(id) &&
    (years?.from === period?.from || years?.from === (period?.from ?? 0) - 1) &&
    years?.to === period?.to
  );
}

/** The phrase of the one year that phrases name; null where they name none or several. */
function onlyOne(phrases: readonly YearPhrase[]): YearPhrase | null {
  const [first] = phrases;
  return first !== undefined && new Set(phrases.map(({ to }) => to)).size === 1 ? first : null;
}

function ordered(one: number, other: number): [from: number, to: number] {
  return [Math.min(one, other), Math.max(one, other)];
}

/** "…; trong đó năm 2026 xóa 1.500 nhà": a number follows in its part between semicolons. */
function opensPart({ end }: YearPhrase, items: readonly Item[], clean: string): boolean {
  return items.some(({ number }) => number.start >= end && !clean.slice(end, number.start).includes(';'));
}

/** The first year of the period a heading names, where the year is its last. */
function periodOf({ above }: PlacedParagraph, { to }: YearPhrase): number | null {
  return (
    above.find(({ entry }) => entry.years?.to === to && entry.years.from !== null)?.entry.years?.from ?? null
  );
}
