import type { Language } from '../../../base/finding.ts';
import { whereIs, type WithEarlier } from '../earlier-cell.ts';
import { failedWith, notEvaluable, saidAtFirst, type FigureRuleOf } from '../figure-rule.ts';
import { MOST_MULTIPLIED, SMALLEST_UNIT_MULTIPLE } from '../multiple.ts';
import type { FigureContext } from '../surroundings.ts';
import { shown } from '../wording.ts';

/** Counts of a form that all are the same multiple of what they were. */
export interface CountsMultiplied extends WithEarlier {
  /** How many of them are. */
  figures: number;
  /** How many are held against an earlier figure. */
  of: number;
  /** How many times the earlier figure they are. */
  factor: number;
}

/** Whether a count may share a multiple with the others. */
export function isMultiplied({ ofRound, indicator }: Pick<FigureContext, 'ofRound' | 'indicator'>): boolean {
  return ofRound && indicator.measure === 'count' && indicator.aggregation === 'sum';
}

/**
 * A unit that took over another, a form typed for two units, a column in tens or thousands: one cause, said once at the
 * first of the counts; what each would be asked about alone is not.
 */
export const countsMultiplied: FigureRuleOf<CountsMultiplied> = {
  code: 'figure-counts-multiplied',
  severity: 'warning',
  scope: 'round',
  silencedBy: [],
  appliesTo: isMultiplied,
  check: (_context, { multiple }) => {
    if (!multiple?.together) return notEvaluable;
    const { median, near, of } = multiple.together;
    return failedWith(
      multiple.isShared === true ? { figures: near.size, of, factor: Math.exp(median) } : null,
    );
  },
  formula: (_context, { multiple }) => multiple?.isShared ?? null,
  saidElsewhere: saidAtFirst(({ multiple }) => multiple),
  text: {
    vi: {
      title: 'Cả biểu gấp cùng một số lần kỳ trước',
      meaning: `Từ ${MOST_MULTIPLIED.fewest} số đếm trở lên, phần lớn của biểu, cùng gấp (hoặc cùng bằng một phần) số kỳ trước (chưa có thì số gốc) như nhau: một nguyên nhân chung như sáp nhập, cộng hai lần, hay cả cột năm này hoặc năm trước nhập nhầm đơn vị tính, nên chỉ hỏi một lần, ở số đầu tiên, thay cho từng dòng. Các ngưỡng là quy ước của chương trình.`,
      example: 'Năm trước 1.250 hộ, 5.010 dân, 82 trẻ …; năm nay 2.500, 10.020, 164 …',
      fix: 'So cả cột của kỳ này và kỳ trước với báo cáo gốc, cột nào sai thì nhập lại; nếu đúng (như mới sáp nhập), ghi lý do chung ở cột lý do của dòng này.',
      message: ({ figures, of, factor, earlier }) =>
        `${figures} trong ${of} số đếm có số kỳ trước đều ${timesText(factor, 'vi')} kỳ trước. ${causeText(factor, earlier, 'vi')}`,
      expected: () => 'số của đúng đơn vị này theo đơn vị tính của từng dòng, hoặc một lý do chung',
    },
    en: {
      title: 'All counts the same multiple of the period before',
      meaning: `${MOST_MULTIPLIED.fewest} counts or more, most of the form, are the same multiple or part of the period before (else of the baseline): one cause, such as a merger, a sum taken twice, or this or last year's whole column in another unit of measure, so it is asked once, at the first of them, instead of row by row. The thresholds are conventions of this program.`,
      example: '1,250 households, 5,010 people, 82 children last year; 2,500, 10,020, 164 now.',
      fix: 'Compare the columns of this and the last period with the source and enter the wrong one again; if they are right (a merger, say), give the common reason in the reason column of this row.',
      message: ({ figures, of, factor, earlier }) =>
        `${figures} of ${of} counts with a figure of the period before are ${timesText(factor, 'en')} it. ${causeText(factor, earlier, 'en')}`,
      expected: () => "this unit's own figures in the unit of each row, or one common reason",
    },
  },
};

function timesText(factor: number, language: Language): string {
  const times = factor < 1 ? 1 / factor : factor;
  const size = shown(Number(times.toPrecision(times < SMALLEST_UNIT_MULTIPLE ? 2 : 1)), '', language);
  if (factor < 1) return language === 'vi' ? `bằng khoảng 1/${size} số` : `about 1/${size} of`;
  return language === 'vi' ? `gấp khoảng ${size} lần số` : `about ${size} times`;
}

/** What may be behind it, with the column of the period before where that is to be looked at. */
function causeText(factor: number, earlier: WithEarlier['earlier'], language: Language): string {
  if (Math.max(factor, 1 / factor) < SMALLEST_UNIT_MULTIPLE) {
    return language === 'vi'
      ? 'Có lẽ đơn vị mới sáp nhập, chia tách, hoặc số bị cộng hai lần.'
      : 'Perhaps the unit was merged or divided, or a sum was taken twice.';
  }
  const from = earlier === undefined ? null : whereIs(earlier.place, language);
  if (language === 'vi') {
    const column = `cột kỳ trước${from === null ? '' : ` (từ ${from})`}`;
    return earlier?.isDoubted
      ? `Có lẽ cả ${column} nhập nhầm đơn vị tính, vì không đơn vị nào cùng cấp có quy mô như vậy; hãy xem cột ấy trước.`
      : `Có lẽ cả cột này hoặc cả ${column} nhập nhầm đơn vị tính, thừa hay thiếu chữ số 0.`;
  }
  const column = `the column of the period before${from === null ? '' : ` (from ${from})`}`;
  return earlier?.isDoubted
    ? `Perhaps all of ${column} is in another unit of measure, since no unit of the level is of that size; look at it first.`
    : `Perhaps this column or ${column} is in another unit of measure, or a zero too long or short.`;
}
