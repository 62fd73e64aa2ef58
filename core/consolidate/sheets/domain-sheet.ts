import { putAcross } from '../../sheet/across.ts';
import { cellAddress } from '../../sheet/address.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { pagesAcross } from '../../sheet/page.ts';
import { LEAST_SCALE } from './list-sheet.ts';
import { stateSaid } from '../../store/words.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { FigureColumn } from '../columns.ts';
import { ALL } from '../consolidate.ts';
import { addsUp, isIncluded } from '../totals.ts';
import type { BookRequest } from './request.ts';
import { HEAD, NOT_ASKED, SIDE, type Grid } from './grid.ts';
import { provinceCells, putGroupSide, putTotals } from './group-totals.ts';
import { totalCells } from './total-formulas.ts';
import { unitFigure } from './unit-figure.ts';

/** Last column of the words about marks: they are read without scrolling. */
const MARKS_TO = SIDE.state + 14;

const WIDTHS = { id: 17, name: 24, state: 13, figure: 13, mark: 4 };

/** The sheet of a domain: totals and their coverage first, then a row for every unit. */
export function domainSheet(
  request: BookRequest,
  grid: Grid,
  { name, columns }: Grid['sheets'][number],
  sources: { sheet: string; rowOf: (column: string) => { row: number; count: number } | null },
): SheetModel {
  const { found, words, paper } = request;
  const sheet = newSheet(
    name,
    [WIDTHS.id, WIDTHS.name, WIDTHS.state, ...columns.flatMap(() => [WIDTHS.figure, WIDTHS.mark])],
    {
      freeze: { rows: HEAD.source, columns: SIDE.state },
      titleRows: [HEAD.indicator, HEAD.adds],
      titleColumns: [SIDE.id, SIDE.state],
      printTo: SIDE.state + 2 * columns.length,
      paper,
    },
  );
  sheet.pagesAcross = pagesAcross(sheet, LEAST_SCALE);
  putHead(sheet, request);
  for (const { column, at } of columns) putColumnHead(sheet, column, at, request, sources);
  for (const group of found.groups) {
    putGroupSide(
      sheet,
      group.id === ALL && group.name === '' ? words.all : group.name,
      grid.groupRow(group.id),
      request,
    );
    for (const { column, at } of columns) {
      const total = found.totals.find((one) => one.group === group.id && one.column === column.key);
      if (!total) continue;
      const cells = {
        ...totalCells(column, group, total, { grid, words }),
        ...provinceCells(column, total, request),
      };
      putTotals(sheet, column, at, grid.groupRow(group.id), cells, total, request);
    }
  }
  const { id: idColumn, name: nameColumn, state: stateColumn } = SIDE;
  const rows = new Map(found.rows.map((row) => [row.unit.id, row]));
  for (const id of grid.units) {
    const row = grid.unitRow(id);
    const { unit, line } = rows.get(id) ?? {};
    put(sheet, row, SIDE.key, 'hiddenKey', id);
    put(sheet, row, idColumn, 'wrapped', id);
    put(sheet, row, nameColumn, 'wrapped', unit?.name ?? id);
    put(sheet, row, stateColumn, 'wrapped', line ? stateSaid(line, request.language) : '');
  }
  for (const { column, at } of columns) {
    const total = found.totals.find((one) => one.group === ALL && one.column === column.key);
    const isMixed = total !== undefined && total.units > 0 && total.units < grid.units.length;
    for (const id of grid.units) putUnit(sheet, column, at, id, { request, grid, isMixed });
  }
  return sheet;
}

function putHead(sheet: SheetModel, { found, words, title, line }: BookRequest): void {
  const { round } = found;
  put(sheet, HEAD.title, SIDE.id, 'title', `${title}: ${sheet.name}`);
  setHeight(sheet, HEAD.title, 24);
  put(sheet, HEAD.subtitle, SIDE.id, 'subtitle', line);
  const usual = words.usual(words.vintages[round.vintage]);
  putAcross(sheet, HEAD.marks, 'hint', `${usual} ${words.marks}`, Math.min(sheet.columns.length, MARKS_TO));
  for (const [at, text] of words.gridHeads.entries()) {
    put(sheet, HEAD.indicator, SIDE.id + at, 'header', text);
    sheet.merges.push(`${cellAddress(HEAD.indicator, SIDE.id + at)}:${cellAddress(HEAD.adds, SIDE.id + at)}`);
  }
}

function putColumnHead(
  sheet: SheetModel,
  column: FigureColumn,
  at: number,
  { words, language }: BookRequest,
  sources: { sheet: string; rowOf: (column: string) => { row: number; count: number } | null },
): void {
  const { indicator, stratum, key } = column;
  const width = WIDTHS.figure + WIDTHS.mark;
  const name = indicator.name[language];
  const stratumName = stratum?.name[language] ?? words.whole;
  const adds = column.parts ? words.adds.ratio : addsUp(column) ? words.adds.sum : words.adds.none;
  put(sheet, 1, at, 'hiddenKey', key);
  const heads: [number, string][] = [
    [HEAD.indicator, name],
    [HEAD.stratum, stratumName],
    [HEAD.unit, indicator.unit],
    [HEAD.adds, adds],
  ];
  for (const [row, text] of heads) {
    put(sheet, row, at, 'header', text);
    sheet.merges.push(`${cellAddress(row, at)}:${cellAddress(row, at + 1)}`);
    const height = Math.max(sheet.rows.get(row)?.height ?? 0, wrappedHeight(text, width));
    setHeight(sheet, row, height);
  }
  const source = sources.rowOf(key);
  if (source === null) return;
  put(sheet, HEAD.source, at, 'link', {
    value: words.source(source.count),
    link: `'${sources.sheet}'!B${source.row}`,
  });
  sheet.merges.push(`${cellAddress(HEAD.source, at)}:${cellAddress(HEAD.source, at + 1)}`);
}

function putUnit(
  sheet: SheetModel,
  column: FigureColumn,
  at: number,
  unit: string,
  { request, grid, isMixed }: { request: BookRequest; grid: Grid; isMixed: boolean },
): void {
  const { found } = request;
  const row = grid.unitRow(unit);
  if (!isIncluded(column, unit, found.cell)) {
    put(sheet, row, at, 'notAsked');
    put(sheet, row, at + 1, 'small', isMixed ? NOT_ASKED : null);
    return;
  }
  const { mark, ...cell } = unitFigure(column, unit, { request, grid });
  put(sheet, row, at, 'computed', { ...cell, format: figureFormat(column.indicator) });
  put(sheet, row, at + 1, 'small', mark === '' ? null : mark);
}
