import { isYear, lastMonth, parsePeriod } from '../../../period/period.ts';
import { vietnameseDate } from '../../../round/round.ts';
import { isNumber, numberIn } from '../cell.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import type { FigureContext } from '../surroundings.ts';

/**
 * Figures that become available in the first half of a year are those of the year before (mean population
 * in April), the others those of the year itself (schools in September). The catalogue gives the month
 * alone; this reading of it is a convention.
 */
const LAST_MONTH_OF_NEXT_YEAR = 6;

/** Why a figure cannot be known yet. */
export type TooEarly =
  { why: 'period'; from: string; until: string } | { why: 'source'; month: string; until: string };

/**
 * A final figure that cannot be known yet: its period ends after the cut-off, or its source of record has it
 * only after the day the report is due. Estimates and preliminary figures are what a round asks for before
 * the source has the final one.
 */
export const notYetDue: FigureRuleOf<TooEarly> = {
  code: 'figure-not-yet-due',
  severity: 'warning',
  scope: 'round',
  silencedBy: [],
  appliesTo: (context) => tooEarly(context) !== null,
  check: (context, { figure }) => {
    if (numberIn(figure) === null) return notEvaluable;
    return failedWith(tooEarly(context));
  },
  formula: (context, { figure }) => (tooEarly(context) === null ? null : isNumber(figure)),
  text: {
    vi: {
      title: 'Số của kỳ chưa đến hạn',
      meaning:
        'Số chính thức của một kỳ chưa kết thúc vào ngày chốt số liệu, hoặc số chính thức mà cơ quan cung cấp số liệu chưa có vào hạn gửi báo cáo. Có thể là số ước, số sơ bộ, hoặc số của năm trước nhập nhầm cột. Kỳ nhận số ước, số sơ bộ thì không nhắc.',
      example:
        'Dân số trung bình 2021 có từ tháng 4/2022, nhưng báo cáo hạn 31/01/2022 đã ghi là số chính thức.',
      fix: 'Kiểm tra số thuộc năm nào; nếu là số ước hoặc số sơ bộ, ghi nguồn và cách tính ở cột lý do.',
      message: (data) =>
        data.why === 'period'
          ? `Kỳ kết thúc ngày ${vietnameseDate(data.from)}, sau ngày chốt số liệu ${vietnameseDate(data.until)}, nên chưa thể có số chính thức.`
          : `Nguồn số liệu chỉ có số từ tháng ${vietnameseDate(data.month)}, báo cáo tính đến ${vietnameseDate(data.until)}.`,
      expected: (data) =>
        data.why === 'period' ? 'số ước, hoặc dấu "..."' : 'dấu "...", hoặc số có ghi nguồn ở cột lý do',
    },
    en: {
      title: 'Figure of a period not yet due',
      meaning:
        "A final figure of a period that has not ended at the cut-off, or one that its source does not yet have on the day the report is due. It may be an estimate, a preliminary figure, or last year's figure in the wrong column. Nothing is said in rounds that take estimates or preliminary figures.",
      example:
        'Mean population of 2021 is available from April 2022, but the report due on 31 January 2022 gives it as final.',
      fix: 'See which year the figure is of; if it is an estimate or preliminary, give source and method in the reason column.',
      message: (data) =>
        data.why === 'period'
          ? `The period ends on ${data.from}, after the cut-off ${data.until}; there can be no final figure yet.`
          : `The source has the figure from ${data.month} on; the report reaches to ${data.until}.`,
      expected: (data) =>
        data.why === 'period'
          ? 'an estimate, or "..."'
          : '"...", or a figure with its source in the reason column',
    },
  },
};

function tooEarly({ indicator, period, vintage, cutOff, due }: FigureContext): TooEarly | null {
  if (vintage !== 'final') return null;
  const end = lastDay(period);
  if (end !== null && end > cutOff) return { why: 'period', from: end, until: cutOff };
  // Months are those of yearly figures; a round without a due day is in no hurry.
  if (due === null || !isYear(period)) return null;
  const { availableMonth } = indicator.source;
  const year = Number(period) + (availableMonth <= LAST_MONTH_OF_NEXT_YEAR ? 1 : 0);
  const month = `${year}-${twoDigits(availableMonth)}`;
  return month > due.slice(0, month.length) ? { why: 'source', month, until: due } : null;
}

/** Last ISO day of a period; periods end in March, June, September or December. */
function lastDay(text: string): string | null {
  const period = parsePeriod(text);
  if (period === null) return null;
  const month = lastMonth(period);
  return `${period.year}-${twoDigits(month)}-${month === 6 || month === 9 ? 30 : 31}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
