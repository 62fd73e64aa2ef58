import { cellAddress } from '../../sheet/address.ts';
import { put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel, Validation } from '../../sheet/model.ts';
import { numberText, readableNumber } from '../../base/number-text.ts';
import { countsWholeThings } from '../../catalogue/whole-things.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { whenNumbers } from '../../target/formula.ts';
import type { Series } from '../../target/series.ts';
import type { Unit } from '../../unit/unit.ts';
import { isAskedOf } from '../../workbook/asked.ts';
import { isByCommune } from '../../workbook/by-commune.ts';
import { endOfYear } from '../assignment/in-force.ts';
import { figureFormat, seriesFormats } from '../../workbook/formats.ts';
import { comparatorWords, figureName, movementWord, targetUnit } from '../../workbook/wording.ts';
import { storedResult } from '../../base/number.ts';
import { comparatorOf, type AssignedComparator } from '../assignment/assignment.ts';
import { lastYearRowKey } from './grid-contract.ts';
import {
  canBeAssigned,
  lastYear,
  prefilled,
  referencePath,
  unitColumns,
  type GridLayout,
  type GridRow,
} from './grid-layout.ts';
import type { GridRequest } from './grid-request.ts';
import { putTotals } from './grid-totals.ts';
import { planWords } from './plan-words.ts';

export const GRID_NAME_WIDTH = 46;
export const GRID_BODY_WIDTH = 30;
export const GRID_WORDS_WIDTH = 60;
const PROMPT_LENGTH = 250;

/** What the column of the path shows for a figure; null for nothing. */
export function pathShown(request: GridRequest, grid: GridRow): number | null {
  const path = referencePath(request, grid);
  return path === null ? null : storedResult(path);
}

/** Puts the row of a figure: what it is, a cell for each unit, what these make together; last year's below it. */
export function putGridRow(
  sheet: SheetModel,
  request: GridRequest,
  layout: GridLayout,
  grid: GridRow,
  number: number,
): void {
  const { row, key, series } = grid;
  const { indicator, stratum } = series;
  const name = figureName(indicator, stratum);
  const words = planWords(series, request.year);
  put(sheet, row, 1, 'hiddenKey', key);
  put(sheet, row, 2, 'centered', String(number));
  put(sheet, row, 3, 'wrapped', name);
  put(sheet, row, 4, 'centered', targetUnit(series));
  put(sheet, row, 5, 'centered', toReach(series, grid.comparator));
  const body = reportedBy(request, layout, series);
  const heights = [
    wrappedHeight(name, GRID_NAME_WIDTH),
    wrappedHeight(words, GRID_WORDS_WIDTH),
    wrappedHeight(body, GRID_BODY_WIDTH),
  ];
  setHeight(sheet, row, Math.max(...heights));
  const path = pathShown(request, grid);
  put(sheet, row, layout.pathColumn, 'computed', {
    ...(path === null ? {} : { value: path }),
    format: levelFormat(series, seriesFormats(series).path),
  });
  const format = seriesFormats(series).target;
  for (const { unit, column } of unitColumns(layout)) {
    if (!canBeAssigned(series, unit, request)) {
      put(sheet, row, column, 'notAsked');
      continue;
    }
    const value = prefilled(request, grid, unit)?.value ?? null;
    put(sheet, row, column, 'input', {
      ...(value === null ? {} : { value }),
      format,
      validation: valueValidation(request, grid, unit, cellAddress(row, column)),
    });
  }
  putTotals(sheet, request, layout, grid);
  putRecords(sheet, request, layout, grid);
  put(sheet, row, layout.bodyColumn, 'wrapped', body);
  put(sheet, row, layout.wordsColumn, 'small', words);
  if (grid.lastYearRow !== null) putLastYear(sheet, request, layout, grid, grid.lastYearRow);
}

/** "giảm ít nhất", "khoảng": a yearly change says which way it goes, as its value has no sign. */
function toReach(series: Series, comparator: AssignedComparator): string {
  const word = comparatorWords[comparatorOf(comparator)];
  const movement = movementWord(series);
  if (movement === '') return word;
  return comparator === 'equal' ? movement : `${movement} ${word}`;
}

/** Format of the figure itself in a row whose values are changes: its own unit is said beside it. */
function levelFormat(series: Series, base: string): string {
  const { isRate, addsUp } = kindOf(series);
  if (addsUp) return `${base}" (lũy kế)"`;
  return isRate ? `${base}" ${series.indicator.unit.replaceAll('"', '')}"` : base;
}

/** Last year's figures of the units, in the columns of their values. */
function putLastYear(
  sheet: SheetModel,
  request: GridRequest,
  layout: GridLayout,
  grid: GridRow,
  row: number,
): void {
  const { indicator } = grid.series;
  put(sheet, row, 1, 'hiddenKey', lastYearRowKey(grid.key));
  put(sheet, row, 3, 'small', `Thực hiện năm ${request.year - 1}`);
  put(sheet, row, 4, 'small', indicator.unit);
  const format = figureFormat(indicator);
  for (const { unit, column } of unitColumns(layout)) {
    const value = lastYear(request, grid, unit.id);
    put(sheet, row, column, 'computed', value === null ? null : { value, format });
  }
}

/** The body of record has to reach what the province has: shown, as one value is entered once. */
function putRecords(sheet: SheetModel, request: GridRequest, layout: GridLayout, grid: GridRow): void {
  const { row, series } = grid;
  const province = cellAddress(row, layout.provinceColumn);
  const value = prefilled(request, grid, layout.province)?.value ?? '';
  for (const { unit, column } of layout.departments) {
    if (isAskedOf(series, unit, request.catalogue))
      put(sheet, row, column, 'computed', {
        formula: whenNumbers([province], province),
        result: value,
        format: seriesFormats(series).target,
        tag: 'grid.record',
      });
    else put(sheet, row, column, 'notAsked');
  }
}

/** Who reports the figure; said where the units below the province are not asked for what they are assigned here. */
function reportedBy(request: GridRequest, layout: GridLayout, series: Series): string {
  const { catalogue, ever, year } = request;
  const { body } = series.indicator.source;
  const assignable = layout.members.filter((unit) => canBeAssigned(series, unit, request));
  if (series.stratum?.covers === 'units') return `${body}; chỉ tiêu chung của cả nhóm: giao ở cột của tỉnh`;
  if (assignable.length === 0) return `${body}; đơn vị dưới tỉnh không có số: giao ở cột của tỉnh`;
  if (assignable.some((unit) => isAskedOf(series, unit, catalogue))) return body;
  if (assignable.some(({ level }) => level === 'commune') && isByCommune(series, ever, endOfYear(year)))
    return `${body}, theo từng xã`;
  return `${body}; đơn vị dưới tỉnh không báo cáo: số giao cho đơn vị không có sổ nào dùng`;
}

/** A number; of a level within what is possible, of a count whole, of a change its size. */
function valueValidation(request: GridRequest, grid: GridRow, unit: Unit, address: string): Validation {
  const { series } = grid;
  const { indicator, direction } = series;
  const { isRate, isRelative, isSinceBase } = kindOf(series);
  const isSize = isRate && direction !== 'neutral';
  const [low, high] = (isRate ? null : indicator.hard) ?? [isSize ? 0 : null, null];
  const whole = countsWholeThings(indicator) && !isRelative;
  const conditions = [`ISNUMBER(${address})`];
  if (low !== null) conditions.push(`${address}>=${low}`);
  if (high !== null) conditions.push(`${address}<=${high}`);
  if (whole) conditions.push(`${address}=INT(${address})`);
  const movement = movementWord(series);
  const takes = [
    `Nhập số, đơn vị tính: ${targetUnit(series)}`,
    isSize ? `là mức ${movement} ${isSinceBase ? 'từ năm gốc' : 'trong năm'}, không ghi dấu trừ` : null,
    low !== null && high !== null ? `từ ${low} đến ${high}` : null,
    whole ? 'số nguyên' : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
  const before = lastYear(request, grid, unit.id);
  const known =
    before === null
      ? ''
      : ` Năm ${request.year - 1}: ${numberText(readableNumber(before), 'vi')} ${indicator.unit}.`;
  return {
    rule: { condition: `AND(${conditions.join(',')})` },
    promptTitle: 'Số giao',
    prompt: cut(`${takes}.${known} Kế hoạch: ${planWords(series, request.year)}`),
    errorTitle: 'Chưa đúng',
    error: cut(`${takes}.`),
  };
}

function cut(text: string): string {
  // An attribute holds no line break: XML readers make it a space.
  const folded = text.replaceAll(/\s+/gu, ' ');
  return folded.length <= PROMPT_LENGTH ? folded : `${folded.slice(0, PROMPT_LENGTH - 1)}…`;
}
