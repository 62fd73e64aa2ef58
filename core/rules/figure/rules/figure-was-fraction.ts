import { isInPercent } from '../../../target/fraction.ts';
import { ifNumbers, numberIn } from '../cell.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { shown } from '../wording.ts';

/** A percentage of last year stored as a hundredth of itself. */
export interface WasFraction {
  figure: number;
  perhaps: number;
  unit: string;
}

/**
 * Last year's 25 % that is stored as 0,25: what the round is held against and judged from. Of the round's own figure
 * other rules ask.
 */
export const wasFraction: FigureRuleOf<WasFraction> = {
  code: 'figure-was-fraction',
  severity: 'warning',
  scope: 'every',
  silencedBy: [outsideHardBounds.code],
  appliesTo: ({ isOfLastYear, indicator }) => isOfLastYear && isInPercent(indicator),
  check: ({ indicator: { unit } }, { figure, isFraction }) => {
    const number = numberIn(figure);
    if (number === null) return notEvaluable;
    const perhaps = Number((100 * number).toPrecision(12));
    return failedWith(isFraction === true ? { figure: number, perhaps, unit } : null);
  },
  formula: (_context, { figure, isFraction }) =>
    isFraction === null ? null : ifNumbers([figure], isFraction),
  text: {
    vi: {
      title: 'Số năm trước nhập theo phần trăm của Excel',
      meaning:
        'Dòng tính bằng %, số năm trước từ 1 trở xuống, trong khi kế hoạch hoặc số khác của dòng từ 10 % trở lên: gõ "25%" thì tệp lưu 0,25, tức là 0,25 %. Số của kỳ này không được so và không được đánh giá từ số như vậy.',
      example: 'Năm trước 0,25 trong khi năm nay 24,1 %: có lẽ 25.',
      fix: 'Sửa ô năm trước theo đơn vị của dòng (25 % thì nhập 25) và ghi lý do ở cột lý do; nếu số là số điền sẵn, báo cơ quan kế hoạch. Nếu đúng là 0,25 %, ghi lý do.',
      message: ({ figure, perhaps, unit }) =>
        `Ô năm trước ghi ${shown(figure, unit, 'vi')}, quá nhỏ so với kế hoạch và các số khác của dòng: có lẽ ${shown(perhaps, unit, 'vi')}.`,
      expected: ({ perhaps, unit }) => `có lẽ ${shown(perhaps, unit, 'vi')}, hoặc lý do`,
    },
    en: {
      title: "Last year's figure typed as a percentage of Excel",
      meaning:
        'The row is in per cent and last year\'s figure 1 or less, while the plan or another figure of the row is 10 % and more: for "25%" the file stores 0.25, which is 0.25 %. The round is neither held against such a figure nor judged from it.',
      example: 'Last year 0.25, 24.1 % this year: perhaps 25.',
      fix: 'Enter it in the unit of the row (25 for 25 %) and give the reason; tell the planning office where it was filled in beforehand. If it is 0.25 %, give the reason.',
      message: ({ figure, perhaps, unit }) =>
        `Last year's figure is ${shown(figure, unit, 'en')}, too small for the plan and the other figures of the row: perhaps ${shown(perhaps, unit, 'en')}.`,
      expected: ({ perhaps, unit }) => `perhaps ${shown(perhaps, unit, 'en')}, or a reason`,
    },
  },
};
