import type { Language } from '../finding.ts';
import { numberText } from '../messages/figure-text.ts';
import { compare, round } from '../number.ts';
import { comparatorSigns } from '../plan/comparator.ts';
import { resultDirection, sideAhead } from '../target/bounds.ts';
import type { Series } from '../target/series.ts';
import { verdicts } from '../target/verdict.ts';
import type { Demand, TargetGap } from './target-gap.ts';

/** Decimals a sentence shows at most; figures themselves are never cut. */
const SHOWN_DECIMALS = 2;

/**
 * A gap as a sentence: "Thực hiện 12,5 %; kế hoạch ≥ 11,2 %; cao hơn 1,3 điểm %: Đạt." Says "higher" and
 * "lower" of the figure itself, whatever the direction, and leaves good or bad to the verdict.
 */
export function gapSentence(one: TargetGap, language: Language): string {
  const said = words[language];
  const parts = [reachedText(one, language), demandText(one, language), differenceText(one, language)];
  const sentence = parts.filter((part) => part !== null).join('; ');
  return `${sentence === '' ? said.nothing : sentence}: ${verdicts[one.verdict][language].toLocaleLowerCase(language)}.`;
}

/** What is still needed in every remaining year; null where nothing is. */
export function paceSentence({ series, pace }: TargetGap, language: Language): string | null {
  if (pace === null || compare(pace, 0) === 0) return null;
  return words[language].pace(`${shown(pace, language)} ${paceUnit(series, language)}`);
}

const words = {
  vi: {
    nothing: 'Chưa có số liệu',
    reached: 'Thực hiện',
    noFigure: 'Chưa có số liệu',
    notAvailable: 'Chưa thu thập được số liệu',
    notApplicable: 'Không áp dụng',
    done: 'Đã hoàn thành',
    notDone: 'Chưa hoàn thành',
    inForce: 'kế hoạch',
    assigned: (decision: string) => `được giao (${decision})`,
    ahead: (year: number) => `mục tiêu năm ${year}`,
    by: (year: number) => `hạn năm ${year}`,
    higher: (size: string) => `cao hơn ${size}`,
    lower: (size: string) => `thấp hơn ${size}`,
    equal: 'đúng mức đề ra',
    pathHigher: (size: string) => `cao hơn lộ trình tham chiếu ${size}`,
    pathLower: (size: string) => `thấp hơn lộ trình tham chiếu ${size}`,
    pathEqual: 'đúng lộ trình tham chiếu',
    pace: (amount: string) => `Mỗi năm còn lại cần ${amount}.`,
    points: 'điểm %',
  },
  en: {
    nothing: 'No figure',
    reached: 'Reached',
    noFigure: 'No figure',
    notAvailable: 'Figure not available',
    notApplicable: 'Not applicable',
    done: 'Done',
    notDone: 'Not done',
    inForce: 'plan',
    assigned: (decision: string) => `assigned (${decision})`,
    ahead: (year: number) => `target of ${year}`,
    by: (year: number) => `due in ${year}`,
    higher: (size: string) => `higher by ${size}`,
    lower: (size: string) => `lower by ${size}`,
    equal: 'exactly as set',
    pathHigher: (size: string) => `above the reference path by ${size}`,
    pathLower: (size: string) => `below the reference path by ${size}`,
    pathEqual: 'on the reference path',
    pace: (amount: string) => `Needed in every remaining year: ${amount}.`,
    points: 'percentage points',
  },
} as const;

function reachedText({ series, figure, result }: TargetGap, language: Language): string | null {
  const said = words[language];
  if (figure === null) return said.noFigure;
  if (figure === '...') return said.notAvailable;
  if (figure === 'x') return said.notApplicable;
  if (isDoneOrNot(series)) return result !== null && result >= 1 ? said.done : said.notDone;
  if (result === null) return `${said.reached} ${shownFigure(figure, series.indicator.unit, language)}`;
  return `${said.reached} ${shown(result, language)} ${demandUnit(series)[language]}`;
}

function demandText({ series, demand }: TargetGap, language: Language): string | null {
  if (!demand) return null;
  const said = words[language];
  if (isDoneOrNot(series)) return said.by(demand.year);
  const lead =
    demand.decision !== null
      ? said.assigned(demand.decision)
      : demand.inForce
        ? said.inForce
        : said.ahead(demand.year);
  return `${lead} ${amount(demand, language)} ${demandUnit(series)[language]}`;
}

function differenceText(one: TargetGap, language: Language): string | null {
  const { series, demand, gap, pathGap } = one;
  const said = words[language];
  if (isDoneOrNot(series)) return null;
  if (gap !== null && demand) {
    const size = `${shown(Math.abs(gap), language)} ${differenceUnit(series, language)}`;
    const side = sideOf(one, demand);
    return side === 0 ? said.equal : side > 0 ? said.higher(size) : said.lower(size);
  }
  if (pathGap === null) return null;
  const size = `${shown(Math.abs(pathGap), language)} ${pathUnit(series, language)}`;
  if (compare(pathGap, 0) === 0) return said.pathEqual;
  // Ahead of a falling path means below it.
  return pathGap > 0 === (series.direction !== 'down') ? said.pathHigher(size) : said.pathLower(size);
}

/** Whether the result lies above (+) or below (−) the bound its distance is measured from. */
function sideOf({ series, result, gap }: TargetGap, { comparator, low, high }: Demand): number {
  if (result === null || low === null || high === null || comparator === null) return 0;
  if (compare(gap ?? 0, 0) === 0) return 0;
  const ahead = sideAhead(comparator, resultDirection(series));
  if (ahead === 'up') return compare(result, low);
  if (ahead === 'down') return compare(result, high);
  return result > high ? 1 : -1;
}

function amount({ comparator, low, high }: Demand, language: Language): string {
  if (low === null || high === null) return '–';
  const sign = comparator === null ? '' : comparatorSigns[comparator];
  return low === high ? `${sign}${shown(low, language)}` : `${shown(low, language)}–${shown(high, language)}`;
}

/** Unit in which the target is set: points or per cent a year for a yearly change or growth. */
function demandUnit({ kind, indicator: { unit } }: Series): Record<Language, string> {
  if (kind === 'growth') return { vi: '%/năm', en: '%/year' };
  if (kind !== 'change') return { vi: unit, en: unit };
  const [vi, en] = unit === '%' ? [words.vi.points, words.en.points] : [unit, unit];
  return { vi: `${vi}/năm`, en: `${en}/year` };
}

/** A difference of percentages is in points, never in per cent. */
function differenceUnit(series: Series, language: Language): string {
  const unit = demandUnit(series)[language];
  if (series.kind === 'growth') return words[language].points;
  return unit === '%' ? words[language].points : unit;
}

/** The sentence itself says "every year". */
function paceUnit({ kind, indicator: { unit } }: Series, language: Language): string {
  if (kind === 'growth') return '%';
  return unit === '%' && (kind === 'change' || kind === 'level') ? words[language].points : unit;
}

function pathUnit({ indicator: { unit } }: Series, language: Language): string {
  return unit === '%' ? words[language].points : unit;
}

function isDoneOrNot({ kind, indicator }: Series): boolean {
  return kind === 'milestone' || indicator.measure === 'yes-no';
}

function shownFigure(figure: number | '-', unit: string, language: Language): string {
  return figure === '-' ? '-' : `${shown(figure, language)} ${unit}`;
}

function shown(value: number, language: Language): string {
  return numberText(round(value, SHOWN_DECIMALS), language);
}
