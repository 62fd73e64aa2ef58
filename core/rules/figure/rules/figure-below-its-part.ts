import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, numberIn } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import { cumulativeFalls } from './figure-cumulative-falls.ts';
import { digitsTransposed } from './figure-digits-transposed.ts';
import { farFromPlan } from './figure-far-from-plan.ts';
import { jump } from './figure-jump.ts';
import { neighboursExchanged } from './figure-neighbours-exchanged.ts';
import { outOfProportion } from './figure-out-of-proportion.ts';
import { unitSlip } from './figure-unit-slip.ts';
import type { Named } from '../surroundings.ts';
import { shown } from '../wording.ts';

/** A part that is this many times its whole is not a few too many: one of the two slipped. A convention. */
const FAR_BELOW_PART = 5;
/** A figure that is not less than this part of last year's has not lost a digit: the part has one too many. A convention. */
const STANDS = 0.5;

/** A whole beside a part of it that is far larger. */
export interface BelowPart {
  figure: number;
  part: number;
  name: Named;
  unit: string;
}

/** The error stands at the part, since it says what cannot be; which of the two slipped nobody knows. */
export const belowItsPart: FigureRuleOf<BelowPart> = {
  code: 'figure-below-its-part',
  severity: 'warning',
  scope: 'round',
  silencedBy: [
    ...SAYING_IT_CANNOT_BE,
    ...SAID_OF_ALL,
    unitSlip.code,
    neighboursExchanged.code,
    farFromPlan.code,
    outOfProportion.code,
    digitsTransposed.code,
    cumulativeFalls.code,
    jump.code,
  ],
  appliesTo: ({ portions }) => portions.length > 0,
  check: ({ portions: names, indicator: { unit } }, { figure: cell, previous, portions }) => {
    const figure = numberIn(cell);
    const known = portions.flatMap((one, at) => {
      const [part, name] = [numberIn(one), names[at]];
      return part === null || !name ? [] : [{ part, name }];
    });
    if (figure === null || known.length === 0) return notEvaluable;
    const before = previous === null ? null : numberIn(previous);
    if (before !== null && before > 0 && compare(figure, STANDS * before) >= 0) return notEvaluable;
    const larger = known.find(({ part }) => compare(part, FAR_BELOW_PART * figure) > 0);
    return failedWith(larger ? { figure, unit, ...larger } : null);
  },
  formula: (_context, { figure, previous, portions }) => {
    if (portions.length === 0) return null;
    const conditions = portions.map((part) =>
      ifNumbers([figure, part], `${compared(part, `${literal(FAR_BELOW_PART)}*${figure}`)}>0`),
    );
    const isFar = conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
    if (previous === null) return isFar;
    const stands = `IF(${previous}>0,${compared(figure, `${literal(STANDS)}*${previous}`)}>=0,FALSE)`;
    return `IF(${ifNumbers([figure, previous], stands)},FALSE,${isFar})`;
  },
  text: {
    vi: {
      title: 'Số nhỏ hơn nhiều so với phần của nó',
      meaning: `Một số của biểu là một phần của số này mà lớn gấp hơn ${FAR_BELOW_PART} lần (quy ước của chương trình): một trong hai số bị nhầm đơn vị tính hoặc thiếu chữ số. Không hỏi số này khi nó còn từ một nửa số kỳ trước trở lên: khi ấy số của phần mới sai.`,
      example: '128 hộ, trong đó 1.250 hộ nghèo.',
      fix: 'So cả hai số với báo cáo gốc, sửa số sai.',
      message: ({ figure, part, name, unit }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, nhưng "${name.vi}" là một phần của số này và ghi ${shown(part, '', 'vi')}.`,
      expected: ({ part, unit }) => `ít nhất ${shown(part, unit, 'vi')}`,
    },
    en: {
      title: 'Figure far below a part of it',
      meaning: `A figure of the form that is a part of this one is more than ${FAR_BELOW_PART} times as large (a convention of this program): one of the two is in a wrong unit or lacks digits. Not asked about while it is at least half of the figure of the period before: then the part is the wrong one.`,
      example: '128 households, 1,250 poor ones among them.',
      fix: 'Compare both with the source and correct the one that is wrong.',
      message: ({ figure, part, name, unit }) =>
        `The cell holds ${shown(figure, unit, 'en')}, but "${name.en}" is a part of it and holds ${shown(part, '', 'en')}.`,
      expected: ({ part, unit }) => `at least ${shown(part, unit, 'en')}`,
    },
  },
};
