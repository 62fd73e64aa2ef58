import { compare, round } from '../../../base/number.ts';
import { compared, ifNumbers, numberIn, type RawCell } from '../cell.ts';
import { failedWith, notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';
import type { FigureContext, Neighbour } from '../surroundings.ts';
import { endsOf, exactFormula, isExact, notAtEndFormula, movesYearly } from '../standing.ts';
import { formUnchanged } from './figure-form-unchanged.ts';
import { shown } from '../wording.ts';

/**
 * Shares of many are published with one decimal and move by a few of them a year: of a dozen one comes out the same.
 * Figures from here to there want another decimal, or a row below that did not move either. A convention.
 */
const OFTEN_SAME = { from: 10, to: 1_000, places: 1 } as const;

/** A figure that is the one before again. */
export interface Unchanged {
  figure: number;
  unit: string;
}

/** The same exact figure again: perhaps last round's, left in the form. */
export const unchanged: FigureRuleOf<Unchanged> = {
  code: 'figure-unchanged',
  severity: 'warning',
  scope: 'round',
  silencedBy: [formUnchanged.code],
  appliesTo: movesYearly,
  check: (context, values) => {
    const [figure, previous] = [numberIn(values.figure), numberIn(values.previous)];
    if (figure === null || previous === null) return notEvaluable;
    if (compare(figure, previous) !== 0 || !isExact(figure)) return passed;
    const stands = ({ figure: one, previous: before }: Neighbour<RawCell>) => {
      const [other, earlier] = [numberIn(one), numberIn(before)];
      return other !== null && earlier !== null && compare(other, earlier) === 0 && isExact(other);
    };
    if (!isCount(context) && isOftenSame(figure) && !values.neighbours.some(stands)) return passed;
    const atBound = endsOf(context).some((end) => compare(figure, end) === 0);
    return failedWith(atBound ? null : { figure, unit: context.indicator.unit });
  },
  formula: (context, { figure, previous, neighbours }) => {
    if (previous === null) return null;
    const same = `${compared(figure, previous)}=0`;
    const inside = notAtEndFormula(context, figure);
    if (isCount(context)) {
      return ifNumbers([figure, previous], `AND(${[same, exactFormula(figure), ...inside].join(',')})`);
    }
    const stand = neighbours.flatMap((one) => {
      if (one.previous === null) return [];
      const stands = `AND(${compared(one.figure, one.previous)}=0,${exactFormula(one.figure)})`;
      return [ifNumbers([one.figure, one.previous], stands)];
    });
    const surprises = [`NOT(${oftenSameFormula(figure)})`, ...stand];
    const said = [same, exactFormula(figure), `OR(${surprises.join(',')})`, ...inside];
    return ifNumbers([figure, previous], `AND(${said.join(',')})`);
  },
  text: {
    vi: {
      title: 'Số giữ nguyên như kỳ trước',
      meaning:
        'Số đúng bằng kỳ trước đến từng chữ số: có thể là số cũ còn để lại. Chỉ xét số đếm người, hộ từ 1.000 và tỷ lệ, số bình quân có từ ba chữ số có nghĩa (số chỉ có một chữ số thập phân như 45,3: khi dòng dưới cũng giữ nguyên); không xét số 0, số ở giới hạn, chỉ tiêu duy trì, nhóm, có/không (quy ước của chương trình).',
      example: '4.213 hộ nghèo, kỳ trước cũng 4.213 hộ.',
      fix: 'Nhập số của kỳ này; nếu thật không đổi, ghi lý do ở cột lý do.',
      message: ({ figure, unit }) => `Ô ghi ${shown(figure, unit, 'vi')}, đúng bằng kỳ trước.`,
      expected: () => 'số của kỳ này, hoặc lý do vì sao không đổi',
    },
    en: {
      title: 'Same figure as the period before',
      meaning:
        'The figure equals that of the period before to the last digit and may have been left standing. Only counts of people and households from 1,000 on, shares and averages of at least three significant digits (such as 45.3 with one decimal where a row below stayed the same, too); not 0, figures at a bound, maintained indicators, groups, yes or no (a convention of this program).',
      example: '4,213 poor households, 4,213 the period before too.',
      fix: "Enter this round's figure; if nothing changed, say why in the reason column.",
      message: ({ figure, unit }) =>
        `The cell holds ${shown(figure, unit, 'en')}, exactly the figure of the period before.`,
      expected: () => "this round's figure, or the reason why it did not change",
    },
  },
};

/** No count has one decimal and no more. */
function isCount({ indicator }: FigureContext): boolean {
  return indicator.measure === 'count';
}

/** Whether the figure has no more decimals than come out the same by chance. */
function isOftenSame(figure: number): boolean {
  const { from, to, places } = OFTEN_SAME;
  const size = Math.abs(figure);
  return size >= from && size < to && compare(size, round(size, places)) === 0;
}

/** {@link isOftenSame} in Excel. */
function oftenSameFormula(figure: string): string {
  const { from, to, places } = OFTEN_SAME;
  const size = `ABS(${figure})`;
  return `AND(${size}>=${from},${size}<${to},${compared(size, `ROUND(${size},${places})`)}=0)`;
}
