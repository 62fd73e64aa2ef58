import { compare } from '../../../base/number.ts';
import { compared, ifNumbers, numberIn } from '../cell.ts';
import type { CommonCause } from '../cause-shown.ts';
import { MOST_OF_CAUSE } from '../common-cause.ts';
import { failedWith, notEvaluable, saidAtFirst, type FigureRuleOf } from '../figure-rule.ts';
import { endsOf, exactFormula, isExact, movesYearly, notAtEndFormula } from '../standing.ts';

/** A form whose figures all are those of the period before. */
export interface FormUnchanged {
  figures: number;
  of: number;
}

/** A figure that is the one before again, of those exact enough that this surprises. */
export const standingStill: CommonCause = {
  appliesTo: (context) => context.ofRound && movesYearly(context),
  shows: (context, values) => {
    const [figure, previous] = [numberIn(values.figure), numberIn(values.previous)];
    if (figure === null || previous === null || !isExact(figure)) return null;
    if (endsOf(context).some((end) => compare(figure, end) === 0)) return null;
    return compare(figure, previous) === 0;
  },
  formula: (context, { figure, previous }) => {
    if (previous === null) return null;
    const exact = [exactFormula(figure), ...notAtEndFormula(context, figure)];
    const couldShow = exact.length === 1 ? exact.join('') : `AND(${exact.join(',')})`;
    return {
      couldShow: ifNumbers([figure, previous], couldShow),
      shows: `${compared(figure, previous)}=0`,
    };
  },
};

/** Last year's form typed or copied once more: one cause, said once; what each figure would be asked about alone is not. */
export const formUnchanged: FigureRuleOf<FormUnchanged> = {
  code: 'figure-form-unchanged',
  severity: 'warning',
  scope: 'round',
  silencedBy: [],
  appliesTo: standingStill.appliesTo,
  check: (_context, { causes }) => {
    const cause = causes?.standing;
    if (!cause?.together) return notEvaluable;
    const { figures, of } = cause.together;
    return failedWith(cause.isShared === true ? { figures, of } : null);
  },
  formula: (_context, { causes }) => causes?.standing?.isShared ?? null,
  saidElsewhere: saidAtFirst(({ causes }) => causes?.standing ?? null),
  text: {
    vi: {
      title: 'Cả biểu giữ nguyên như kỳ trước',
      meaning: `Từ ${MOST_OF_CAUSE.fewest} số trở lên, quá ${MOST_OF_CAUSE.part * 100} % các số đủ chi tiết để so, đúng bằng kỳ trước đến từng chữ số: có lẽ biểu của kỳ trước được chép lại, nên chỉ hỏi một lần, ở số đầu tiên, thay cho từng dòng. Các ngưỡng là quy ước của chương trình.`,
      example: '15 trong 15 số người, số hộ và tỷ lệ năm nay đúng bằng năm trước.',
      fix: 'Nhập số của kỳ này; nếu thật không đổi, ghi lý do chung ở cột lý do của dòng này.',
      message: ({ figures, of }) =>
        `${figures} trong ${of} số của biểu đúng bằng kỳ trước đến từng chữ số: có lẽ cả biểu kỳ trước được chép lại.`,
      expected: () => 'số của kỳ này, hoặc một lý do chung',
    },
    en: {
      title: 'The whole form as the period before',
      meaning: `${MOST_OF_CAUSE.fewest} figures or more, over ${MOST_OF_CAUSE.part * 100} % of those exact enough to be compared, equal the period before to the last digit: its form was probably copied, so it is asked once, at the first of them, instead of row by row. The thresholds are conventions of this program.`,
      example: "15 of 15 people, households and shares of this year are last year's.",
      fix: "Enter this round's figures; if nothing changed, give the common reason in the reason column of this row.",
      message: ({ figures, of }) =>
        `${figures} of ${of} figures of the form equal the period before to the last digit: its form was probably copied.`,
      expected: () => "this round's figures, or one common reason",
    },
  },
};
