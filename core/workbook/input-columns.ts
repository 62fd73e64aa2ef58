import { vintageWords, type Vintage } from '../observation/vintage.ts';
import { lastMonth, parsePeriod, periodName } from '../period/period.ts';
import type { Round } from '../round/round.ts';
import type { StyleName } from '../sheet/model.ts';
import { columnKey } from './contract.ts';
import type { ColumnField } from './entry-fields.ts';

/** A column of figures on an input sheet: a year, or the part of a year a shorter round reports on. */
export interface PeriodColumn {
  column: number;
  /** SDMX period. */
  period: string;
  vintage: Vintage;
  /** Whether it belongs to the round itself, and so is owed and counts for the check number. */
  ofRound: boolean;
  /** Whether it holds sums from the start of the year, which only some figures have. */
  isSum?: true;
}

/** What decides which columns an input sheet has. */
export interface InputShape {
  /** Whether it is the form; else it is the sheet of shared counts. */
  isForm: boolean;
  /** The form shows numerator and denominator of a share on its line. */
  onOneLine: boolean;
  /** Periods of the printed columns of figures, from the left. */
  printed: readonly Omit<PeriodColumn, 'column'>[];
  /** Periods beside the printed form: the years before. */
  earlier: readonly Omit<PeriodColumn, 'column'>[];
}

/** A column of the input sheets, or of each of several periods one. */
interface InputColumn {
  id: string;
  /** On which sheets it stands; on all where nothing is said. */
  isOn?: (shape: InputShape) => boolean;
  /** The periods of which each has a column of this sort. */
  each?: 'printed' | 'earlier';
  /** On paper; or beside it: in sight, hidden, or in a group that can be folded. */
  shown: 'printed' | 'beside' | 'hidden' | 'folded';
  /** In digits of the default font; the names take what the others leave of the paper. */
  width: number | 'rest';
  /** Where a share takes one line, or there are sums from the start of the year: two columns more. */
  narrow?: number;
  /**
   * Where a share takes one line, if less still: a commune counts in hundred thousands at most, and every digit saved
   * is one more for the names, whose second lines make the one page small.
   */
  narrowest?: number;
  /** Words of the head; null for none. */
  head: ((reporting: Round, period: PeriodColumn | null) => string) | null;
  /** Below the head: a letter, or the next of the numbers that forms give their columns. */
  mark: string | 'number' | null;
  /** What is read back from it. */
  field: ColumnField | null;
  /** How the cell of a figure's row looks. */
  style: StyleName;
}

const isYearly = ({ frequency }: Round): boolean => frequency === 'year';
const onForm = ({ isForm }: InputShape): boolean => isForm;

/**
 * The columns of the input sheets from the second on, in order; the first holds the keys of rows. Their
 * places, heads, widths and keys all come from here.
 */
export const inputColumns = [
  {
    id: 'number',
    shown: 'printed',
    width: 5,
    narrow: 4,
    head: () => 'TT',
    mark: 'A',
    field: null,
    style: 'centered',
  },
  {
    id: 'name',
    shown: 'printed',
    width: 'rest',
    head: () => 'Chỉ tiêu',
    mark: 'B',
    field: null,
    style: 'wrapped',
  },
  {
    id: 'unit',
    shown: 'printed',
    width: 9,
    narrow: 7,
    head: () => 'Đơn vị tính',
    mark: 'C',
    field: null,
    style: 'centered',
  },
  {
    id: 'period',
    each: 'printed',
    shown: 'printed',
    width: 11,
    narrow: 9,
    narrowest: 8,
    head: periodWord,
    mark: 'number',
    field: 'value',
    style: 'input',
  },
  {
    id: 'numerator',
    isOn: ({ onOneLine }) => onOneLine,
    shown: 'printed',
    width: 8,
    head: ({ year }) => `Tử số ${year}`,
    mark: 'number',
    field: null,
    style: 'computed',
  },
  {
    id: 'denominator',
    isOn: ({ onOneLine }) => onOneLine,
    shown: 'printed',
    width: 8,
    head: ({ year }) => `Mẫu số ${year}`,
    mark: 'number',
    field: null,
    style: 'computed',
  },
  {
    id: 'result',
    isOn: onForm,
    shown: 'printed',
    width: 10,
    narrow: 9,
    narrowest: 8,
    head: (reporting) => `Kết quả ${isYearly(reporting) ? '' : 'ước cả '}năm ${reporting.year}`,
    mark: 'number',
    field: null,
    style: 'computed',
  },
  {
    id: 'plan',
    isOn: onForm,
    shown: 'printed',
    // A yearly change says its unit behind the number: ≥ 14,50 điểm %/năm. Its letters are wider than digits.
    width: 17,
    head: ({ year }) => `Kế hoạch năm ${year}`,
    mark: 'number',
    field: null,
    style: 'computed',
  },
  {
    id: 'percent',
    isOn: onForm,
    shown: 'printed',
    width: 8,
    narrowest: 7,
    head: (reporting) => (isYearly(reporting) ? '% kế hoạch' : '% kế hoạch (ước cả năm)'),
    mark: 'number',
    field: null,
    style: 'computed',
  },
  {
    id: 'before',
    isOn: onForm,
    shown: 'printed',
    width: 12,
    narrow: 9,
    narrowest: 9,
    head: (reporting) => `So ${isYearly(reporting) ? 'năm trước' : 'cùng kỳ'} (%; điểm)`,
    mark: 'number',
    field: null,
    style: 'computed',
  },
  {
    id: 'reason',
    shown: 'printed',
    width: 30,
    narrow: 24,
    head: () => 'Lý do, ghi chú',
    mark: 'number',
    field: 'reason',
    style: 'inputText',
  },
  // Paper is wide enough for sources only where there is no comparison with the plan.
  {
    id: 'source',
    isOn: ({ isForm }) => !isForm,
    shown: 'printed',
    width: 28,
    head: () => 'Nguồn số cấp sẵn',
    mark: 'D',
    field: null,
    style: 'small',
  },
  {
    id: 'flag',
    shown: 'beside',
    width: 11,
    head: () => 'Kiểm tra',
    mark: null,
    field: null,
    style: 'verdict',
  },
  {
    id: 'mark',
    shown: 'beside',
    width: 10,
    head: () => 'Đánh dấu',
    mark: null,
    field: 'mark',
    style: 'inputText',
  },
  { id: 'left', shown: 'hidden', width: 9, head: null, mark: null, field: null, style: 'hiddenKey' },
  { id: 'check', shown: 'hidden', width: 9, head: null, mark: null, field: null, style: 'hiddenKey' },
  { id: 'state', shown: 'hidden', width: 9, head: null, mark: null, field: null, style: 'hiddenKey' },
  {
    id: 'source',
    isOn: onForm,
    shown: 'beside',
    width: 36,
    head: () => 'Nguồn số cấp sẵn',
    mark: null,
    field: null,
    style: 'small',
  },
  {
    id: 'earlier',
    each: 'earlier',
    shown: 'folded',
    width: 12,
    head: periodWord,
    mark: null,
    field: 'value',
    style: 'input',
  },
  {
    id: 'trend',
    isOn: ({ earlier }) => earlier.length > 1,
    shown: 'beside',
    width: 16,
    head: () => 'Diễn biến các năm trước',
    mark: null,
    field: null,
    style: 'plain',
  },
] as const satisfies readonly InputColumn[];
export type InputColumnId = (typeof inputColumns)[number]['id'];

/** A column where it stands on one sheet; `period` is null but for columns of figures. */
export interface PlacedColumn extends Omit<InputColumn, 'id' | 'isOn' | 'each' | 'narrow' | 'narrowest'> {
  id: InputColumnId;
  column: number;
  period: PeriodColumn | null;
}

/** Numbers the columns a sheet has, from the second on. */
export function placeColumns(shape: InputShape): PlacedColumn[] {
  const placed: PlacedColumn[] = [];
  const isNarrow = shape.onOneLine || shape.printed.some(({ isSum }) => isSum);
  for (const { isOn, each, narrow, narrowest, ...sort } of inputColumns as readonly (InputColumn & {
    id: InputColumnId;
  })[]) {
    if (isOn && !isOn(shape)) continue;
    for (const period of each ? shape[each] : [null]) {
      const column = placed.length + 2;
      const least = shape.onOneLine ? (narrowest ?? narrow) : narrow;
      const width = isNarrow ? (least ?? sort.width) : sort.width;
      placed.push({ ...sort, width, column, period: period && { column, ...period } });
    }
  }
  return placed;
}

/** Key of a column that is read back; null for any other. */
export function keyOfColumn({ field, period }: PlacedColumn, reporting: Round): string | null {
  if (field === null) return null;
  const { period: of, vintage } = period ?? reporting;
  return columnKey(of, vintage, field);
}

function periodWord({ frequency, year }: Round, column: PeriodColumn | null): string {
  const period = column && parsePeriod(column.period);
  if (!period) return column?.period ?? '';
  const word = vintageWords[column.vintage];
  if (column.isSum) {
    const months = `lũy kế ${lastMonth(period)} tháng năm ${period.year}`;
    return column.ofRound ? `${word} ${months}` : `Kỳ trước: ${months}`;
  }
  if (period.frequency !== 'year') {
    return period.year < year ? `Cùng kỳ: ${periodName(period)}` : `${word} ${periodName(period)}`;
  }
  const isWhole = frequency !== 'year' && period.year === year;
  return `${word} ${isWhole ? 'cả ' : ''}năm ${period.year}`;
}
