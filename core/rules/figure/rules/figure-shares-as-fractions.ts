import { compare } from '../../../base/number.ts';
import { isInPercent } from '../../../target/fraction.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, numberIn } from '../cell.ts';
import type { CommonCause } from '../cause-shown.ts';
import { MOST_OF_CAUSE } from '../common-cause.ts';
import { failedWith, notEvaluable, saidAtFirst, type FigureRuleOf } from '../figure-rule.ts';
import { shown } from '../wording.ts';

/** How many times a figure in per cent may be what is expected of it, or that part of it. A convention. */
const ROOM = 4;

/** Percentages of a form that all are hundredths of themselves. */
export interface SharesAsFractions {
  figures: number;
  of: number;
  /** The first of them, and what it may be. */
  figure: number;
  perhaps: number;
  unit: string;
}

/** A percentage of 1 and less that is near what is expected of it a hundred times over. */
export const asFraction: CommonCause = {
  appliesTo: ({ indicator, ofRound }) => ofRound && isInPercent(indicator),
  shows: (_context, values) => {
    const [figure, expected] = [numberIn(values.figure), numberIn(values.expected)];
    if (figure === null || expected === null || figure <= 0 || expected <= 0) return null;
    if (compare(figure, 1) > 0) return false;
    return compare(100 * ROOM * figure, expected) >= 0 && compare(100 * figure, ROOM * expected) <= 0;
  },
  formula: (_context, { figure, expected }) => {
    if (expected === null) return null;
    const near = [
      `${compared(figure, '1')}<=0`,
      `${compared(`${literal(100 * ROOM)}*${figure}`, expected)}>=0`,
      `${compared(`100*${figure}`, `${literal(ROOM)}*${expected}`)}<=0`,
    ];
    return {
      couldShow: ifNumbers([figure, expected], `AND(${figure}>0,${expected}>0)`),
      shows: `AND(${near.join(',')})`,
    };
  },
};

/** A column pasted from cells in per cent: one cause, said once; what each share would be asked about alone is not. */
export const sharesAsFractions: FigureRuleOf<SharesAsFractions> = {
  code: 'figure-shares-as-fractions',
  severity: 'warning',
  scope: 'round',
  silencedBy: [],
  appliesTo: asFraction.appliesTo,
  check: ({ indicator: { unit } }, { figure: cell, causes }) => {
    const cause = causes?.asFractions;
    const figure = numberIn(cell);
    if (!cause?.together || figure === null) return notEvaluable;
    const { figures, of } = cause.together;
    const perhaps = Number((100 * figure).toPrecision(12));
    return failedWith(cause.isShared === true ? { figures, of, figure, perhaps, unit } : null);
  },
  formula: (_context, { figure, causes }) =>
    causes?.asFractions ? ifNumbers([figure], causes.asFractions.isShared) : null,
  saidElsewhere: saidAtFirst(({ causes }) => causes?.asFractions ?? null),
  text: {
    vi: {
      title: 'Các tỷ lệ bằng một phần trăm của mình',
      meaning: `Từ ${MOST_OF_CAUSE.fewest} tỷ lệ trở lên, quá ${MOST_OF_CAUSE.part * 100} % các tỷ lệ của biểu, không quá 1 và bằng khoảng 1/100 số kỳ trước hoặc mức kế hoạch nêu: có lẽ dán từ bảng có ô định dạng phần trăm (83,4 % được lưu là 0,834), nên chỉ hỏi một lần, ở tỷ lệ đầu tiên. Các ngưỡng là quy ước của chương trình.`,
      example: '0,898; 0,981; 0,568 trong khi năm trước 87,4; 97,6; 55,7.',
      fix: 'Nhân cả các tỷ lệ với 100 (nhập 83,4 thay cho 0,834); nếu số đúng, ghi lý do ở cột lý do.',
      message: ({ figures, of, figure, perhaps, unit }) =>
        `${figures} trong ${of} tỷ lệ của biểu bằng khoảng 1/100 mức thường có (ô này ghi ${shown(figure, unit, 'vi')}, có lẽ ${shown(perhaps, unit, 'vi')}): có lẽ dán từ bảng có ô định dạng phần trăm.`,
      expected: ({ perhaps, unit }) => `số theo phần trăm, có lẽ ${shown(perhaps, unit, 'vi')}`,
    },
    en: {
      title: 'Percentages a hundredth of themselves',
      meaning: `${MOST_OF_CAUSE.fewest} percentages or more, over ${MOST_OF_CAUSE.part * 100} % of the form's, are 1 or less and about a hundredth of the period before or of what the plan speaks of: they were probably pasted from cells in per cent (83.4 % is stored as 0.834), so it is asked once, at the first of them. The thresholds are conventions of this program.`,
      example: '0.898, 0.981, 0.568 where last year said 87.4, 97.6, 55.7.',
      fix: 'Multiply these percentages by 100 (83.4 in place of 0.834); if they are right, give the reason in the reason column.',
      message: ({ figures, of, figure, perhaps, unit }) =>
        `${figures} of ${of} percentages of the form are about a hundredth of what is usual (this cell holds ${shown(figure, unit, 'en')}, perhaps ${shown(perhaps, unit, 'en')}): they were probably pasted from cells in per cent.`,
      expected: ({ perhaps, unit }) => `a figure in per cent, perhaps ${shown(perhaps, unit, 'en')}`,
    },
  },
};
