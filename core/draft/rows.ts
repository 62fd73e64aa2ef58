import type { TargetKind } from '../plan/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { doubtsOf } from './doubts.ts';
import { type IndicatorIndex, proposeIndicators } from './indicator/propose.ts';
import { itemsOf, type Item, onlyLeads } from './items.ts';
import type { DraftRow, LeftOutReason, Read } from './model.ts';
import { partOfAnother } from './numbers/attribute.ts';
import { notQuantity } from './numbers/not-quantity.ts';
import { type PrintedNumber, printedNumbers } from './numbers/scan.ts';
import { comparatorOf } from './read/comparator.ts';
import { type KindRead, kindOfItem } from './read/kind.ts';
import { listBefore, sharedUnit, subjectOf } from './read/list.ts';
import { quoteOf } from './read/quote.ts';
import { roleOf } from './read/role.ts';
import { type StrataIndex, strataIn } from './read/stratum.ts';
import { type FoundYears, type SentenceYears, type YearContext, yearsOf } from './read/year.ts';
import type { Sentence } from './sentences.ts';
import { kinds } from '../target/kinds/index.ts';

/** From this score on an indicator's name says which groups are part of what it counts. */
const LIKELY = 0.4;

/** What rows are read by, the same for the whole document. */
export interface RowContext {
  years: YearContext;
  indicators: IndicatorIndex;
  strata: StrataIndex;
  catalogue: Catalogue;
}

/** What became of the numbers of a sentence. */
export interface SentenceRows {
  rows: DraftRow[];
  /** Its quantities with their words, rows or not. */
  items: Item[];
  reasons: { number: PrintedNumber; reason: LeftOutReason }[];
  /** Numbers that are in a row. */
  used: PrintedNumber[];
}

/** The rows of a sentence, in the order of its numbers. */
export function rowsOfSentence(
  sentence: Sentence,
  years: SentenceYears,
  index: number,
  context: RowContext,
): SentenceRows {
  const { paragraph } = sentence;
  const reasons: SentenceRows['reasons'] = [];
  const quantities = quantitiesOf(sentence, reasons);
  const items = itemsOf(sentence, quantities);
  const own = paragraph.clean.slice(Math.max(sentence.start, paragraph.from), sentence.end);
  const rows: DraftRow[] = [];
  const used: PrintedNumber[] = [];
  const read = new Map<Item, KindRead>();
  const isTail =
    paragraph.isHeading || /nơi nhận/u.test(paragraph.section?.title.toLocaleLowerCase('vi') ?? '');
  for (const item of items) {
    const role = isTail
      ? { leftOut: 'name' as const }
      : roleOf(item, items, own, paragraph, context.years.first);
    if ('leftOut' in role) {
      reasons.push({ number: item.number, reason: role.leftOut });
      continue;
    }
    used.push(item.number);
    rows.push(...rowsOfItem(item, items, role, sentence, years, index, context, read));
  }
  return { rows, items, reasons, used };
}

function quantitiesOf(
  { paragraph, start, end }: Sentence,
  reasons: SentenceRows['reasons'],
): PrintedNumber[] {
  const { text, clean, from } = paragraph;
  const all = printedNumbers(text, clean).filter(
    (number) => number.start >= Math.max(start, from) && number.end <= end,
  );
  const left: PrintedNumber[] = [];
  let unitEnd = 0;
  for (const number of all) {
    if (number.start < unitEnd) continue;
    const reason = isQuoted(text, number, start) ? 'quoted' : notQuantity(number, clean);
    if (reason === null) {
      left.push(number);
      unitEnd = number.unitEnd;
    } else reasons.push({ number, reason });
  }
  return withoutParts(left, clean, start, reasons);
}

/** Quantities that stand for themselves; the others are parts of what these are of. */
function withoutParts(
  quantities: readonly PrintedNumber[],
  clean: string,
  start: number,
  reasons: SentenceRows['reasons'],
): PrintedNumber[] {
  let left = [...quantities];
  // Twice: what is part of a name makes room for the rest to be judged.
  for (const round of [1, 2]) {
    const segments = bySegment(left, clean, start);
    left = segments.flatMap((segment) => {
      const kept: PrintedNumber[] = [];
      segment.forEach((number, index) => {
        const rest = [...kept, ...segment.slice(index)];
        const reason =
          segment.length > MOST_IN_SEGMENT ? 'unknown' : partOfAnother(number, rest, left, clean);
        if (reason === null || (round === 1 && reason === 'threshold')) kept.push(number);
        else reasons.push({ number, reason });
      });
      return kept;
    });
  }
  return left;
}

/** More numbers between two semicolons are a table that lost its form, not a sentence. */
const MOST_IN_SEGMENT = 60;

function bySegment(numbers: readonly PrintedNumber[], clean: string, start: number): PrintedNumber[][] {
  const segments: PrintedNumber[][] = [];
  let before = start;
  for (const number of numbers) {
    const last = segments.at(-1);
    if (last === undefined || clean.slice(before, number.start).includes(';')) segments.push([number]);
    else last.push(number);
    before = number.start;
  }
  return segments;
}

/** Inside quotation marks a number belongs to a name. */
function isQuoted(text: string, { start }: PrintedNumber, from: number): boolean {
  const before = text.slice(from, start);
  const open = before.lastIndexOf('“');
  if (open >= 0 && before.indexOf('”', open) < 0 && text.indexOf('”', start) >= 0) return true;
  return (before.match(/"/gu) ?? []).length % 2 === 1 && text.indexOf('"', start) >= 0;
}

function rowsOfItem(
  item: Item,
  items: readonly Item[],
  role: DraftRow['role'],
  sentence: Sentence,
  years: SentenceYears,
  index: number,
  context: RowContext,
  before: Map<Item, KindRead>,
): DraftRow[] {
  const { paragraph } = sentence;
  const { clean, lineAt } = paragraph;
  const { cell } = paragraph.block;
  const unit = item.number.unit === '' ? (cell?.unit ?? sharedUnit(item, items)) : item.number.unit;
  const given = { ...item, number: { ...item.number, unit } };
  const list = listBefore(item, items);
  const comparator = comparatorOf(given, list);
  const found = yearsOf(item, items, years, paragraph, context.years);
  const head = headOfPart(item, items);
  const led = cell ? { ...given, before: `${cell.rowLabel.toLocaleLowerCase('vi')} ${given.before}` } : given;
  const kind = kindOfItem(led, {
    years: found,
    isOneYear: context.years.period !== null && context.years.period.from === context.years.period.to,
    sentenceBefore: clean.slice(Math.max(sentence.start, paragraph.from), item.number.start),
    segmentBefore: clean.slice(segmentStart(clean, item, sentence), item.number.start),
    isFirst: items.find((one) => one.segment === item.segment) === item,
    part: clean.slice(item.start, item.end),
    head: head === null ? null : kindOfHead(before.get(head)),
    earlier: [...before.values()].map(({ value }) => value),
  });
  before.set(item, kind);
  // A cell is named by its row; between its numbers stands nothing.
  const subject = cell
    ? { own: cell.rowLabel, around: cell.columnHeading, near: cell.rowLabel }
    : subjectOf(item, items, clean);
  const proposals = proposeIndicators(
    { own: subject.own, around: subject.around, unit, kind: kind.value },
    context.indicators,
  );
  const [best] = proposals;
  const name =
    best === undefined || best.score < LIKELY
      ? ''
      : context.catalogue.indicators.get(best.indicator)?.name.vi;
  const strata = groupsOf(
    placeOf(sentence, item, items) + namedGroups(subject.near),
    paragraph,
    name ?? '',
    context,
  );
  const quote = quoteOf(item, items, sentence);
  const row = (stratum: DraftRow['stratum'], count: number): DraftRow => ({
    id: `d${lineAt[item.number.start] ?? 0}-${cell ? `c${cell.column}-` : ''}${item.number.start}${count === 0 ? '' : `-${count + 1}`}`,
    role,
    sentence: index,
    section: paragraph.section?.id ?? null,
    bullet: `b${paragraph.index}`,
    cell: paragraph.block.cell ?? null,
    line: lineAt[item.number.start] ?? 1,
    quote,
    printed: item.number.printed,
    at: [item.number.start - sentence.start, item.number.end - sentence.start],
    value: item.number.value,
    low: item.number.low,
    high: item.number.high,
    unit,
    subject: subject.own,
    around: subject.around,
    comparator,
    kind: { value: kind.value, rule: kind.rule },
    years: rowYears(kind, found, role.value, context.years),
    average: kind.average,
    stratum,
    list: list[0] === undefined ? null : `l${index}-${list[0].number.start}`,
    proposals,
    doubts: [],
  });
  const rows =
    strata.length === 0
      ? [row({ value: null, rule: 'stratum-none' }, 0)]
      : strata.map((stratum, count) => row(stratum, count));
  return rows.map((one) => ({ ...one, doubts: doubtsOf(one, rows.length) }));
}

function kindOfHead(kind: KindRead | undefined): { kind: TargetKind; average: boolean } | null {
  return kind === undefined ? null : { kind: kind.value, average: kind.average };
}

/** The item before it of which this is a part: "trong đó", "riêng", in brackets, or the same verb over a list. */
function headOfPart(item: Item, items: readonly Item[]): Item | null {
  const before = items[items.indexOf(item) - 1];
  if (before === undefined || before.segment !== item.segment || item.hasPredicate) return null;
  const isPercent = (one: Item): boolean => /^(?:%|‰|phần)/u.test(one.number.unit);
  if (isPercent(before) !== isPercent(item) || /(?:^|\s)(?:lên|xuống|còn)\s/u.test(item.before)) return null;
  if (isShortPart(item) && partsBefore(item, items)) return before;
  return /trong đó|riêng|\(/u.test(item.before) || onlyLeads(item.before) ? before : null;
}

/** A part named in a few words: "trung cấp 1.500 người". */
function isShortPart({ before }: Item): boolean {
  return before.trim().split(/\s/u).length <= 4 && !/tỷ lệ|số|tổng/u.test(before);
}

/** Whether the items before it are parts up to the one that "trong đó" begins. */
function partsBefore(item: Item, items: readonly Item[]): boolean {
  for (let at = items.indexOf(item) - 1; at > 0; at -= 1) {
    const one = items[at];
    if (one === undefined || one.segment !== item.segment) return false;
    if (/trong đó|riêng/u.test(one.before)) return true;
    if (!isShortPart(one)) return false;
  }
  return false;
}

/** Which of the years a kind keeps. */
export function rowYears(
  { value: kind, rule: why }: Read<TargetKind>,
  { value, rule }: Read<FoundYears>,
  role: 'target' | 'baseline',
  { period, first }: YearContext,
): DraftRow['years'] {
  if (role === 'baseline')
    return { value: { from: null, to: null, base: null, basis: 'none' }, rule: 'year-none' };
  const { needsFirstYear, isRate, isSinceBase } = kinds[kind];
  const isCaseload = why === 'kind-caseload';
  const start = period?.from ?? first;
  const spans = needsFirstYear || isSinceBase || value.onwards || isCaseload;
  const since = spans ? (value.from ?? Math.min(start, value.to ?? start)) : null;
  const base = isRate && since !== null ? since - 1 : null;
  return {
    value: {
      from: isSinceBase ? null : since,
      to: value.to,
      base: isSinceBase ? (value.base ?? base) : base,
      basis: value.basis,
    },
    rule,
  };
}

/** Where the part of the sentence begins that the semicolons bound. */
function segmentStart(clean: string, { number }: Item, { start, paragraph }: Sentence): number {
  return Math.max(start, paragraph.from, clean.lastIndexOf(';', number.start) + 1);
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

/** Groups named beside the number; else those of the heading it stands under. */
function groupsOf(
  own: string,
  { above, block }: Sentence['paragraph'],
  name: string,
  { strata }: RowContext,
): DraftRow['stratum'][] {
  const beside = strataIn(own, name, strata);
  if (beside.length > 0) return beside.map(({ id }) => ({ value: id, rule: 'stratum-words' as const }));
  if (block.cell !== undefined) {
    const ofCell = strataIn(`${block.cell.rowLabel} ${block.cell.columnHeading}`, name, strata);
    if (ofCell.length > 0) return ofCell.map(({ id }) => ({ value: id, rule: 'stratum-cell' as const }));
  }
  const heading = above
    .slice(0, 2)
    .flatMap(({ clean }) => (clean.length < 60 ? strataIn(clean, name, strata) : []));
  const only = heading.length === 1 ? heading[0] : undefined;
  return only === undefined ? [] : [{ value: only.id, rule: 'stratum-heading' }];
}
