import { storedResult } from '../../base/number.ts';
import { putAcross } from '../../sheet/across.ts';
import { cellAddress } from '../../sheet/address.ts';
import { newSheet, put, setHeight, wrappedHeight, type CellExtra } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { pagesAcross } from '../../sheet/page.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { FigureColumn } from '../columns.ts';
import { ALL } from '../consolidate.ts';
import { coverWords } from '../cover-words.ts';
import { addsUp, type Total } from '../totals.ts';
import type { CoverColumn, CoverGrid } from './cover-grid.ts';
import type { CoverRequest } from './cover-request.ts';
import { HEAD, SIDE, TOTAL_ROWS } from './grid.ts';
import { provinceCells, putGroupSide, putTotals } from './group-totals.ts';
import { LEAST_SCALE } from './list-sheet.ts';
import { totalRows } from './total-formulas.ts';

const WIDTHS = { id: 17, name: 30, file: 30, value: 14, count: 9 };
/** Last column of the note: it is read without scrolling. */
const NOTE_TO = SIDE.state + 8;

/** A domain in the workbook that covers several: totals of all groups, then what each file comes to. */
export function coverSheet(
  request: CoverRequest,
  grid: CoverGrid,
  { name, columns }: CoverGrid['sheets'][number],
): SheetModel {
  const { found, language, title, line, paper, words } = request;
  const own = coverWords[language];
  const across = columns.flatMap(({ has }) => has);
  const widths = [
    WIDTHS.id,
    WIDTHS.name,
    WIDTHS.file,
    ...across.map((one) => (one === 'entered' || one === 'of' ? WIDTHS.count : WIDTHS.value)),
  ];
  const sheet = newSheet(name, widths, {
    freeze: { rows: HEAD.source, columns: SIDE.state },
    titleRows: [HEAD.indicator, HEAD.source],
    titleColumns: [SIDE.id, SIDE.state],
    printTo: SIDE.state + across.length,
    paper,
  });
  sheet.pagesAcross = pagesAcross(sheet, LEAST_SCALE);
  put(sheet, HEAD.title, SIDE.id, 'title', `${title}: ${name}`);
  setHeight(sheet, HEAD.title, 24);
  put(sheet, HEAD.subtitle, SIDE.id, 'subtitle', line);
  putAcross(sheet, HEAD.marks, 'hint', own.note, Math.min(sheet.columns.length, NOTE_TO));
  for (const [at, text] of [...words.gridHeads.slice(0, 2), own.file].entries()) {
    put(sheet, HEAD.indicator, SIDE.id + at, 'header', text);
    sheet.merges.push(
      `${cellAddress(HEAD.indicator, SIDE.id + at)}:${cellAddress(HEAD.source, SIDE.id + at)}`,
    );
  }
  for (const [file, { name: of, file: path, part }] of request.parts.entries()) {
    const row = grid.fileRow(file);
    put(sheet, row, SIDE.key, 'hiddenKey', `${part.province}|${part.at}`);
    put(sheet, row, SIDE.id, 'wrapped', part.province);
    put(sheet, row, SIDE.name, 'wrapped', of);
    put(sheet, row, SIDE.state, 'wrapped', path);
  }
  for (const group of found.groups)
    putGroupSide(
      sheet,
      group.id === ALL && group.name === '' ? words.all : group.name,
      grid.groupRow(group.id),
      request,
    );
  for (const placed of columns) putColumn(sheet, placed, request, grid);
  return sheet;
}

function putColumn(
  sheet: SheetModel,
  { column, at, has }: CoverGrid['sheets'][number]['columns'][number],
  request: CoverRequest,
  grid: CoverGrid,
): void {
  const { found, parts, words } = request;
  putHead(sheet, column, { at, has }, request);
  const columnOf = (one: CoverColumn) => at + has.indexOf(one);
  const totals = parts.map(
    ({ found: part }) => part.totals.find(({ column: key }) => key === column.key) ?? null,
  );
  for (const [file, total] of totals.entries()) {
    const row = grid.fileRow(file);
    for (const one of has) {
      const format = formatOf(column, one, found.columns);
      put(sheet, row, columnOf(one), total === null ? 'notAsked' : 'computed', {
        ...(total && partCell(column, total, one, (other) => cellAddress(row, columnOf(other)))),
        ...(format === null ? {} : { format }),
      });
    }
  }
  for (const group of found.groups) {
    const total = found.totals.find((one) => one.group === group.id && one.column === column.key);
    if (!total) continue;
    const files = parts.flatMap(({ part }, file) =>
      group.id === ALL || part.province === group.id ? [grid.fileRow(file)] : [],
    );
    const range = (one: CoverColumn) => {
      const [top = 0, bottom = 0] = [files[0], files.at(-1)];
      return `${cellAddress(top, columnOf(one))}:${cellAddress(bottom, columnOf(one))}`;
    };
    const first = grid.groupRow(group.id);
    const cells = {
      ...totalRows(column, total, {
        cell: (row) => cellAddress(first + TOTAL_ROWS.indexOf(row), at),
        words,
        hasUnits: files.length > 0,
        formulas: () => ({
          sum:
            column.parts === null
              ? `SUM(${range('value')})`
              : `${column.parts.per}*SUM(${range('above')})/SUM(${range('below')})`,
          entered: `SUM(${range('entered')})`,
          of: `SUM(${range('of')})`,
        }),
      }),
      ...provinceCells(column, total, request),
    };
    putTotals(sheet, column, at, first, cells, total, request);
    for (let row = first; row < first + TOTAL_ROWS.length; row += 1)
      for (let other = 2; other < has.length; other += 1) put(sheet, row, at + other, 'notAsked');
  }
}

/** As figures of the column are shown, or of what is divided; null of counts of units. */
function formatOf(column: FigureColumn, one: CoverColumn, columns: readonly FigureColumn[]): string | null {
  if (one === 'entered' || one === 'of') return null;
  const key =
    one === 'above' ? column.parts?.numerator : one === 'below' ? column.parts?.denominator : column.key;
  return figureFormat((columns.find((each) => each.key === key) ?? column).indicator);
}

/** What a file comes to: the figures as they stand in it; a share over its numerator and denominator. */
function partCell(
  column: FigureColumn,
  { sum, value, coverage, parts }: Total,
  one: CoverColumn,
  address: (other: CoverColumn) => string,
): CellExtra {
  switch (one) {
    case 'entered':
    case 'of':
      return { value: coverage[one] };
    case 'above':
      return parts === null ? {} : { value: Number(parts.numerator) };
    case 'below':
      return parts === null ? {} : { value: Number(parts.denominator) };
    case 'value':
      if (!addsUp(column) || value === null) return {};
      return column.parts === null
        ? { value: Number(sum) }
        : {
            formula: `${column.parts.per}*${address('above')}/${address('below')}`,
            result: storedResult(value),
          };
  }
}

function putHead(
  sheet: SheetModel,
  column: FigureColumn,
  { at, has }: { at: number; has: readonly CoverColumn[] },
  { words, language }: CoverRequest,
): void {
  const { indicator, stratum, key, parts } = column;
  put(sheet, 1, at, 'hiddenKey', key);
  const width = has.length * WIDTHS.count;
  const heads: [number, string][] = [
    [HEAD.indicator, indicator.name[language]],
    [HEAD.stratum, stratum?.name[language] ?? words.whole],
    [HEAD.unit, indicator.unit],
    [HEAD.adds, parts ? words.adds.ratio : addsUp(column) ? words.adds.sum : words.adds.none],
  ];
  for (const [row, text] of heads) {
    put(sheet, row, at, 'header', text);
    sheet.merges.push(`${cellAddress(row, at)}:${cellAddress(row, at + has.length - 1)}`);
    setHeight(sheet, row, Math.max(sheet.rows.get(row)?.height ?? 0, wrappedHeight(text, width)));
  }
  for (const [offset, one] of has.entries())
    put(sheet, HEAD.source, at + offset, 'header', coverWords[language].columns[one]);
}
