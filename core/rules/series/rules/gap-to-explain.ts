import type { Language } from '../../../base/finding.ts';
import { differenceUnit } from '../../../gaps/gap-units.ts';
import { isLargeGap, LARGE_GAP } from '../../../gaps/large-gap.ts';
import { shownDecimals } from '../../../gaps/shown-decimals.ts';
import { round } from '../../../base/number.ts';
import { literal, quoted } from '../../../target/formula.ts';
import { gap } from '../../../target/gap.ts';
import { segmentInForce } from '../../../target/series.ts';
import { isOfAllFormula, shortfallFormula, shortfallOf, type Shortfall } from '../../../target/shortfall.ts';
import { verdict, verdicts } from '../../../target/verdict.ts';
import { compared } from '../../figure/cell.ts';
import { notEvaluable, passed } from '../../figure/figure-rule.ts';
import { shown } from '../../figure/wording.ts';
import type { SeriesRuleOf } from '../series-rule.ts';
import type { UnitText } from '../../../target/unit-text.ts';

/** How far a target is missed. */
export interface LargeGap extends Shortfall {
  /** Distance from the value in force; null for a milestone. */
  behind: number | null;
  unit: UnitText;
}

/** A target that is clearly missed wants the reason written down, which travels with the figure. */
export const largeGap: SeriesRuleOf<LargeGap> = {
  code: 'gap-to-explain',
  severity: 'warning',
  appliesTo: (series, year) => segmentInForce(series, year) !== null,
  check: (series, values, year) => {
    switch (verdict(series, values, year)) {
      case 'met':
      case 'exceeded':
        return passed;
      case 'notMet':
        break;
      default:
        return notEvaluable;
    }
    const size = shortfallOf(series, values, year);
    if (size === null) return notEvaluable;
    if (!isLargeGap(size)) return passed;
    const distance = gap(series, values, year);
    return {
      outcome: 'failed',
      data: { behind: distance === null ? null : 0 - distance, unit: differenceUnit(series), ...size },
    };
  },
  formula: (series, refs, year) => {
    const share = shortfallFormula(series, refs, year);
    const isAll = isOfAllFormula(series, refs, year);
    if (share === null || isAll === null) return null;
    const isLarge = `IF(${isAll},TRUE,${compared(share, literal(LARGE_GAP))}>0)`;
    return `IF(${refs.cell('verdict', year)}=${quoted(verdicts.notMet.vi)},${isLarge},FALSE)`;
  },
  text: {
    vi: {
      title: 'Chưa đạt, cần giải trình',
      meaning: `Chỉ tiêu đến hạn mà chưa đạt và còn thiếu hơn ${percent(LARGE_GAP, 'vi')} mức phải thay đổi theo kế hoạch (không có số gốc, hoặc là mức được giao, thì so với giá trị phải đạt). Số gốc đã đạt mức, mức phải đạt là 0, hay mốc hoàn thành: cứ chưa đạt là cần. Ngưỡng là quy ước của chương trình.`,
      example: 'Kế hoạch giảm 4 điểm %/năm, thực hiện giảm 2,9 điểm %.',
      fix: 'Ghi nguyên nhân và giải pháp ở cột lý do của dòng; lý do đi theo số liệu lên cấp trên.',
      message: ({ behind, unit, share, of }) =>
        behind === null
          ? 'Đến hạn mà mốc chưa hoàn thành.'
          : of === 'all'
            ? `Chưa đạt: còn thiếu ${rounded(behind, unit, 'vi')}; mục tiêu này chỉ cần giữ mức đã có hoặc phải về 0, nên thiếu bao nhiêu cũng cần lý do.`
            : of === 'backward'
              ? `Chưa đạt: còn thiếu ${rounded(behind, unit, 'vi')}, nhiều hơn cả mức phải thay đổi: nay còn xa mục tiêu hơn lúc đầu.`
              : `Chưa đạt: còn thiếu ${rounded(behind, unit, 'vi')}, bằng ${percent(share, 'vi')} ${of === 'change' ? 'mức phải thay đổi' : 'giá trị phải đạt'} (quá ${percent(LARGE_GAP, 'vi')} thì cần lý do).`,
      expected: () => 'lý do ở cột lý do',
    },
    en: {
      title: 'Missed, reason wanted',
      meaning: `A target that is due and missed by more than ${percent(LARGE_GAP, 'en')} of the change it asks for (of its value where no baseline is known or the value was assigned). Where the baseline had reached the value already, the value is 0, or a milestone is not done, any miss counts. The threshold is a convention of this program.`,
      example: 'The plan asks for 4 points a year, 2.9 were reached.',
      fix: 'Give cause and remedy in the reason column of the row; the reason travels upward with the figure.',
      message: ({ behind, unit, share, of }) =>
        behind === null
          ? 'The milestone is due and not done.'
          : of === 'all'
            ? `Missed by ${rounded(behind, unit, 'en')}; this target keeps what there was, or goes to 0, so that any miss wants a reason.`
            : of === 'backward'
              ? `Missed by ${rounded(behind, unit, 'en')}, more than the whole change asked for: further from the target than at the start.`
              : `Missed by ${rounded(behind, unit, 'en')}, which is ${percent(share, 'en')} of ${of === 'change' ? 'the change asked for' : 'the value asked for'} (more than ${percent(LARGE_GAP, 'en')} wants a reason).`,
      expected: () => 'a reason in the reason column',
    },
  },
};

/** As the sentence of the gap says it. */
function rounded(behind: number, unit: UnitText, language: Language): string {
  return shown(round(behind, shownDecimals([[behind, 0]])), unit[language], language);
}

/** To the tenth: nobody explains hundredths of a per cent. */
function percent(part: number, language: Language): string {
  return shown(Math.round(part * 1_000) / 10, '%', language);
}
