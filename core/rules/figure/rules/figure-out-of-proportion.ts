import { isYear } from '../../../period/period.ts';
import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, isNumber, numberIn, type RawCell } from '../cell.ts';
import { farFromPlan } from './figure-far-from-plan.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import type { FigureContext } from '../surroundings.ts';
import type { Unit } from '../../../unit/unit.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { COMMUNE_ROOM } from '../people.ts';
import { shown } from '../wording.ts';

/**
 * How far outside what is usual to so many people a count has to lie: the people are not known well. A wide range
 * has room in itself. Conventions.
 */
const PROPORTION_ROOM = { narrow: 4, wide: 2 } as const;
/** What few places have is in a commune with a hospital for those around, too, and in most others hardly there. */
const CONCENTRATED_ROOM = { commune: 10, district: PROPORTION_ROOM.narrow } as const;
/** A range whose ends are further apart is wide. A convention. */
const WIDE = 20;

/** A commune is one commune, a district one district. */
const UNIT_OF: Partial<Record<Unit['level'], string>> = { commune: 'xã', district: 'huyện' };

/** A group is smaller than the whole, by this factor more. A convention. */
const GROUP_ROOM = 8;

/** A count that does not belong to a unit of this size. */
export interface OutOfProportion {
  figure: number;
  low: number;
  high: number;
  /** Null where a unit is one of what is counted, whoever lives there. */
  people: number | null;
  unit: string;
}

/** Counts of one unit belong together: households, children, schools are to its people as everywhere. */
export const outOfProportion: FigureRuleOf<OutOfProportion> = {
  code: 'figure-out-of-proportion',
  severity: 'warning',
  scope: 'round',
  wantsOwnReason: true,
  silencedBy: [...SAYING_IT_CANNOT_BE, unitSlip.code, farFromPlan.code],
  appliesTo: ({ indicator, period }) => indicator.perThousand !== undefined && isYear(period),
  check: (context, { figure: cell, previous, baseline, people: around }) => {
    const [figure, people] = [numberIn(cell), numberIn(around)];
    const limits = limitsOf(context);
    if (figure === null || limits === null) return notEvaluable;
    if (isPositive(previous) || isPositive(baseline)) return notEvaluable;
    const times = limits.isToOne ? people : 1;
    if (times === null) return notEvaluable;
    const [low, high] = [limits.low * times, limits.high * times];
    const isOut = compare(figure, 0) > 0 && (compare(figure, low) < 0 || compare(figure, high) > 0);
    const { unit } = context.indicator;
    return failedWith(isOut ? { figure, low, high, people: limits.isToOne ? people : null, unit } : null);
  },
  formula: (context, { figure, previous, baseline, people }) => {
    const limits = limitsOf(context);
    if (limits === null || (limits.isToOne && people === null)) return null;
    const times = limits.isToOne ? `*${people}` : '';
    const out = [
      `${compared(figure, `${literal(limits.low)}${times}`)}<0`,
      `${compared(figure, `${literal(limits.high)}${times}`)}>0`,
    ];
    const condition = `AND(ROUND(${figure},6)>0,OR(${out.join(',')}))`;
    const known = [previous, baseline].flatMap((cell) =>
      cell === null ? [] : [`IF(${isNumber(cell)},${cell}>0,FALSE)`],
    );
    return ifNumbers(
      limits.isToOne && people !== null ? [figure, people] : [figure],
      known.reduceRight((otherwise, is) => `IF(${is},FALSE,${otherwise})`, condition),
    );
  },
  text: {
    vi: {
      title: 'Số không tương xứng với quy mô đơn vị',
      meaning: `Chưa có số kỳ trước và số gốc thì các số đếm của cùng đơn vị được so với nhau: dân số, hộ, trẻ em, trường học … có tỷ lệ thường gặp trên 1.000 dân (ghi trong danh mục). Số nằm ngoài khoảng ấy quá ${PROPORTION_ROOM.wide}–${PROPORTION_ROOM.narrow} lần (xã: đến ${COMMUNE_ROOM} lần; bác sĩ, giường bệnh và thứ khác chỉ có ở ít nơi: xã đến ${CONCENTRATED_ROOM.commune} lần) thì hỏi lại (quy ước của chương trình).`,
      example: '12 hộ trong huyện mà các số khác cho thấy khoảng 50.000 dân.',
      fix: 'Kiểm tra đơn vị tính của dòng và số chữ số; nếu số đúng, ghi lý do ở cột lý do.',
      message: ({ figure, unit, people }) =>
        people === null
          ? `Ô ghi ${shown(figure, unit, 'vi')}, trong khi đơn vị báo cáo là một ${unit}.`
          : `Ô ghi ${shown(figure, unit, 'vi')}, không tương xứng với đơn vị có khoảng ${shown(roughly(people), 'dân', 'vi')} theo các số còn lại.`,
      expected: ({ low, high, unit }) =>
        `khoảng ${shown(roughly(low), '', 'vi')} đến ${shown(roughly(high), unit, 'vi')}`,
    },
    en: {
      title: 'Figure out of proportion to the unit',
      meaning: `Without a figure of the period before and a baseline the counts of one unit are compared with each other: population, households, children, schools … have a usual number to 1,000 residents (see the catalogue). What lies outside by more than a factor of ${PROPORTION_ROOM.wide} to ${PROPORTION_ROOM.narrow} (of communes up to ${COMMUNE_ROOM}; doctors, beds and what else few places have, of communes up to ${CONCENTRATED_ROOM.commune}) is asked about (a convention of this program).`,
      example: '12 households in a district whose other figures speak of some 50,000 people.',
      fix: "Look at the row's unit and the number of digits; if the figure is right, give the reason in the reason column.",
      message: ({ figure, unit, people }) =>
        people === null
          ? `The cell holds ${shown(figure, unit, 'en')}, and the unit is one of them.`
          : `The cell holds ${shown(figure, unit, 'en')}, out of proportion to a unit of some ${shown(roughly(people), 'people', 'en')}, as the other figures say.`,
      expected: ({ low, high, unit }) =>
        `some ${shown(roughly(low), '', 'en')} to ${shown(roughly(high), unit, 'en')}`,
    },
  },
};

/** Whether a count lies outside what is usual to so many people; false where nothing is known of it. */
export function outOfProportionTo(context: FigureContext, figure: number, people: number | null): boolean {
  const limits = limitsOf(context);
  const times = limits?.isToOne ? people : 1;
  if (limits === null || times === null || compare(figure, 0) <= 0) return false;
  return compare(figure, limits.low * times) < 0 || compare(figure, limits.high * times) > 0;
}

function isPositive(cell: RawCell): boolean {
  return (numberIn(cell) ?? 0) > 0;
}

/** To one resident, or without regard to them. */
function limitsOf({
  indicator: { perThousand, partOf, unit, concentrated },
  stratum,
  level,
}: FigureContext): { low: number; high: number; isToOne: boolean } | null {
  if (UNIT_OF[level] === unit) return { low: 0, high: 1, isToOne: false };
  if (!perThousand) return null;
  const [low, high] = perThousand;
  const isCommune = level === 'commune';
  const isWide = high > WIDE * low;
  const narrow = isCommune ? COMMUNE_ROOM : PROPORTION_ROOM.narrow;
  const usual = isWide ? PROPORTION_ROOM.wide : narrow;
  const isConcentrated = concentrated !== undefined && (isCommune || level === 'district');
  const digits = (value: number) => Number(value.toPrecision(6));
  // A commune is urban, remote, at the border as a whole or with a hamlet of it.
  const isOfPlace = isCommune && ((isWide && partOf !== undefined) || isConcentrated);
  return {
    low: isOfPlace ? 0 : digits(low / 1_000 / usual / (stratum === null ? 1 : GROUP_ROOM)),
    high: digits((high / 1_000) * (isConcentrated ? CONCENTRATED_ROOM[level] : usual)),
    isToOne: true,
  };
}

/** Two digits are as much as is known. */
function roughly(value: number): number {
  return Number(value.toPrecision(2));
}
