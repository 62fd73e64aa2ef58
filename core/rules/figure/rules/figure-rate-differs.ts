import { perOf } from '../../../catalogue/per.ts';
import { compare, round } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { isPossible, isPossibleFormula, type PartIndicators } from '../../../target/possible.ts';
import { compared, ifJudged, ifNumbers, judgedIn, judgedNumberOf, numberIn } from '../cell.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown } from '../wording.ts';

/**
 * The published figure may differ from the computed one by half a unit of its last decimal place: that much
 * is lost by rounding. Places beyond the fourth are taken for digits of a calculation, not of a publication.
 * A cell keeps no zeros at the end (45,0 is 45), so the tolerance errs on the generous side.
 */
export const MOST_DECIMALS = 4;

/** A published rate beside the one computed from its parts. */
export interface RateDiffers {
  published: number;
  computed: number;
  tolerance: number;
  unit: string;
}

/** Where a source publishes the rate and the parts are known too, they have to agree. */
export const publishedRateDiffers: FigureRuleOf<RateDiffers> = {
  code: 'figure-rate-differs',
  severity: 'warning',
  scope: 'round',
  silencedBy: [outsideHardBounds.code, ...SAID_OF_ALL, unitSlip.code],
  appliesTo: ({ indicator }) => perOf(indicator) !== null,
  check: ({ indicator, partIndicators }, { figure, numerator, denominator }) => {
    const published = numberIn(figure);
    const over = judgedIn(numerator);
    const under = numberIn(denominator);
    const per = perOf(indicator);
    if (published === null || over === null || under === null || under <= 0 || per === null)
      return notEvaluable;
    const sound = [
      isPossiblePart(partIndicators.numerator, over),
      isPossiblePart(partIndicators.denominator, under),
    ];
    if (!sound.every(Boolean)) return notEvaluable;
    const computed = (per * over) / under;
    const tolerance = halfUnit(published);
    const differs = compare(Math.abs(published - computed), tolerance) > 0;
    return failedWith(differs ? { published, computed, tolerance, unit: indicator.unit } : null);
  },
  formula: ({ indicator, partIndicators }, { figure, numerator, denominator }) => {
    const per = perOf(indicator);
    if (per === null || numerator === null || denominator === null) return null;
    const computed = `${literal(per)}*${judgedNumberOf(numerator)}/${denominator}`;
    const differs = `${compared(`ABS(${figure}-${computed})`, halfUnitFormula(figure))}>0`;
    const sound = [
      possiblePart(partIndicators.numerator, judgedNumberOf(numerator)),
      possiblePart(partIndicators.denominator, denominator),
    ].filter((one) => one !== null);
    const soundly = sound.reduceRight((condition, one) => `IF(${one},${condition},FALSE)`, differs);
    return ifNumbers([figure, denominator], `IF(${denominator}>0,${ifJudged([numerator], soundly)},FALSE)`);
  },
  text: {
    vi: {
      title: 'Tỷ lệ công bố khác tỷ lệ tính',
      meaning: `Khi vừa nhập tỷ lệ công bố vừa nhập tử số, mẫu số thì hai kết quả phải khớp. Cho phép lệch nửa đơn vị của chữ số thập phân cuối cùng (45,3 cho phép 0,05), tính đến ${MOST_DECIMALS} chữ số thập phân (quy ước của chương trình).`,
      example: 'Công bố 45,3 % trong khi 4.210/9.500 = 44,32 %.',
      fix: 'Kiểm tra tử số, mẫu số và tỷ lệ; nếu nguồn công bố tính trên mẫu số khác, ghi rõ ở cột lý do.',
      message: ({ published, computed, unit }) =>
        `Tỷ lệ công bố ${shown(published, unit, 'vi')}, tính từ tử số và mẫu số là ${shown(round(computed, MOST_DECIMALS), unit, 'vi')}.`,
      expected: ({ computed, tolerance, unit }) =>
        `${shown(round(computed, MOST_DECIMALS), unit, 'vi')} ± ${shown(tolerance, '', 'vi')}`,
    },
    en: {
      title: 'Published rate differs from the computed one',
      meaning: `Where the published rate and both its parts are entered, they have to agree. They may differ by half a unit of the last decimal place (0.05 for 45.3), up to ${MOST_DECIMALS} decimals (a convention of this program).`,
      example: '45.3 % published while 4,210/9,500 = 44.32 %.',
      fix: 'Check numerator, denominator and rate; if the source divides by something else, say so in the reason column.',
      message: ({ published, computed, unit }) =>
        `The published rate is ${shown(published, unit, 'en')}; numerator and denominator make ${shown(round(computed, MOST_DECIMALS), unit, 'en')}.`,
      expected: ({ computed, tolerance, unit }) =>
        `${shown(round(computed, MOST_DECIMALS), unit, 'en')} ± ${shown(tolerance, '', 'en')}`,
    },
  },
};

type Part = PartIndicators['numerator'];

/** From a part that its own indicator cannot have nothing is computed: the error stands there. */
function isPossiblePart(part: Part, value: number): boolean {
  return part === null || isPossible(part, value);
}

/** {@link isPossiblePart} in Excel; null where anything can be. */
function possiblePart(part: Part, value: string): string | null {
  return part && isPossibleFormula(part, value);
}

/** Half a unit of the last decimal place a figure shows. */
function halfUnit(figure: number): number {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && compare(figure, round(figure, decimals)) !== 0) decimals += 1;
  return halfOf(decimals);
}

function halfUnitFormula(figure: string): string {
  let formula = literal(halfOf(MOST_DECIMALS));
  for (let decimals = MOST_DECIMALS - 1; decimals >= 0; decimals -= 1) {
    formula = `IF(${compared(figure, `ROUND(${figure},${decimals})`)}=0,${literal(halfOf(decimals))},${formula})`;
  }
  return formula;
}

function halfOf(decimals: number): number {
  return Number(`5e-${decimals + 1}`);
}
