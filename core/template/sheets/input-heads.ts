import { parsePeriod, periodName } from '../../period/period.ts';
import type { Round } from '../../round/round.ts';
import { columnKey } from '../../workbook/contract.ts';
import { vintageWords } from '../../observation/vintage.ts';
import type { InputSheetLayout, PeriodColumn } from '../../workbook/layout.ts';

/** The head of a column: its words, the number or letter below them, its key where it has one. */
export interface ColumnHead {
  column: number;
  word: string;
  mark?: string;
  key?: string;
}

/** Heads of the printed columns behind the names and units, numbered as forms number them. */
export function printedHeads(input: InputSheetLayout, reporting: Round): ColumnHead[] {
  const { form } = input;
  const { period, year, vintage } = reporting;
  const isYearly = reporting.frequency === 'year';
  const heads: ColumnHead[] = input.periods.map((column) => periodHead(column, reporting));
  if (form) {
    heads.push({ column: form.result, word: `Kết quả ${isYearly ? '' : 'ước cả '}năm ${year}` });
    heads.push({ column: form.plan, word: `Kế hoạch năm ${year}` });
    heads.push({ column: form.percent, word: isYearly ? '% kế hoạch' : '% kế hoạch (ước cả năm)' });
    heads.push({ column: form.before, word: `So với ${isYearly ? 'năm trước' : 'cùng kỳ'} (%; điểm)` });
  }
  heads.push({ column: input.markColumn, word: 'Đánh dấu', key: columnKey(period, vintage, 'mark') });
  heads.push({
    column: input.reasonColumn,
    word: 'Lý do, ghi chú',
    key: columnKey(period, vintage, 'reason'),
  });
  const numbered = heads.map((head, at) => ({ ...head, mark: String(at + 1) }));
  const source = { column: input.sourceColumn, word: 'Nguồn số cấp sẵn' };
  return [...numbered, input.sourceColumn <= input.printTo ? { ...source, mark: 'D' } : source];
}

/** Heads of what stands beside the printed form: the check's word, the years before. */
export function sideHeads(input: InputSheetLayout): ColumnHead[] {
  const flag = { column: input.flagColumn, word: 'Kiểm tra' };
  const years = input.earlier.map((column) => ({ ...keyed(column), word: yearWord(column) }));
  return input.trendColumn === null
    ? [flag, ...years]
    : [flag, ...years, { column: input.trendColumn, word: 'Diễn biến các năm trước' }];
}

function periodHead(column: PeriodColumn, reporting: Round): ColumnHead {
  return { ...keyed(column), word: periodWord(column, reporting) };
}

function periodWord(column: PeriodColumn, reporting: Round): string {
  const period = parsePeriod(column.period);
  if (period === null) return column.period;
  const word = vintageWords[column.vintage];
  if (period.frequency !== 'year') {
    const isBefore = period.year < reporting.year;
    return isBefore ? `Cùng kỳ: ${periodName(period)}` : `${word} ${periodName(period)}`;
  }
  const isWhole = reporting.frequency !== 'year' && period.year === reporting.year;
  return isWhole ? `${word} cả năm ${period.year}` : yearWord(column);
}

function yearWord({ period, vintage }: PeriodColumn): string {
  return `${vintageWords[vintage]} năm ${period}`;
}

function keyed({ column, period, vintage }: PeriodColumn): { column: number; key: string } {
  return { column, key: columnKey(period, vintage, 'value') };
}
