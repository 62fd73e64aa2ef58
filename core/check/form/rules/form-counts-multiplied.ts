import type { Language } from '../../../base/finding.ts';
import { shown } from '../../../rules/figure/wording.ts';
import { numberIn } from '../../../rules/figure/cell.ts';
import { digitsTransposed } from '../../../rules/figure/rules/figure-digits-transposed.ts';
import { jump } from '../../../rules/figure/rules/figure-jump.ts';
import { neighboursExchanged } from '../../../rules/figure/rules/figure-neighbours-exchanged.ts';
import type { JudgedFigure } from '../../../rules/judge-all.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import type { FigureCheck } from '../../check-figures.ts';

/** Counts of a form that all are the same multiple of what they were. */
export interface FormCountsMultiplied {
  /** How many of them are. */
  figures: number;
  /** How many are held against an earlier figure. */
  of: number;
  /** How many times the earlier figure they are. */
  factor: number;
}

/** Fewer are chance; so is a part of them. Conventions. */
const FEWEST = 6;
const MOST_OF_THEM = 0.7;
/** How near a count is to the common multiple, and how far that is from 1, as differences of logarithms. Conventions. */
const NEAR = 0.12;
const FAR = 0.3;
/** Of a multiple by ten and more each figure says in which unit it was typed. */
const OF_UNIT = Math.log(8);
/** Of fewer, one more or less hides the multiple. A convention. */
const SMALLEST = 10;
/** The rules that say of each count alone what is said of all. */
const SAID_OF_EACH: ReadonlySet<string> = new Set([
  jump.code,
  digitsTransposed.code,
  neighboursExchanged.code,
]);

/** A unit that took over another, a form typed for two units: one cause, said once. */
export const formCountsMultiplied: RuleDefinition<FormCountsMultiplied> = {
  code: 'form-counts-multiplied',
  severity: 'warning',
  text: {
    vi: {
      title: 'Cả biểu gấp cùng một số lần kỳ trước',
      meaning: `Từ ${FEWEST} số đếm trở lên, phần lớn của biểu, cùng gấp (hoặc cùng bằng một phần) số kỳ trước như nhau: một nguyên nhân chung như sáp nhập hay cộng hai lần, nên chỉ hỏi một lần thay cho từng dòng. Các ngưỡng là quy ước của chương trình.`,
      example: 'Năm trước 1.250 hộ, 5.010 dân, 82 trẻ …; năm nay 2.500, 10.020, 164 …',
      fix: 'Nếu nhập nhầm, nhập lại các số; nếu đúng (như mới sáp nhập), ghi lý do chung ở cột lý do của dòng được nêu.',
      message: ({ figures, of, factor }) =>
        `${figures} trong ${of} số đếm có số kỳ trước đều ${timesText(factor, 'vi')} kỳ trước: đơn vị mới sáp nhập hay chia tách, hay số bị cộng hai lần?`,
      expected: () => 'số của đúng đơn vị này, hoặc một lý do chung',
    },
    en: {
      title: 'All counts the same multiple of the period before',
      meaning: `${FEWEST} counts or more, most of the form, are the same multiple or part of the period before: one cause, such as a merger or a sum taken twice, so it is asked once instead of row by row. The thresholds are conventions of this program.`,
      example: '1,250 households, 5,010 people, 82 children last year; 2,500, 10,020, 164 now.',
      fix: 'Enter the figures again if they are wrong; if they are right (a merger, say), give the common reason in the reason column of the row named.',
      message: ({ figures, of, factor }) =>
        `${figures} of ${of} counts with a figure of the period before are ${timesText(factor, 'en')} it: has the unit been merged or divided, or was a sum taken twice?`,
      expected: () => "this unit's own figures, or one common reason",
    },
  },
};

/**
 * The findings of a form's figures, those of counts that all are the same multiple of the period before told as one.
 * @param explanationAt the reason beside the row of a key
 */
export function toldAsOne(
  { findings, rules }: FigureCheck,
  figures: readonly JudgedFigure[],
  explanationAt: (key: string) => string | null,
): FigureCheck {
  const { code, severity } = formCountsMultiplied;
  const found = multiplied(figures);
  const [first] = found?.counts ?? [];
  if (!found || !first) {
    return { findings, rules: [...rules, { code, passed: 1, failed: 0, 'not-evaluable': 0 }] };
  }
  const { key, period } = first.figure.context;
  const of = new Set(found.counts.map(({ figure: { context } }) => `${context.key}|${context.period}`));
  const isToldOfAll = (one: CheckFinding) => SAID_OF_EACH.has(one.code) && of.has(`${one.key}|${one.period}`);
  const dropped = findings.filter(isToldOfAll);
  const whole: CheckFinding = {
    ...{ code, severity, key, period, data: found.data },
    place: first.cellAt(key)?.place ?? {},
    found: numberIn(first.cellAt(key)?.raw ?? null),
    explanation: explanationAt(key),
  };
  return {
    findings: [whole, ...findings.filter((one) => !isToldOfAll(one))],
    rules: [
      ...rules.map((rule) => {
        const less = dropped.filter((one) => one.code === rule.code).length;
        const { failed, 'not-evaluable': silent } = rule;
        return { ...rule, failed: failed - less, 'not-evaluable': silent + less };
      }),
      { code, passed: 0, failed: 1, 'not-evaluable': 0 },
    ],
  };
}

/** The counts that share a multiple; null where too few do. */
function multiplied(
  figures: readonly JudgedFigure[],
): { counts: JudgedFigure[]; data: FormCountsMultiplied } | null {
  const all = figures.flatMap((one) => {
    const { ofRound, indicator } = one.figure.context;
    const [value, earlier] = [numberIn(one.reference), numberIn(one.expected)];
    const isCount = indicator.measure === 'count' && indicator.aggregation === 'sum';
    if (!ofRound || !isCount || one.closeness !== 'earlier' || value === null || earlier === null) return [];
    return Math.min(value, earlier) <= 0 || Math.max(value, earlier) < SMALLEST
      ? []
      : [{ one, by: Math.log(value / earlier) }];
  });
  const sorted = all.map(({ by }) => by).sort((a, b) => a - b);
  const common = sorted[sorted.length >> 1] ?? 0;
  const counts = all.filter(({ by }) => Math.abs(by - common) <= NEAR).map(({ one }) => one);
  const isEnough = counts.length >= FEWEST && counts.length >= MOST_OF_THEM * all.length;
  if (!isEnough || Math.abs(common) < FAR || Math.abs(common) >= OF_UNIT) return null;
  return { counts, data: { figures: counts.length, of: all.length, factor: Math.exp(common) } };
}

function timesText(factor: number, language: Language): string {
  const size = shown(Number((factor < 1 ? 1 / factor : factor).toPrecision(2)), '', language);
  if (factor < 1) return language === 'vi' ? `bằng khoảng 1/${size} số` : `about 1/${size} of`;
  return language === 'vi' ? `gấp khoảng ${size} lần số` : `about ${size} times`;
}
