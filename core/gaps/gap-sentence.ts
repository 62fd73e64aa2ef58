import type { Language } from '../base/finding.ts';
import { numberText } from '../base/number-text.ts';
import { compare, round } from '../base/number.ts';
import { countsWholeThings } from '../catalogue/whole-things.ts';
import { comparatorSigns } from '../plan/comparator.ts';
import { ABOUT_TOLERANCE, sideAhead } from '../target/bounds.ts';
import { reported } from '../target/reported.ts';
import { resultDirection } from '../target/result.ts';
import { pathDecimals, type Series } from '../target/series.ts';
import { verdicts } from '../target/verdict.ts';
import { demandAmount, differenceUnit, figureAmount, paceUnit, pathUnit } from './gap-units.ts';
import { isLargeGap, LARGE_GAP } from './large-gap.ts';
import { shownDecimals } from './shown-decimals.ts';
import type { Demand, TargetGap } from './target-gap.ts';
import { kindOf } from '../target/kinds/index.ts';

/**
 * A gap as a sentence: "Thực hiện 12,5 %; kế hoạch ≥ 11,2 %; cao hơn 1,3 điểm %: vượt." Says "higher" and
 * "lower" of the figure itself, whatever the direction, and leaves good or bad to the verdict. A change is
 * said as what it is, a rise or a fall.
 */
export function gapSentence(one: TargetGap, language: Language): string {
  const say = sayerOf(one, language);
  const demand = demandText(one, say);
  const word = verdicts[one.verdict][language];
  // That there is no figure the verdict says, once.
  if (one.verdict === 'noFigure' && one.figure === null && !one.isUnreadable)
    return demand === null
      ? `${word}.`
      : `${upperFirst(demand, language)}: ${word.toLocaleLowerCase(language)}.`;
  const parts = [reachedText(one, say), demand, differenceText(one, say)];
  const sentence = parts.filter((part) => part !== null).join('; ');
  const verdict = word.toLocaleLowerCase(language);
  return `${sentence === '' ? say.words.nothing : sentence}: ${verdict}.${smallText(one, say)}${impossibleText(one, say)}`;
}

/** What is asked for alone: "mục tiêu 25 % (năm 2030)", "được giao ≥ 12 % (12/QĐ-UBND)"; null where nothing is. */
export function demandSentence(one: TargetGap, language: Language): string | null {
  return demandText(one, sayerOf(one, language));
}

/** What was reached alone: "Thực hiện 12,5 %", "Chưa có số liệu". */
export function reachedSentence(one: TargetGap, language: Language): string {
  return reachedText(one, sayerOf(one, language)) ?? words[language].noFigure;
}

/** What is still needed in every remaining year; null where nothing is. */
export function paceSentence({ series, pace }: TargetGap, language: Language): string | null {
  if (pace === null || compare(pace, 0) === 0) return null;
  const said = words[language];
  const size = numberText(paceSize(series, Math.abs(pace)), language);
  const amount = `${size} ${paceUnit(series)[language]}`;
  const movement = kindOf(series).paceIsMovement ? (pace > 0 ? 'up' : 'down') : movementOf(series);
  return said.pace(movement === null ? amount : said[movement].by(amount));
}

/**
 * Beside a figure of a target that is a change or growth, where the figure alone is known: "mức giảm chưa tính được".
 * Null for a target that the figure itself is compared with.
 */
export function unknownMovement(series: Series, language: Language): string | null {
  if (!kindOf(series).isRate) return null;
  const said = words[language];
  const movement = movementOf(series);
  return movement === null ? said.unknownMove : said[movement].unknown;
}

/** Of whole things the fewest that suffice: nobody creates 8 378.85 jobs. */
function paceSize(series: Series, pace: number): number {
  const { isRelative, paceIsMovement } = kindOf(series);
  const isOfThings = countsWholeThings(series.indicator) && (!isRelative || paceIsMovement);
  // Six decimals, so that the last digits of a division ask for no whole thing more.
  return isOfThings ? Math.ceil(round(pace, 6)) : round(pace, shownDecimals([[pace, 0]]));
}

/** The tolerance of "khoảng" in per cent. */
const TOLERANCE = ABOUT_TOLERANCE * 100;

const words = {
  vi: {
    nothing: 'Chưa có số liệu',
    reached: (amount: string) => `Thực hiện ${amount}`,
    noFigure: 'Chưa có số liệu',
    notAvailable: 'Chưa thu thập được số liệu',
    notApplicable: 'Không áp dụng',
    unreadable: 'Số không đọc được',
    small: (share: string, of: string, limit: string) =>
      `Thiếu ${share} ${of}, không quá ${limit} nên không cần lý do.`,
    negative: (assigned: string, size: string) =>
      `Nguyên nhân: số giao là ${assigned}, mức thay đổi không thể âm; hãy hỏi nơi giao, giao mức ${size} thì ghi ${size}.`,
    lessThan: (share: string) => `chưa đến ${share}`,
    ofChange: 'mức phải thay đổi',
    ofValue: 'giá trị phải đạt',
    done: 'Đã hoàn thành',
    notDone: 'Chưa hoàn thành',
    inForce: (amount: string) => `kế hoạch ${amount}`,
    assigned: (decision: string, amount: string) => `được giao ${amount} (${decision})`,
    ahead: (year: number, amount: string) => `mục tiêu ${amount} (năm ${year})`,
    by: (year: number) => `hạn năm ${year}`,
    yearOfPeriod: ', năm theo kỳ kế hoạch',
    higher: (size: string) => `cao hơn ${size}`,
    lower: (size: string) => `thấp hơn ${size}`,
    equal: 'bằng mức đề ra',
    within: (difference: string) => `${difference}, trong mức cho phép ${TOLERANCE} %`,
    atEnd: (difference: string) => `${difference}, đã đến mức cuối cùng có thể`,
    pathHigher: (size: string) => `cao hơn lộ trình tham chiếu ${size}`,
    pathLower: (size: string) => `thấp hơn lộ trình tham chiếu ${size}`,
    pathEqual: 'bằng lộ trình tham chiếu',
    pace: (amount: string) => `Mỗi năm còn lại cần ${amount}.`,
    unknownMove: 'mức thay đổi chưa tính được',
    up: {
      by: (amount: string) => `tăng ${amount}`,
      more: (size: string) => `mức tăng cao hơn ${size}`,
      less: (size: string) => `mức tăng thấp hơn ${size}`,
      unknown: 'mức tăng chưa tính được',
    },
    down: {
      by: (amount: string) => `giảm ${amount}`,
      more: (size: string) => `mức giảm cao hơn ${size}`,
      less: (size: string) => `mức giảm thấp hơn ${size}`,
      unknown: 'mức giảm chưa tính được',
    },
  },
  en: {
    nothing: 'No figure',
    reached: (amount: string) => `Reached ${amount}`,
    noFigure: 'No figure',
    notAvailable: 'Figure not available',
    notApplicable: 'Not applicable',
    unreadable: 'Figure cannot be read',
    small: (share: string, of: string, limit: string) =>
      `${share} of ${of} is missing, not more than ${limit}: no reason is needed.`,
    negative: (assigned: string, size: string) =>
      `The cause: the assigned value is ${assigned}, and the size of a change is not negative; ask who assigned it, a change of ${size} is written ${size}.`,
    lessThan: (share: string) => `Less than ${share}`,
    ofChange: 'the change asked for',
    ofValue: 'the value asked for',
    done: 'Done',
    notDone: 'Not done',
    inForce: (amount: string) => `plan ${amount}`,
    assigned: (decision: string, amount: string) => `assigned ${amount} (${decision})`,
    ahead: (year: number, amount: string) => `target ${amount} (${year})`,
    by: (year: number) => `due in ${year}`,
    yearOfPeriod: ', the year being the end of the plan',
    higher: (size: string) => `higher by ${size}`,
    lower: (size: string) => `lower by ${size}`,
    equal: 'exactly as set',
    within: (difference: string) => `${difference}, within the tolerance of ${TOLERANCE} %`,
    atEnd: (difference: string) => `${difference}, at the last value possible`,
    pathHigher: (size: string) => `above the reference path by ${size}`,
    pathLower: (size: string) => `below the reference path by ${size}`,
    pathEqual: 'on the reference path',
    pace: (amount: string) => `Needed in every remaining year: ${amount}.`,
    unknownMove: 'the change cannot be computed yet',
    up: {
      by: (amount: string) => `a rise of ${amount}`,
      more: (size: string) => `a larger rise by ${size}`,
      less: (size: string) => `a smaller rise by ${size}`,
      unknown: 'the rise cannot be computed yet',
    },
    down: {
      by: (amount: string) => `a fall of ${amount}`,
      more: (size: string) => `a larger fall by ${size}`,
      less: (size: string) => `a smaller fall by ${size}`,
      unknown: 'the fall cannot be computed yet',
    },
  },
} as const;

/** How the numbers of one sentence are said. */
interface Sayer {
  words: (typeof words)[Language];
  language: Language;
  number: (value: number) => string;
}

/** Numbers as they are reported and compared; beside a path, which runs through fractions, as that is. */
function sayerOf({ series, gap, pathGap }: TargetGap, language: Language): Sayer {
  const decimals =
    gap === null && pathGap !== null
      ? Math.max(series.resultDecimals, pathDecimals(series))
      : series.resultDecimals;
  return {
    words: words[language],
    language,
    number: (value) => numberText(round(value, decimals), language),
  };
}

/** A smaller share of a target is not told apart from nothing. */
const LEAST_SHARE = 0.001;

/** Why a target that is missed wants no reason; one that does is a finding, which says so itself. */
function smallText({ verdict, missing }: TargetGap, say: Sayer): string {
  if (verdict !== 'notMet' || missing === null || isLargeGap(missing)) return '';
  const percent = (part: number) => `${numberText(round(part * 100, 1), say.language)} %`;
  const of = missing.of === 'change' ? say.words.ofChange : say.words.ofValue;
  const share =
    missing.share < LEAST_SHARE ? say.words.lessThan(percent(LEAST_SHARE)) : percent(missing.share);
  return ` ${say.words.small(share, of, percent(LARGE_GAP))}`;
}

/** Why nothing can be judged by a change that was assigned with a sign: which way it goes the target says. */
function impossibleText({ verdict, series, demand }: TargetGap, say: Sayer): string {
  const low = demand?.low ?? null;
  if (verdict !== 'notEvaluable' || !kindOf(series).isRate || !demand?.decision) return '';
  return low === null || low >= 0 ? '' : ` ${say.words.negative(say.number(low), say.number(-low))}`;
}

function reachedText(one: TargetGap, say: Sayer): string | null {
  const { series, figure, isUnreadable, result } = one;
  const said = say.words;
  if (isUnreadable) return said.unreadable;
  if (figure === null) return said.noFigure;
  if (figure === '...') return said.notAvailable;
  if (figure === 'x') return said.notApplicable;
  if (isDoneOrNot(series)) return result !== null && result >= 1 ? said.done : said.notDone;
  if (result === null) {
    if (figure === '-') return said.reached('-');
    const amount = figureAmount(series, say.number(figure));
    const move = one.verdict === 'notEvaluable' ? unknownMovement(series, say.language) : null;
    return said.reached(move === null ? amount : `${amount} (${move})`);
  }
  const movement = movementOf(series);
  const amount = (value: number) => demandAmount(series, say.number(value), say.language);
  if (movement === null) return said.reached(amount(result));
  const moved = result < 0 ? (movement === 'up' ? 'down' : 'up') : movement;
  return said.reached(said[moved].by(amount(Math.abs(result))));
}

function demandText({ series, demand }: TargetGap, say: Sayer): string | null {
  if (!demand) return null;
  const said = say.words;
  const basis = demand.yearOfPeriod ? said.yearOfPeriod : '';
  if (isDoneOrNot(series)) return `${said.by(demand.year)}${basis}`;
  const bare = demandAmount(series, boundsText(demand, say), say.language);
  const movement = movementOf(series);
  const amount = movement === null ? bare : said[movement].by(bare);
  if (demand.decision !== null) return said.assigned(demand.decision, amount);
  return `${demand.inForce ? said.inForce(amount) : said.ahead(demand.year, amount)}${basis}`;
}

function differenceText(one: TargetGap, say: Sayer): string | null {
  const { series, demand, gap, pathGap } = one;
  const said = say.words;
  if (isDoneOrNot(series)) return null;
  if (gap !== null && demand) {
    const size = `${say.number(Math.abs(gap))} ${differenceUnit(series)[say.language]}`;
    const side = sideOf(one, demand);
    if (side === 0) return said.equal;
    const movement = movementOf(series);
    const { more, less } = movement === null ? { more: said.higher, less: said.lower } : said[movement];
    const difference = side > 0 ? more(size) : less(size);
    if (one.verdict !== 'met' || gap > 0) return difference;
    // Met all the same: it has to be said why.
    return demand.comparator === '~' ? said.within(difference) : said.atEnd(difference);
  }
  if (pathGap === null) return null;
  const size = `${say.number(Math.abs(pathGap))} ${pathUnit(series)[say.language]}`;
  if (compare(pathGap, 0) === 0) return said.pathEqual;
  // Ahead of a falling path means below it.
  return pathGap > 0 === (series.direction !== 'down') ? said.pathHigher(size) : said.pathLower(size);
}

/** Whether the result lies above (+) or below (−) the bound its distance is measured from. */
function sideOf({ series, result, gap }: TargetGap, { comparator, low, high }: Demand): number {
  if (result === null || low === null || high === null || comparator === null) return 0;
  if (compare(gap ?? 0, 0) === 0) return 0;
  const ahead = sideAhead(comparator, resultDirection(series));
  const said = reported(series, result);
  if (ahead === 'up') return compare(said, low);
  if (ahead === 'down') return compare(said, high);
  return said > high ? 1 : -1;
}

function boundsText({ comparator, low, high }: Demand, say: Sayer): string {
  if (low === null || high === null) return '–';
  const sign = comparator === null ? '' : comparatorSigns[comparator];
  return low === high ? `${sign}${say.number(low)}` : `${say.number(low)}–${say.number(high)}`;
}

/** Which way a yearly change or growth is to go; null for what is no movement, or wanted neither way. */
function movementOf(series: Series): 'up' | 'down' | null {
  return kindOf(series).isRate && series.direction !== 'neutral' ? series.direction : null;
}

function upperFirst(text: string, language: Language): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}

function isDoneOrNot(series: Series): boolean {
  return !kindOf(series).hasValue || series.indicator.measure === 'yes-no';
}
