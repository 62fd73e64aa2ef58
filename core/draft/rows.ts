import type { Catalogue } from '../catalogue/catalogue.ts';
import { doubtsOfRow } from './doubts-of-row.ts';
import { type IndicatorIndex, proposeIndicators } from './indicator/propose.ts';
import { itemsOf, type Item, segmentStart } from './items.ts';
import type { DraftRow } from './model.ts';
import type { PrintedNumber } from './numbers/printed-number.ts';
import { type Excluded, quantitiesOf } from './quantities.ts';
import { groupsOf, groupsOfName } from './read/groups.ts';
import { baselineYears, keptSince, rowYears } from './read/row-years.ts';
import { rowsOfShare } from './second-row.ts';
import { countedIn, isCountNoun } from './indicator/counted.ts';
import { isOneMore } from './read/one-more.ts';
import { takesPlace } from './read/acts.ts';
import { comparatorOf } from './read/comparator.ts';
import { kindOfItem } from './read/kind.ts';
import { type KindRead, kindOfStart } from './read/kind-read.ts';
import {
  isLaterValue,
  listBefore,
  pairBefore,
  sameBefore,
  saysNothingNew,
  sharedPredicate,
  sharedUnit,
  subjectOf,
} from './read/list.ts';
import { kindOfColumn } from './read/kind-of-column.ts';
import { indicatorName } from './read/indicator-name.ts';
import { goesOnFromBefore, headOfPart } from './read/part.ts';
import { aloneOf } from './read/alone.ts';
import { goesOnAs, kindOfCarried, kindOfHead } from './read/carried-kind.ts';
import { isKnownRate, rateGoesOn } from './read/rate-goes-on.ts';
import { aroundCell, nameOfRow } from './read/row-name.ts';
import { beforeBracket, sharesGroup, withoutBrackets } from './read/in-brackets.ts';
import { partOf } from './read/part-of-count.ts';
import { type Earlier, partOfList, yearsOfPart } from './read/part-of-list.ts';
import { isSameInBrackets, movesAlike, peerOf } from './read/peer.ts';
import { namedUnit, withoutUnit } from './read/named-unit.ts';
import { rateBefore } from './read/rate-before.ts';
import { isYearlyBeside } from './read/yearly-beside.ts';
import { quoteOf } from './read/quote.ts';
import { roleOf } from './read/role.ts';
import type { StrataIndex } from './read/stratum.ts';
import { type SentenceYears, type YearContext, yearsOf } from './read/year.ts';
import { yearsLeft } from './read/years-left.ts';
import type { Sentence } from './sentences.ts';
import type { YearPhrase } from './year-phrases.ts';

/** From this score on an indicator's name says which groups are part of what it counts. */
const LIKELY = 0.4;

/** What rows are read by, the same for the whole document. */
export interface RowContext {
  years: YearContext;
  indicators: IndicatorIndex;
  strata: StrataIndex;
  catalogue: Catalogue;
  title: string;
  /** What the list divides that a paragraph stands in. */
  whole?: Earlier | null;
  /** The last year that the section has named so far. */
  named?: readonly YearPhrase[];
}

/** What became of the numbers of a sentence. */
export interface SentenceRows {
  rows: DraftRow[];
  /** Its quantities with their words, rows or not. */
  items: Item[];
  reasons: Excluded[];
  /** Those in a row. */
  used: PrintedNumber[];
  /** What was read of each number, in order. */
  read: Earlier[];
}

/**
 * The rows of a sentence, in the order of its numbers.
 * @param last kinds of the sentence before it in its paragraph
 */
export function rowsOfSentence(
  sentence: Sentence,
  years: SentenceYears,
  index: number,
  context: RowContext,
  last: readonly KindRead[],
): SentenceRows {
  const { paragraph } = sentence;
  const reasons: SentenceRows['reasons'] = [];
  const quantities = quantitiesOf(sentence, reasons);
  const items = itemsOf(sentence, quantities);
  const own = paragraph.clean.slice(Math.max(sentence.start, paragraph.from), sentence.end);
  const rows: DraftRow[] = [];
  const used: PrintedNumber[] = [];
  const earlier = new Map<Item, Earlier>();
  const carried = goesOnFromBefore(own) ? last : [];
  const isTail =
    paragraph.isHeading || /nơi nhận/u.test(paragraph.section?.title.toLocaleLowerCase('vi') ?? '');
  for (const item of items) {
    const role = isTail
      ? { leftOut: 'name' as const }
      : roleOf(item, items, own, paragraph, context.years, years);
    if ('leftOut' in role) {
      reasons.push({ number: item.number, reason: role.leftOut });
      continue;
    }
    used.push(item.number);
    rows.push(...rowsOfItem(item, items, role, sentence, years, index, context, earlier, carried));
  }
  return { rows, items, reasons, used, read: [...earlier.values()] };
}

function rowsOfItem(
  item: Item,
  items: readonly Item[],
  role: DraftRow['role'],
  sentence: Sentence,
  years: SentenceYears,
  index: number,
  context: RowContext,
  earlier: Map<Item, Earlier>,
  carried: readonly KindRead[],
): DraftRow[] {
  const { paragraph } = sentence;
  const { clean, lineAt } = paragraph;
  const { cell } = paragraph.block;
  const behind = item.number.unit === '' ? (cell?.unit ?? sharedUnit(item, items)) : item.number.unit;
  const rate = rateBefore(item, items, behind, cell ? nameOfRow(cell).toLocaleLowerCase('vi') : '');
  const last = items[items.indexOf(item) - 1];
  const earlierPart = last === undefined ? undefined : earlier.get(last);
  const perhaps = rate === '' && behind === '' ? rateGoesOn(item, earlierPart?.row?.unit ?? '') : '';
  const unit =
    rate === ''
      ? perhaps !== '' && isKnownRate(perhaps, context.indicators, context.catalogue)
        ? perhaps
        : behind
      : rate;
  const given = { ...item, number: { ...item.number, unit } };
  const list = listBefore(item, items);
  const outside = withoutBrackets(item, items, clean);
  const said = comparatorOf(given, list, pairBefore(item, outside));
  // "Từ 21,5 % xuống 9 %": where it starts is no bound.
  const isStart = role.rule === 'role-from' && said.rule === 'comparator-from';
  const comparator: typeof said = isStart ? { value: 'equal', rule: 'comparator-bare' } : said;
  const beside = yearsOf(item, items, years, paragraph, context.years);
  const divided = context.whole ?? null;
  const listed = cell ? null : partOfList(item, items, divided);
  const bracketed = cell ? null : beforeBracket(item, items, clean);
  const outer = bracketed === null ? undefined : earlier.get(bracketed)?.years;
  const inSentence = years.phrases.filter(({ end }) => end <= item.number.start);
  const found =
    yearsLeft(item, { inSentence, inList: context.named ?? [] }, context.years) ??
    outer ??
    (listed !== null && divided !== null
      ? yearsOfPart(beside, divided)
      : keptSince(beside, item, last, earlierPart?.row));
  const prior = outside[outside.indexOf(item) - 1];
  const before = prior?.segment === item.segment ? earlier.get(prior) : undefined;
  const peer = peerOf(item, items);
  const peerRead = peer === undefined ? undefined : earlier.get(peer);
  const isInBrackets = isSameInBrackets(item, items);
  const ofUnit =
    cell || isInBrackets
      ? null
      : namedUnit(paragraph.text.slice(item.start, item.number.start), (peerRead?.unit ?? null) !== null);
  const place = isInBrackets ? (earlierPart?.unit ?? null) : (ofUnit?.name ?? null);
  const isPart = ofUnit?.isAlone === true && peerRead?.row?.unit === unit && movesAlike(item, peer);
  const rowOf = (one: Item | undefined) => (one === undefined ? undefined : earlier.get(one)?.row);
  const part = cell || isPart ? null : partOf(item, items);
  const whole = part !== null && rowOf(part.whole)?.unit === unit ? part.whole : undefined;
  const own = aloneOf(item, last, earlierPart?.row, unit, context.strata);
  const alone =
    listed || (last === undefined ? null : isPart ? place : whole === undefined ? own : (part?.name ?? null));
  const leader = isPart ? peer : (whole ?? last);
  const aloneRow = listed ? divided?.row : rowOf(leader);
  const head = alone !== null && leader !== undefined ? leader : headOfPart(item, items);
  const led = cell
    ? {
        ...given,
        before: `${nameOfRow(cell).toLocaleLowerCase('vi')} ${given.before}`,
        number: { ...given.number, unit: isCountNoun(unit) ? '' : unit },
      }
    : { ...given, after: `${given.after.trimEnd()}${sharedPredicate(item, items)}` };
  const sentenceBefore = clean.slice(Math.max(sentence.start, paragraph.from), item.number.start);
  const read = kindOfItem(led, {
    years: found,
    isOneYear: context.years.period !== null && context.years.period.from === context.years.period.to,
    sentenceBefore,
    segmentBefore: clean.slice(segmentStart(sentence, item), item.number.start),
    isOneMore: last !== undefined && isOneMore(item, last) && goesOnAs(earlierPart?.kind),
    isLater: last !== undefined && isLaterValue(item, last, found.rule),
    headings: paragraph.above.map(({ clean: words }) => words),
    title: context.title,
    isTask: paragraph.role === 'tasks' && cell === undefined,
    isFirst: items.find((one) => one.segment === item.segment) === item,
    part: clean.slice(item.start, item.end),
    head:
      listed !== null
        ? kindOfHead(divided?.kind)
        : head === null
          ? kindOfCarried(item, carried)
          : kindOfHead(earlier.get(head)?.kind, item.number.value),
    list: (list[0] && earlier.get(list[0])?.kind) ?? null,
    earlier: [...carried, ...[...earlier.values()].map(({ kind: one }) => one)].map(({ value }) => value),
  });
  const kind: KindRead = role.rule === 'role-from' ? kindOfStart : kindOfColumn(read, role, cell ?? null);
  // A cell is named by its row; between its numbers stands nothing.
  const subject = cell
    ? { own: nameOfRow(cell), around: aroundCell(cell, paragraph), near: cell.rowLabel }
    : alone !== null && aloneRow !== undefined
      ? { own: aloneRow.subject, around: aloneRow.around, near: alone }
      : subjectOf(sameBefore(item, outside, found.rule === 'year-in-turn'), items, clean);
  const proposals =
    alone !== null && aloneRow !== undefined
      ? aloneRow.proposals
      : proposeIndicators(
          {
            own: `${subject.own} ${rate === '' && unit === perhaps ? perhaps : rate}`.trim(),
            around: subject.around,
            unit,
            kind: kind.value,
            counted: unit === '' ? countedIn(item.after) : '',
          },
          context.indicators,
        );
  const [best] = proposals;
  const name =
    best === undefined || best.score < LIKELY
      ? ''
      : context.catalogue.indicators.get(best.indicator)?.name.vi;
  const ownName = indicatorName(item, paragraph, unit === '%', before?.name ?? '');
  const ofWhat = isPart
    ? (peerRead?.name ?? '')
    : whole === undefined
      ? withoutUnit(ownName, place)
      : (earlier.get(whole)?.name ?? '');
  const groups =
    place !== null && alone === null
      ? groupsOfName(place, context.strata)
      : alone !== null
        ? groupsOfName(alone, context.strata)
        : groupsOf({
            ...{ sentence, item, items, near: subject.near, name: name ?? '', strata: context.strata },
            sameAs:
              !cell &&
              before?.row?.unit === unit &&
              (saysNothingNew(item) || sharesGroup(item, prior, before.row.group))
                ? before.row
                : undefined,
            before: before?.row?.unit === unit ? before.row : undefined,
            isOfEach: unit !== '' && !/^(?:ha|km)/u.test(unit),
          });
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
    printed: item.number.said === null ? item.number.printed : null,
    said: item.number.said === null ? null : item.number.printed,
    at: [item.number.end - item.number.printed.length - sentence.start, item.number.end - sentence.start],
    value: item.number.value,
    low: item.number.low,
    high: item.number.high,
    unit,
    counted: unit === '' ? countedIn(item.after) : '',
    named: ofWhat || subject.own,
    subject: subject.own,
    around: subject.around,
    comparator,
    kind: { value: kind.value, rule: kind.rule },
    years:
      role.value === 'baseline'
        ? baselineYears(item, items[items.indexOf(item) + 1], years.phrases, paragraph, context.years)
        : rowYears(kind, found, context.years, takesPlace(item)),
    average: kind.average,
    stratum,
    group: groups.missing,
    list: list[0] === undefined ? null : `l${index}-${list[0].number.start}`,
    proposals,
    doubts: [],
  });
  const drawn = groups.strata.map((stratum, count) => {
    const one = row(stratum, count);
    const more = [
      ...(perhaps === '' ? [] : ['rate-goes-on' as const]),
      ...(isYearlyBeside(item, items, kind.rule, sentenceBefore) ? ['yearly-beside' as const] : []),
    ];
    return { ...one, doubts: [...more, ...doubtsOfRow(one, groups, item, items, kind.rule, context)] };
  });
  const [only, ...others] = drawn;
  const words = `${led.before} ${item.after}`;
  const rows = only !== undefined && others.length === 0 ? rowsOfShare(only, words, context) : drawn;
  earlier.set(item, { kind, name: ofWhat, row: rows[0], unit: place, years: found });
  return rows;
}
