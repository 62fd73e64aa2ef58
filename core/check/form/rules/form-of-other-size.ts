import { numberIn } from '../../../rules/figure/cell.ts';
import { impliedPeople, peopleEach, PEOPLE_OF_NEARLY_ALL } from '../../../rules/figure/people.ts';
import { shown } from '../../../rules/figure/wording.ts';
import type { JudgedFigure } from '../../../rules/judge-all.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import type { Unit } from '../../../unit/unit.ts';
import type { RuleCount } from '../../report.ts';

/** Counts of a form that all speak of a unit as no other of its level is. */
export interface FormOfOtherSize {
  /** Counts that say how many people there are. */
  figures: number;
  /** The people they speak of together, in two digits. */
  people: number;
  low: number;
  high: number;
  level: keyof typeof PEOPLE_OF_NEARLY_ALL;
}

/** One count may have slipped alone; so many, and most of those there are, did not. Conventions. */
const FEWEST = 2;
const MOST_OF_THEM = 0.75;
const LEVEL = {
  province: { vi: 'tỉnh', en: 'province' },
  district: { vi: 'huyện', en: 'district' },
  commune: { vi: 'xã', en: 'commune' },
} as const;

/** A first form that was typed in tens, in thousands, or for the whole province: nothing earlier says how large the unit is. */
export const formOfOtherSize: RuleDefinition<FormOfOtherSize> = {
  code: 'form-of-other-size',
  severity: 'warning',
  text: {
    vi: {
      title: 'Cả biểu cho thấy đơn vị lớn hoặc nhỏ khác thường',
      meaning: `Chưa có số kỳ trước và số gốc thì các số đếm của biểu (dân số, hộ, lao động …, từ ${FEWEST} số) cùng cho biết đơn vị có khoảng bao nhiêu dân. Nằm ngoài khoảng của gần như mọi đơn vị cùng cấp (${rangeText('commune', 'vi')}, ${rangeText('district', 'vi')}, ${rangeText('province', 'vi')}) thì hỏi một lần: cả biểu nhập theo đơn vị tính khác, hay là số của đơn vị khác? Gấp đôi hoặc bằng nửa thì không nhận ra được, trừ khi "chitieu check" xem cả thư mục. Các khoảng là quy ước của chương trình.`,
      example: 'Biểu của một xã ghi 41.000 hộ, 98.000 lao động, 3.100 trẻ dưới 1 tuổi.',
      fix: 'Kiểm tra đơn vị tính và phạm vi của cả biểu; nếu đúng (đảo, đô thị lớn), ghi lý do ở cột lý do của dòng được nêu.',
      message: ({ figures, people, low, high, level }) =>
        `${figures} số đếm của biểu cho thấy đơn vị có khoảng ${shown(people, 'dân', 'vi')}, trong khi ${LEVEL[level].vi} thường có ${shown(low, '', 'vi')}–${shown(high, 'dân', 'vi')}: cả biểu nhập nhầm đơn vị tính, hay là số của đơn vị khác?`,
      expected: () => 'số của đúng đơn vị này theo đơn vị tính của từng dòng, hoặc lý do',
    },
    en: {
      title: 'The whole form speaks of an unusually large or small unit',
      meaning: `Without figures of the period before and baselines the counts of a form (population, households, workers …, ${FEWEST} or more) say together how many people there are. Outside the range of nearly every unit of the level (${rangeText('commune', 'en')}, ${rangeText('district', 'en')}, ${rangeText('province', 'en')}) it is asked once whether the whole form is in another unit of measure or another unit's. Twice or half as much cannot be told, unless "chitieu check" looks at a folder. The ranges are conventions of this program.`,
      example: 'The form of a commune with 41,000 households, 98,000 workers, 3,100 infants.',
      fix: 'Check unit of measure and area of the whole form; if it is right (an island, a large city), give the reason in the reason column of the row named.',
      message: ({ figures, people, low, high, level }) =>
        `${figures} counts of the form speak of a unit of some ${shown(people, 'people', 'en')}, while a ${LEVEL[level].en} usually has ${shown(low, '', 'en')} to ${shown(high, '', 'en')}: is the whole form in another unit of measure, or another unit's?`,
      expected: () => "this unit's own figures in the unit of each row, or a reason",
    },
  },
};

/**
 * What {@link formOfOtherSize} says of a return.
 * @param year of the round
 * @param explanationAt the reason beside the row of a key
 */
export function checkSize(
  figures: readonly JudgedFigure[],
  year: number,
  explanationAt: (key: string) => string | null,
): { findings: CheckFinding[]; rules: RuleCount[] } {
  const { code, severity } = formOfOtherSize;
  const count = (outcome: Partial<RuleCount>) => [
    { passed: 0, failed: 0, 'not-evaluable': 0, ...outcome, code },
  ];
  const implying = figures.flatMap((one) => {
    const each = peopleEach({ ...one.figure.context, year });
    const people = each === null ? null : impliedPeople(one.reference, each);
    return people === null ? [] : [{ one, people }];
  });
  const [first] = implying;
  const level = first?.one.figure.context.level;
  const isKnown = implying.some(({ one }) => one.closeness === 'earlier');
  if (!first || !isJudged(level) || isKnown || implying.length < FEWEST)
    return { findings: [], rules: count({ 'not-evaluable': 1 }) };
  const [low, high] = PEOPLE_OF_NEARLY_ALL[level];
  const all = implying.map((one) => one.people);
  const outside = [all.filter((one) => one < low), all.filter((one) => one > high)];
  const isOther = outside.some((part) => part.length >= Math.max(FEWEST, MOST_OF_THEM * all.length));
  if (!isOther) return { findings: [], rules: count({ passed: 1 }) };
  const people = middle(all);
  // Beside a row that is asked about anyway, one reason would close both.
  const { one: named } = implying.find(({ one }) => !isAskedAbout(one)) ?? first;
  const { key, period } = named.figure.context;
  const cell = named.cellAt(key);
  const data: FormOfOtherSize = {
    figures: implying.length,
    people: Number(people.toPrecision(2)),
    ...{ low, high, level },
  };
  const finding: CheckFinding = {
    ...{ code, severity, key, period, data },
    place: cell?.place ?? {},
    found: numberIn(cell?.raw ?? null),
    explanation: explanationAt(key),
  };
  return { findings: [finding], rules: count({ failed: 1 }) };
}

function isAskedAbout({ judged }: JudgedFigure): boolean {
  return (judged ?? []).some(({ rule, result }) => result.outcome === 'failed' && rule.severity !== 'note');
}

function isJudged(level: Unit['level'] | undefined): level is keyof typeof PEOPLE_OF_NEARLY_ALL {
  return level !== undefined && Object.hasOwn(PEOPLE_OF_NEARLY_ALL, level);
}

/** The lower of the two in the middle. */
function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}

function rangeText(level: keyof typeof PEOPLE_OF_NEARLY_ALL, language: 'vi' | 'en'): string {
  const [low, high] = PEOPLE_OF_NEARLY_ALL[level];
  return `${LEVEL[level][language]} ${shown(low, '', language)}–${shown(high, '', language)}`;
}
