import { perOf } from '../../../catalogue/per.ts';
import type { Indicator } from '../../../catalogue/schema.ts';
import type { Language } from '../../../base/finding.ts';
import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, isNumber, numberIn } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { digitsTransposed } from './figure-digits-transposed.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import { neighboursExchanged } from './figure-neighbours-exchanged.ts';
import { cumulativeFalls } from './figure-cumulative-falls.ts';
import { eitherMayBeWrong, type WithEarlier } from '../earlier-cell.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import type { FigureContext } from '../surroundings.ts';
import { outsidePlausibleBounds } from './figure-implausible.ts';
import { publishedRateDiffers } from './figure-rate-differs.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown } from '../wording.ts';

/**
 * The largest change against the period before that needs no word. Percentages move by points: the steepest
 * cuts of poverty printed in plans are below 5 points a year, three times that is a jump. Rates and amounts
 * are averages over many people and move by less than a third, counts by less than half. Conventions.
 */
const JUMP_POINTS = 15;
const JUMP_PART_OF_COUNT = 0.5;
const JUMP_PART_OF_OTHER = 0.3;
/** Counts below this double by a handful of cases. A convention. */
const JUMP_SMALLEST_COUNT = 50;
/** In a share of fewer than this, one case weighs more than 5 points. A convention. */
const JUMP_SMALLEST_DENOMINATOR = 20;

/**
 * What the plan moves by so many points a year seldom moves by so many times as much unless there is a lot of it: 8,7 of
 * 11,8 where it asks for 3 are the cut typed for what is left, or another year's figure. Conventions.
 */
const OF_YEARLY_POINTS = 2.5;
const OF_WHAT_IS_THERE = 0.5;

/**
 * Where the plan cuts a share by points a year, its count falls by as many; in some years by half as many more. A
 * convention.
 */
const OF_YEARLY_CUT = 1.5;

/** A figure far from the one before. */
export interface Jump extends WithEarlier {
  figure: number;
  previous: number;
  unit: string;
  /** The allowed change, in points or as a part of the previous figure. */
  limit: number;
  by: 'points' | 'part';
}

/** A typed figure that moved much further than such figures do. Amounts of a total come when works end. */
export const jump: FigureRuleOf<Jump> = {
  code: 'figure-jump',
  severity: 'warning',
  scope: 'round',
  silencedBy: [
    ...SAYING_IT_CANNOT_BE,
    ...SAID_OF_ALL,
    unitSlip.code,
    publishedRateDiffers.code,
    outsidePlausibleBounds.code,
    cumulativeFalls.code,
    neighboursExchanged.code,
    digitsTransposed.code,
  ],
  appliesTo: ({ indicator, kinds }) =>
    thresholdOf(indicator) !== null && !kinds.some(({ isOfPeriod }) => isOfPeriod),
  check: (context, values) => {
    const { indicator } = context;
    const [figure, previous] = [numberIn(values.figure), numberIn(values.previous)];
    const threshold = thresholdOf(indicator);
    if (figure === null || previous === null || threshold === null) return notEvaluable;
    const denominator = numberIn(values.denominator);
    if (denominator !== null && denominator < JUMP_SMALLEST_DENOMINATOR) return notEvaluable;
    if (threshold.by === 'part' && previous <= 0) return notEvaluable;
    if (indicator.measure === 'count' && Math.max(figure, previous) < JUMP_SMALLEST_COUNT)
      return notEvaluable;
    const points = pointsOf(context);
    const allowed =
      threshold.by === 'points' && points !== null
        ? Math.min(threshold.limit, Math.max(points, OF_WHAT_IS_THERE * previous))
        : threshold.limit;
    const limit = threshold.by === 'points' ? allowed : allowed * previous;
    const cuts = cutsOf(context).map(
      ({ at, part }) => part * (numberIn(values.denominators[at] ?? null) ?? 0),
    );
    const most = figure < previous ? Math.max(limit, ...cuts) : limit;
    const jumps = compare(Math.abs(figure - previous), most) > 0;
    return failedWith(
      jumps ? { figure, previous, unit: indicator.unit, by: threshold.by, limit: allowed } : null,
    );
  },
  formula: (context, { figure, previous, denominator, denominators }) => {
    const { indicator } = context;
    const threshold = thresholdOf(indicator);
    if (threshold === null || previous === null) return null;
    const points = pointsOf(context);
    const allowed =
      points === null
        ? literal(threshold.limit)
        : `MIN(${literal(threshold.limit)},MAX(${literal(points)},${literal(OF_WHAT_IS_THERE)}*${previous}))`;
    const limit = threshold.by === 'points' ? allowed : `${literal(threshold.limit)}*${previous}`;
    const cuts = cutsOf(context).flatMap(({ at, part }) => {
      const whole = denominators[at];
      return whole === undefined ? [] : [`IF(${isNumber(whole)},${literal(part)}*${whole},0)`];
    });
    const most =
      cuts.length === 0 ? limit : `IF(${figure}<${previous},MAX(${[limit, ...cuts].join(',')}),${limit})`;
    const conditions = [`${compared(`ABS(${figure}-${previous})`, most)}>0`];
    if (threshold.by === 'part') conditions.push(`${previous}>0`);
    if (indicator.measure === 'count')
      conditions.push(`MAX(${figure},${previous})>=${literal(JUMP_SMALLEST_COUNT)}`);
    if (denominator !== null)
      conditions.push(
        `NOT(${ifNumbers([denominator], `${denominator}<${literal(JUMP_SMALLEST_DENOMINATOR)}`)})`,
      );
    return ifNumbers(
      [figure, previous],
      conditions.length === 1 ? conditions.join('') : `AND(${conditions.join(',')})`,
    );
  },
  text: {
    vi: {
      title: 'Biến động lớn so với kỳ trước',
      meaning: `Số thay đổi nhiều hơn thường thấy so với kỳ trước (cùng kỳ năm trước): tỷ lệ phần trăm quá ${JUMP_POINTS} điểm (tỷ lệ mà kế hoạch nêu mức tăng, giảm mỗi năm: quá ${shown(OF_YEARLY_POINTS, '', 'vi')} lần mức ấy và quá ${OF_WHAT_IS_THERE * 100} % số kỳ trước), số đếm quá ${JUMP_PART_OF_COUNT * 100} % (số cần giảm mà giảm: không quá ${OF_YEARLY_CUT * 100} % mức giảm kế hoạch nêu cho một năm thì không hỏi), số bình quân và tỷ suất quá ${JUMP_PART_OF_OTHER * 100} %. Không xét số đếm dưới ${JUMP_SMALLEST_COUNT} và tỷ lệ có mẫu số dưới ${JUMP_SMALLEST_DENOMINATOR}. Các ngưỡng là quy ước của chương trình.`,
      example: 'Tỷ lệ lao động qua đào tạo 62 %, kỳ trước 44 %.',
      fix: 'Kiểm tra lại số, năm và phạm vi; nếu đúng, ghi lý do (đổi chuẩn, đổi địa giới, đổi cách tính …).',
      message: ({ figure, previous, unit, limit, by, earlier }) =>
        `${shown(figure, unit, 'vi')} so với kỳ trước ${shown(previous, unit, 'vi')}: thay đổi quá ${limitText(limit, by, 'vi')}.${eitherMayBeWrong(earlier, 'vi')}`,
      expected: ({ previous, limit, by, unit }) =>
        `lệch không quá ${limitText(limit, by, 'vi')} so với ${shown(previous, unit, 'vi')}, hoặc có lý do`,
    },
    en: {
      title: 'Large change against the period before',
      meaning: `The figure moved further than usual against the period before (the same period last year): percentages by more than ${JUMP_POINTS} points (those the plan moves by points a year by more than ${OF_YEARLY_POINTS} times as many and ${OF_WHAT_IS_THERE * 100} % of the figure before), counts by more than ${JUMP_PART_OF_COUNT * 100} % (a wanted fall is not asked about within ${OF_YEARLY_CUT * 100} % of the cut the plan prints for a year), averages and rates by more than ${JUMP_PART_OF_OTHER * 100} %. Counts below ${JUMP_SMALLEST_COUNT} and shares of a denominator below ${JUMP_SMALLEST_DENOMINATOR} are left alone. The thresholds are conventions of this program.`,
      example: 'Trained workers 62 %, 44 % the period before.',
      fix: 'Check figure, year and area; if right, give the reason (new standard, new boundaries, new method …).',
      message: ({ figure, previous, unit, limit, by, earlier }) =>
        `${shown(figure, unit, 'en')} against ${shown(previous, unit, 'en')} the period before: a change of more than ${limitText(limit, by, 'en')}.${eitherMayBeWrong(earlier, 'en')}`,
      expected: ({ previous, limit, by, unit }) =>
        `within ${limitText(limit, by, 'en')} of ${shown(previous, unit, 'en')}, or a reason`,
    },
  },
};

/** Of a count that is to fall, the denominators of shares that the plan cuts by points a year, and what part that is. */
function cutsOf({ indicator, shares }: FigureContext): { at: number; part: number }[] {
  if (indicator.measure !== 'count' || indicator.direction !== 'down') return [];
  return shares.flatMap(({ indicator: share, printed }, at) => {
    const [per, cuts] = [perOf(share), printed.filter(({ of }) => of === 'change').map(({ high }) => high)];
    if (per === null || cuts.length === 0) return [];
    return [{ at, part: Number(((OF_YEARLY_CUT * Math.max(...cuts)) / per).toPrecision(6)) }];
  });
}

/** The points by which a share may move that the plan moves by points a year; null where it does not. */
function pointsOf({ printed }: FigureContext): number | null {
  const highs = printed.filter(({ of }) => of === 'change').map(({ high }) => high);
  return highs.length === 0 ? null : Number((OF_YEARLY_POINTS * Math.max(...highs)).toPrecision(6));
}

function thresholdOf({ measure, unit }: Indicator): { limit: number; by: 'points' | 'part' } | null {
  switch (measure) {
    case 'share':
      return { limit: JUMP_POINTS, by: 'points' };
    case 'index':
      return unit === '%' ? { limit: JUMP_POINTS, by: 'points' } : { limit: JUMP_PART_OF_OTHER, by: 'part' };
    case 'count':
      return { limit: JUMP_PART_OF_COUNT, by: 'part' };
    case 'rate':
    case 'amount':
      return { limit: JUMP_PART_OF_OTHER, by: 'part' };
    case 'ordinal':
    case 'yes-no':
      return null;
  }
}

function limitText(limit: number, by: 'points' | 'part', language: Language): string {
  if (by === 'part') return shown(limit * 100, '%', language);
  return shown(limit, language === 'vi' ? 'điểm %' : 'points', language);
}
