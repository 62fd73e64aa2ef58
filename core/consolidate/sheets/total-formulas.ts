import { storedResult } from '../../base/number.ts';
import type { CellExtra } from '../../sheet/draft.ts';
import type { GroupTotal } from '../consolidate.ts';
import { addsUp, type TotalGroup } from '../totals.ts';
import type { FigureColumn } from '../columns.ts';
import type { ConsolidationWords } from '../words.ts';
import { NOT_ASKED, TOTAL_ROWS, type Grid, type TotalRow } from './grid.ts';

/** Larger than any figure: `"<9E+99"` is every number and no text. */
const NUMBERS = '"<9E+99"';

/** What the cells of a total are made with. */
interface TotalRowsRequest {
  /** Address of another cell of the total. */
  cell: (row: TotalRow) => string;
  words: ConsolidationWords;
  /** Whether there is anything to add up. */
  hasUnits: boolean;
  /** Formulas of the sum or share, and of how many have a figure and how many owe one. */
  formulas: () => { sum: string; entered: string; of: string };
}

/** The cells of a total: a formula over the figures of the units, and the result it will show. */
export function totalCells(
  column: FigureColumn,
  group: TotalGroup,
  total: GroupTotal,
  { grid, words }: { grid: Grid; words: ConsolidationWords },
): Partial<Record<TotalRow, CellExtra>> {
  const { sheet: from } = grid.place(column.key);
  const first = grid.groupRow(group.id);
  return totalRows(column, total, {
    cell: (row) => grid.reference(column.key, first + TOTAL_ROWS.indexOf(row), from),
    words,
    hasUnits: group.members.length > 0,
    formulas: () => ({
      sum: addsUp(column) ? sumFormula(column, group, grid) : '',
      ...coverageFormulas(column, group, total, grid),
    }),
  });
}

/** The cells of a total, of which only those over the figures differ between workbooks. */
export function totalRows(
  column: FigureColumn,
  total: GroupTotal,
  { cell, words, hasUnits, formulas }: TotalRowsRequest,
): Partial<Record<TotalRow, CellExtra>> {
  const { entered, of } = total.coverage;
  const { none, some } = words.completeness;
  // What lacks units that nobody here knows of is never whole.
  const all = total.isPart ? some : words.completeness.all;
  const judged = entered === 0 ? none : entered === of ? all : some;
  const made = hasUnits ? formulas() : { sum: '', entered: '0', of: '0' };
  const coverage = {
    entered: { formula: made.entered, result: entered },
    of: { formula: made.of, result: of },
    whole: {
      formula: `IF(${cell('entered')}=0,"${none}",IF(${cell('entered')}=${cell('of')},"${all}","${some}"))`,
      result: judged,
    },
  };
  const result = total.decided === null ? '' : storedResult(total.decided.value);
  const { record, own, units } = words.decides;
  const said = (address: string) => `OR(ISNUMBER(${address}),${address}="-")`;
  // A sum that lacks units is shown with its coverage, and stands for nobody.
  const isWhole = `${cell('entered')}=${cell('of')}`;
  // What does not add up is never made of the units' figures.
  const other = addsUp(column) ? 'total' : total.department === null ? 'own' : null;
  const otherwise = other && cell(other);
  const holds = otherwise && (other === 'total' ? `AND(${isWhole},${said(otherwise)})` : said(otherwise));
  const word = other === 'total' ? units : own;
  const isDecided = total.isPart
    ? {}
    : {
        decided: {
          formula: `IF(${said(cell('record'))},SUM(${cell('record')}),${otherwise ? `IF(${holds},SUM(${otherwise}),"")` : '""'})`,
          result,
        },
        by: {
          formula: `IF(${said(cell('record'))},"${record}",${otherwise ? `IF(${holds},"${word}","")` : '""'})`,
          result: total.decided === null ? '' : words.decides[total.decided.by],
        },
      };
  if (!hasUnits) return isDecided;
  if (!addsUp(column)) return { ...coverage, ...isDecided };
  const sum = {
    formula: `IF(${cell('entered')}=0,"",${made.sum})`,
    result: total.value === null ? '' : storedResult(total.value),
    tag: 'total',
  };
  return { total: sum, ...coverage, ...isDecided };
}

/** Sum of the units, or the sum of numerators over the sum of denominators of the units that have both. */
function sumFormula({ key, parts }: FigureColumn, group: TotalGroup, grid: Grid): string {
  const { sheet: from } = grid.place(key);
  if (parts === null) return `SUM(${grid.range(key, group, from)})`;
  const { above, below, same } = pairs({ key, parts }, group, grid);
  const numerators = `SUMIFS(${above},${same})`;
  const denominators = [NUMBERS, '"-"'].map((sign) => `SUMIFS(${below},${same},${above},${sign})`).join('+');
  return `${parts.per}*${numerators}/(${denominators})`;
}

/** Units with a figure, and units that have one to give; what does not apply (`x`) is in neither. */
function coverageFormulas(
  { key, parts }: FigureColumn,
  group: TotalGroup,
  { units }: GroupTotal,
  grid: Grid,
): { entered: string; of: string } {
  const { sheet: from } = grid.place(key);
  if (parts === null) {
    const range = grid.range(key, group, from);
    return { entered: `COUNT(${range})+COUNTIF(${range},"-")`, of: `${units}-COUNTIF(${range},"x")` };
  }
  const { above, below, own, same } = pairs({ key, parts }, group, grid);
  if (units === 0) return { entered: '0', of: '0' };
  const none = [
    `(${above}="x")`,
    `(${below}="x")`,
    `(${own}="x")`,
    `(${below}="-")`,
    // Gnumeric takes ISNUMBER of a range for one value; a blank cell equals 0 too.
    `(${below}=0)*(${below}<>"")`,
  ];
  return {
    entered: [NUMBERS, '"-"'].map((sign) => `COUNTIFS(${same},${above},${sign})`).join('+'),
    of: `${units}-SUMPRODUCT((${none.join('+')}>0)*(${grid.marks(key, group)}<>"${NOT_ASKED}"))`,
  };
}

/** Ranges of numerators, denominators and shares, and the condition on the units that are divided. */
function pairs(
  { key, parts }: { key: string; parts: NonNullable<FigureColumn['parts']> },
  group: TotalGroup,
  grid: Grid,
) {
  const { sheet: from } = grid.place(key);
  const range = (column: string) => grid.range(column, group, from);
  const [above, below, own] = [range(parts.numerator), range(parts.denominator), range(key)];
  return { above, below, own, same: `${below},">0",${own},"<>x"` };
}
