import { numberIn } from '../cell.ts';
import { notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';
import { SMALLEST_UNIT_MULTIPLE } from '../multiple.ts';
import { shown } from '../wording.ts';
import { countsMultiplied, isMultiplied } from './figure-counts-multiplied.ts';
import { cumulativeFalls } from './figure-cumulative-falls.ts';
import { digitsTransposed } from './figure-digits-transposed.ts';
import { jump } from './figure-jump.ts';
import { neighboursExchanged } from './figure-neighbours-exchanged.ts';
import { outOfProportion } from './figure-out-of-proportion.ts';
import { unitSlip } from './figure-unit-slip.ts';

/** A count that is not the multiple of its earlier figure that nearly all others are. */
export interface ApartFromMultiple {
  figure: number;
  unit: string;
  /** How many times its earlier figure it is, and how many times the others are. */
  times: number;
  factor: number;
  /** How many share the multiple. */
  figures: number;
}

/**
 * Where a whole column is in another unit of measure, a count that is to its earlier figure as in any year is the odd one:
 * it, or the earlier one, is in yet another unit. A common reason says nothing of it.
 */
export const apartFromMultiple: FigureRuleOf<ApartFromMultiple> = {
  code: 'figure-apart-from-multiple',
  severity: 'warning',
  scope: 'round',
  silencedBy: [unitSlip, neighboursExchanged, outOfProportion, digitsTransposed, cumulativeFalls, jump].map(
    ({ code }) => code,
  ),
  wantsOwnReason: true,
  appliesTo: isMultiplied,
  check: ({ indicator }, { figure, expected, multiple }) => {
    if (!multiple?.together) return notEvaluable;
    if (multiple.isApart !== true) return passed;
    // It is apart by both of them, so that they are there.
    const [count, earlier] = [numberIn(figure) ?? 0, numberIn(expected) ?? 1];
    const { median, near } = multiple.together;
    const given = { figure: count, unit: indicator.unit, times: count / earlier };
    return { outcome: 'failed', data: { ...given, factor: Math.exp(median), figures: near.size } };
  },
  formula: (_context, { multiple }) => multiple?.isApart ?? null,
  text: {
    vi: {
      title: 'Số không cùng gấp số lần như cả biểu',
      meaning: `Phần lớn số đếm của biểu gấp (hoặc bằng một phần) số kỳ trước từ ${SMALLEST_UNIT_MULTIPLE} lần trở lên như nhau, tức là cả một cột nhập theo đơn vị tính khác (xem "${countsMultiplied.text.vi.title}"), mà số này thì không: chính nó, hoặc số kỳ trước của nó, nhập theo đơn vị tính khác nữa. Lý do chung của cả biểu không trả lời cho số này.`,
      example:
        'Cả cột năm trước nhập theo chục, năm nay gấp 10 lần; riêng hộ nghèo năm nay 1.128, năm trước 1.128.',
      fix: 'So số này và số kỳ trước của nó với báo cáo gốc, số nào sai đơn vị tính thì nhập lại; nếu cả hai đúng, ghi lý do ở cột lý do của dòng này.',
      message: ({ figure, unit, times, factor, figures }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, gấp ${timesShown(times, 'vi')} lần số kỳ trước, trong khi ${figures} số đếm khác đều gấp khoảng ${timesShown(factor, 'vi')} lần. Có lẽ số này, hoặc số kỳ trước của nó, nhập theo đơn vị tính khác.`,
      expected: () => 'số của kỳ này theo đơn vị tính của dòng, hoặc lý do riêng của số này',
    },
    en: {
      title: 'A count apart from the multiple of the whole form',
      meaning: `Most counts of the form are the same multiple or part, ${SMALLEST_UNIT_MULTIPLE} times or more, of the period before: a whole column is in another unit of measure (see "${countsMultiplied.text.en.title}"). This one is not: it, or its figure of the period before, is in yet another unit. The common reason of the form does not answer for it.`,
      example:
        "Last year's whole column was typed in tens, this year's is tenfold; only poor households are 1,128 in both.",
      fix: 'Compare this figure and that of the period before with the source and enter the one in the wrong unit again; if both are right, give the reason in the reason column of this row.',
      message: ({ figure, unit, times, factor, figures }) =>
        `The cell holds ${shown(figure, unit, 'en')}, ${timesShown(times, 'en')} times the period before, while ${figures} other counts are about ${timesShown(factor, 'en')} times. Perhaps it, or the figure before, is in another unit of measure.`,
      expected: () => "this round's figure in the unit of its row, or a reason of its own",
    },
  },
};

function timesShown(times: number, language: 'vi' | 'en'): string {
  return shown(Number(times.toPrecision(times >= 1 && times < 10 ? 2 : 1)), '', language);
}
