import type { Language } from '../../../base/finding.ts';
import { compare } from '../../../base/number.ts';
import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import { literal } from '../../../target/formula.ts';
import { isWithinBounds } from '../../../target/possible.ts';
import { compared, ifNumbers, numberIn, type RawCell } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { eitherMayBeWrong, type WithEarlier } from '../earlier-cell.ts';
import { failedWith, notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import type { FigureContext, FigureSurroundings } from '../surroundings.ts';
import { shown } from '../wording.ts';

/** What a figure is multiplied by when its unit is mistaken: ‰ for %, a share for per cent, thousands for units. */
const SLIP_FACTORS = [0.001, 0.01, 0.1, 10, 100, 1_000] as const;
/**
 * How far a figure may lie from factor × reference and still look like a slip: figures of this sort seldom
 * move by more than a fifth in a year. A convention.
 */
const SLIP_BAND = [0.8, 1.25] as const;
/** What the plan asks for is not what a unit has: a tenth or tenfold of it may well be true. A convention. */
const SLIP_OF_PLAN = 100;
/** Further than this from the reference no figure moves in a year, wherever it lands. A convention. */
const SLIP_FAR = 30;
/**
 * The larger of the two figures must reach this: 3 communes that become 30, or 0,05 % that becomes 0,5 %,
 * may well be true. A convention.
 */
const SLIP_SMALLEST_COUNT = 50;
const SLIP_SMALLEST_OTHER = 1;

/** A figure that looks like another one in a wrong unit. */
export interface UnitSlip extends WithEarlier {
  figure: number;
  factor: number;
  reference: number;
  from: ReferenceName;
  unit: string;
  /** What is left once the slip is undone, of whole things a whole number; null for what the indicator cannot have. */
  perhaps: number | null;
}

type ReferenceName = 'previous' | 'baseline' | 'plan';
const REFERENCES: readonly ReferenceName[] = ['previous', 'baseline', 'plan'];
const REFERENCE_VI = { previous: 'kỳ trước', baseline: 'số gốc', plan: 'kế hoạch' } as const;
const REFERENCE_EN = { previous: 'the period before', baseline: 'the baseline', plan: 'the plan' } as const;

/**
 * A figure about ten, a hundred or a thousand times its reference, or that part of it. The reference is the
 * first of previous figure, baseline and value in force that is a positive number; it must be plausible
 * itself, else nobody knows which of the two slipped.
 */
export const unitSlip: FigureRuleOf<UnitSlip> = {
  code: 'figure-unit-slip',
  severity: 'warning',
  scope: 'round',
  wantsOwnReason: true,
  silencedBy: [...SAYING_IT_CANNOT_BE, ...SAID_OF_ALL],
  appliesTo: ({ indicator: { measure } }) => measure !== 'ordinal' && measure !== 'yes-no',
  check: (context, values) => {
    const figure = numberIn(values.figure);
    const found = referenceOf(values);
    if (figure === null || figure <= 0 || found === null || !isPlausible(context, found.reference))
      return notEvaluable;
    if (Math.max(figure, found.reference) < smallestOf(context)) return notEvaluable;
    const factor =
      factorsFrom(found.from).find((by) => {
        const [low, high] = bandOf(by);
        return compare(figure, low * found.reference) >= 0 && compare(figure, high * found.reference) <= 0;
      }) ?? farFactor(figure, found.reference);
    const { indicator } = context;
    if (factor === undefined) return passed;
    const undone = countsWholeThings(indicator) ? Math.round(figure / factor) : figure / factor;
    const perhaps = isWithinBounds(indicator, undone) ? undone : null;
    return failedWith({ figure, ...found, unit: indicator.unit, factor, perhaps });
  },
  formula: (context, refs) => {
    const { figure } = refs;
    const looksSlipped = (reference: string, name: ReferenceName) => {
      // The bands around the other factors lie beyond what is far anyway.
      const within = factorsFrom(name)
        .filter((by) => Math.max(by, 1 / by) < SLIP_FAR)
        .map((by) => {
          const [low, high] = bandOf(by);
          const above = compared(figure, `${literal(low)}*${reference}`);
          const below = compared(figure, `${literal(high)}*${reference}`);
          return `AND(${above}>=0,${below}<=0)`;
        });
      const large = `MAX(${figure},${reference})>=${literal(smallestOf(context))}`;
      const far = [
        `${compared(figure, `${SLIP_FAR}*${reference}`)}>0`,
        `${compared(`${SLIP_FAR}*${figure}`, reference)}<0`,
      ];
      return `AND(${large},${plausibleFormula(context, reference)},OR(${[...within, ...far].join(',')}))`;
    };
    const formula = REFERENCES.reduceRight((otherwise, name) => {
      const reference = refs[name];
      if (reference === null) return otherwise;
      const isThere = ifNumbers([reference], `${reference}>0`);
      return `IF(${isThere},${looksSlipped(reference, name)},${otherwise})`;
    }, 'FALSE');
    return formula === 'FALSE' ? null : ifNumbers([figure], `IF(${figure}>0,${formula},FALSE)`);
  },
  text: {
    vi: {
      title: 'Có thể nhầm đơn vị tính',
      meaning: `Số bằng khoảng 10, 100, 1.000 lần hoặc 1/10, 1/100, 1/1.000 số kỳ trước (chưa có thì số gốc, rồi giá trị kế hoạch), lệch không quá ${percent(SLIP_BAND[0], 'vi')}–${percent(SLIP_BAND[1], 'vi')}, hoặc cách xa quá ${SLIP_FAR} lần (so với kế hoạch thì không xét 10 lần và 1/10): thường do nhập 0,45 thay cho 45 %, lẫn % với ‰, hoặc nhập theo nghìn. Không xét số đếm dưới ${SLIP_SMALLEST_COUNT} và các số khác dưới ${SLIP_SMALLEST_OTHER}. Các ngưỡng là quy ước của chương trình.`,
      example: 'Tỷ lệ 0,46 trong khi kỳ trước 45; 46 người trong khi kỳ trước 45.120 người.',
      fix: 'So với đơn vị tính của dòng và nhập lại; nếu số đúng, ghi lý do thay đổi ở cột lý do.',
      message: ({ figure, factor, reference, from, unit, earlier }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, bằng khoảng ${factorText(factor, 'vi')} ${REFERENCE_VI[from]} (${shown(reference, unit, 'vi')}).${eitherMayBeWrong(earlier, 'vi')}`,
      expected: ({ perhaps, unit, earlier }) =>
        `số theo đơn vị của dòng${perhaps === null || earlier?.isDoubted === true ? '' : `, có lẽ ${shown(perhaps, unit, 'vi')}`}`,
    },
    en: {
      title: 'Possibly a wrong unit',
      meaning: `The figure is about 10, 100 or 1,000 times the figure of the period before (else the baseline, else the value of the plan), or 1/10, 1/100 or 1/1,000 of it, within ${percent(SLIP_BAND[0], 'en')}–${percent(SLIP_BAND[1], 'en')}, or more than ${SLIP_FAR} times away (of the plan, 10 times and 1/10 are left alone): usually 0.45 for 45 %, % mistaken for ‰, or thousands for units. Counts below ${SLIP_SMALLEST_COUNT} and other figures below ${SLIP_SMALLEST_OTHER} are left alone. The thresholds are conventions of this program.`,
      example: 'A share of 0.46 after 45; 46 people after 45,120 people.',
      fix: "Compare with the row's unit and enter the figure again; if it is right, say in the reason column what changed.",
      message: ({ figure, factor, reference, from, unit, earlier }) =>
        `The cell holds ${shown(figure, unit, 'en')}, about ${factorText(factor, 'en')} ${REFERENCE_EN[from]} (${shown(reference, unit, 'en')}).${eitherMayBeWrong(earlier, 'en')}`,
      expected: ({ perhaps, unit, earlier }) =>
        `a figure in the row's unit${perhaps === null || earlier?.isDoubted === true ? '' : `, perhaps ${shown(perhaps, unit, 'en')}`}`,
    },
  },
};

/** The slip a figure that is far from its reference comes nearest to. */
function farFactor(figure: number, reference: number): number | undefined {
  if (compare(figure, SLIP_FAR * reference) <= 0 && compare(SLIP_FAR * figure, reference) >= 0)
    return undefined;
  const off = (factor: number) => Math.abs(Math.log(figure / factor / reference));
  return SLIP_FACTORS.reduce((best, one) => (off(one) < off(best) ? one : best));
}

function factorsFrom(from: ReferenceName): readonly number[] {
  return SLIP_FACTORS.filter((by) => from !== 'plan' || Math.max(by, 1 / by) >= SLIP_OF_PLAN);
}

function referenceOf(values: FigureSurroundings<RawCell>): { reference: number; from: ReferenceName } | null {
  for (const from of REFERENCES) {
    const reference = numberIn(values[from]);
    if (reference !== null && reference > 0) return { reference, from };
  }
  return null;
}

function isPlausible({ indicator }: FigureContext, reference: number): boolean {
  const bounds = indicator.plausible ?? indicator.hard;
  return bounds === undefined || (compare(reference, bounds[0]) >= 0 && compare(reference, bounds[1]) <= 0);
}

function plausibleFormula({ indicator }: FigureContext, reference: string): string {
  const bounds = indicator.plausible ?? indicator.hard;
  if (bounds === undefined) return 'TRUE';
  return `AND(${compared(reference, literal(bounds[0]))}>=0,${compared(reference, literal(bounds[1]))}<=0)`;
}

function smallestOf({ indicator }: FigureContext): number {
  return indicator.measure === 'count' ? SLIP_SMALLEST_COUNT : SLIP_SMALLEST_OTHER;
}

/** Both ends of the band around a factor, as the same doubles in both worlds. */
function bandOf(factor: number): [number, number] {
  const [low, high] = SLIP_BAND.map((end) => Number((end * factor).toPrecision(6)));
  return [low ?? factor, high ?? factor];
}

function factorText(factor: number, language: Language): string {
  const size = shown(factor < 1 ? 1 / factor : factor, '', language);
  if (factor < 1) return language === 'vi' ? `1/${size}` : `1/${size} of`;
  return language === 'vi' ? `${size} lần` : `${size} times`;
}

function percent(part: number, language: Language): string {
  return shown(part * 100, '%', language);
}
