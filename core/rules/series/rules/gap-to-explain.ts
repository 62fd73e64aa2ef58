import type { Language } from '../../../base/finding.ts';
import { differenceUnit } from '../../../gaps/gap-units.ts';
import { shownDecimals } from '../../../gaps/shown-decimals.ts';
import { compare, round } from '../../../base/number.ts';
import { boundsOf, decidingBound } from '../../../target/bounds.ts';
import { resultDirection } from '../../../target/result.ts';
import { literal, quoted } from '../../../target/formula.ts';
import { boundRefsOf, gap } from '../../../target/gap.ts';
import { segmentInForce, type Series } from '../../../target/series.ts';
import { shortfall, shortfallFormula } from '../../../target/shortfall.ts';
import { verdict, verdicts } from '../../../target/verdict.ts';
import { compared } from '../../figure/cell.ts';
import { notEvaluable, passed } from '../../figure/figure-rule.ts';
import { shown } from '../../figure/wording.ts';
import type { SeriesRuleOf } from '../series-rule.ts';
import { kindOf } from '../../../target/kinds/index.ts';
import type { UnitText } from '../../../target/unit-text.ts';

/**
 * The part of the change a target asks for (of its value, where the change is not known or the target was
 * assigned) that may be missing without a word. No rule fixes it; a fifth of the plan is a convention.
 */
export const LARGE_GAP = 0.2;

/** How far a target is missed. */
export interface LargeGap {
  /** Distance from the value in force; null for a milestone. */
  behind: number | null;
  unit: UnitText;
  share: number;
  of: 'change' | 'value' | 'all';
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
    const unit = differenceUnit(series);
    if (!kindOf(series).hasValue)
      return { outcome: 'failed', data: { behind: null, unit, share: 1, of: 'all' } };
    const distance = gap(series, values, year);
    const size = shareOf(series, shortfall(series, values, year), distance, year);
    if (size === null || distance === null) return notEvaluable;
    if (compare(size.share, LARGE_GAP) <= 0) return passed;
    return { outcome: 'failed', data: { behind: -distance, unit, ...size } };
  },
  formula: (series, refs, year) => {
    const isMissed = `${refs.cell('verdict', year)}=${quoted(verdicts.notMet.vi)}`;
    if (!kindOf(series).hasValue) return isMissed;
    const segment = segmentInForce(series, year);
    const bounds = segment && boundRefsOf(series, segment, refs, year);
    if (!bounds || !refs.has('gap')) return null;
    const [distance, value] = [refs.cell('gap', year), bounds[decidingBound(resultDirection(series))]];
    const above = (share: string) => `${compared(share, literal(LARGE_GAP))}>0`;
    const byValue = `IF(AND(ISNUMBER(${distance}),ISNUMBER(${value})),IF(${value}<>0,${above(`-${distance}/ABS(${value})`)},FALSE),FALSE)`;
    const share = shortfallFormula(series, refs, year);
    const isLarge = share === null ? byValue : `IF(ISNUMBER(${share}),${above(share)},${byValue})`;
    return `IF(${isMissed},${isLarge},FALSE)`;
  },
  text: {
    vi: {
      title: 'Chưa đạt, cần giải trình',
      meaning: `Chỉ tiêu đến hạn mà chưa đạt và còn thiếu hơn ${percent(LARGE_GAP, 'vi')} mức phải thay đổi theo kế hoạch (không có số gốc hoặc chỉ tiêu được giao thì so với giá trị phải đạt; mốc hoàn thành thì cứ chưa xong là cần). Ngưỡng là quy ước của chương trình.`,
      example: 'Kế hoạch giảm 4 điểm %/năm, thực hiện giảm 2,9 điểm %.',
      fix: 'Ghi nguyên nhân và giải pháp ở cột lý do của dòng; lý do đi theo số liệu lên cấp trên.',
      message: ({ behind, unit, share, of }) =>
        behind === null
          ? 'Đến hạn mà mốc chưa hoàn thành.'
          : `Chưa đạt: còn thiếu ${rounded(behind, unit, 'vi')}, bằng ${percent(share, 'vi')} ${of === 'change' ? 'mức phải thay đổi' : 'giá trị phải đạt'}.`,
      expected: () => 'lý do ở cột lý do',
    },
    en: {
      title: 'Missed, reason wanted',
      meaning: `A target that is due and missed by more than ${percent(LARGE_GAP, 'en')} of the change it asks for (of its value where no baseline is known or the target was assigned; a milestone whenever it is not done). The threshold is a convention of this program.`,
      example: 'The plan asks for 4 points a year, 2.9 were reached.',
      fix: 'Give cause and remedy in the reason column of the row; the reason travels upward with the figure.',
      message: ({ behind, unit, share, of }) =>
        behind === null
          ? 'The milestone is due and not done.'
          : `Missed by ${rounded(behind, unit, 'en')}, which is ${percent(share, 'en')} of ${of === 'change' ? 'the change asked for' : 'the value asked for'}.`,
      expected: () => 'a reason in the reason column',
    },
  },
};

function shareOf(
  series: Series,
  ofChange: number | null,
  distance: number | null,
  year: number,
): Pick<LargeGap, 'share' | 'of'> | null {
  if (ofChange !== null) return { share: ofChange, of: 'change' };
  const segment = segmentInForce(series, year);
  const value = segment && boundsOf(segment)?.[decidingBound(resultDirection(series))];
  if (distance === null || !value) return null;
  return { share: -distance / Math.abs(value), of: 'value' };
}

/** As the sentence of the gap says it. */
function rounded(behind: number, unit: UnitText, language: Language): string {
  return shown(round(behind, shownDecimals([[behind, 0]])), unit[language], language);
}

/** To the tenth: nobody explains hundredths of a per cent. */
function percent(part: number, language: Language): string {
  return shown(Math.round(part * 1_000) / 10, '%', language);
}
