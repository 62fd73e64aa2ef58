import { asReported } from '../../base/number.ts';
import { decimalsOf } from '../../catalogue/decimals.ts';
import type { Figure } from '../../observation/figure.ts';
import type { Vintage } from '../../observation/vintage.ts';
import { cellAddress } from '../../sheet/address.ts';
import { putAcross } from '../../sheet/across.ts';
import { newSheet, put, setHeight, wrappedHeight, type CellExtra } from '../../sheet/draft.ts';
import type { SheetModel, StyleName, WorkbookModel } from '../../sheet/model.ts';
import { pagesAcross } from '../../sheet/page.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { FigureColumn } from '../columns.ts';
import { ALL, type Consolidation, type GroupTotal } from '../consolidate.ts';
import { lackingSaid } from '../lacking.ts';
import type { ProvinceFigure } from '../province.ts';
import { bookMeta } from '../sheets/book-meta.ts';
import { LEAST_SCALE, listSheet, type ListCell } from '../sheets/list-sheet.ts';
import type { BookRequest } from '../sheets/request.ts';
import { unitNames } from '../unit-names.ts';
import type { PublicFigures } from './public.ts';
import { saidBy } from './publication.ts';
import { publicWords, type PublicWords } from './words.ts';

interface PublicRequest extends BookRequest {
  may: PublicFigures;
}

const HEAD = { title: 2, subtitle: 3, note: 4, signs: 5, indicator: 6, stratum: 7, unit: 8 };
const SIDE = { id: 2, name: 3 };
const WIDTHS = { id: 17, name: 26, figure: 13 };
/** Last column of the notes: they are read without scrolling. */
const NOTES_TO = 12;

/**
 * The workbook of a round to be published: a sheet per domain and the sources of what is shown. It holds values and
 * no formulas, rounded as they are reported, and nothing about levels, decisions, reasons or figures that do not
 * count. That of a piece of a province has no totals: what its units come to is published nowhere else, and `may`
 * does not know of it.
 */
export function publicBook(request: PublicRequest): WorkbookModel {
  const { found } = request;
  const domains = [...found.catalogue.domains.values()].flatMap(({ id, sheet }) => {
    const columns = found.columns.filter(({ indicator }) => indicator.domain === id);
    return columns.length === 0 ? [] : [domainSheet(sheet, columns, request)];
  });
  const sheets = [...domains, sourceSheet(request)];
  return {
    title: publicWords[request.language].title,
    created: found.round.cutOff,
    sheets: [...sheets, bookMeta(sheets)],
  };
}

function domainSheet(name: string, columns: readonly FigureColumn[], request: PublicRequest): SheetModel {
  const { found, words, language, line, paper, may } = request;
  const own = publicWords[language];
  const last = SIDE.name + columns.length;
  const sheet = newSheet(name, [WIDTHS.id, WIDTHS.name, ...columns.map(() => WIDTHS.figure)], {
    freeze: { rows: HEAD.unit, columns: SIDE.name },
    titleRows: [HEAD.indicator, HEAD.unit],
    titleColumns: [SIDE.id, SIDE.name],
    printTo: last,
    paper,
  });
  sheet.pagesAcross = pagesAcross(sheet, LEAST_SCALE);
  put(sheet, HEAD.title, SIDE.id, 'title', `${own.title}: ${name}`);
  setHeight(sheet, HEAD.title, 24);
  put(sheet, HEAD.subtitle, SIDE.id, 'subtitle', line);
  const across = Math.min(Math.max(last, SIDE.name + 1), NOTES_TO);
  putAcross(sheet, HEAD.note, 'hint', own.note(may.threshold), across);
  const lacking = request.isPiece ? '' : lackingSaid(found, language);
  putAcross(sheet, HEAD.signs, 'hint', [own.signs, lacking].join(' ').trim(), across);
  words.gridHeads.slice(0, 2).forEach((text, at) => {
    put(sheet, HEAD.indicator, SIDE.id + at, 'header', text);
    sheet.merges.push(`${cellAddress(HEAD.indicator, SIDE.id + at)}:${cellAddress(HEAD.unit, SIDE.id + at)}`);
  });
  columns.forEach(({ indicator, stratum }, at) => {
    const heads: [number, string][] = [
      [HEAD.indicator, indicator.name[language]],
      [HEAD.stratum, stratum?.name[language] ?? words.whole],
      [HEAD.unit, indicator.unit],
    ];
    for (const [row, text] of heads) {
      put(sheet, row, SIDE.name + 1 + at, 'header', text);
      const height = Math.max(sheet.rows.get(row)?.height ?? 0, wrappedHeight(text, WIDTHS.figure));
      setHeight(sheet, row, height);
    }
  });
  let row = HEAD.unit + 1;
  for (const { id, name: group } of request.isPiece ? [] : found.groups) {
    const totals = columns.map((column) => ({
      column,
      total: found.totals.find((one) => one.group === id && one.column === column.key) ?? null,
    }));
    const cells = totals.map(({ column, total }) => totalCells(column, total, request));
    for (const [at, [kind, label]] of Object.entries(own.rows).entries()) {
      put(sheet, row, SIDE.id, 'section', at > 0 ? null : id === ALL && group === '' ? words.all : group);
      put(sheet, row, SIDE.name, 'section', label);
      cells.forEach((one, column) => {
        putFigure(sheet, row, SIDE.name + 1 + column, one[kind as keyof PublicWords['rows']], 'target');
      });
      row += 1;
    }
  }
  for (const { unit } of found.rows) {
    put(sheet, row, SIDE.id, 'wrapped', unit.id);
    put(sheet, row, SIDE.name, 'wrapped', unit.name);
    columns.forEach((column, at) => {
      const isHidden = may.hidesUnit(unit.id, column.key);
      const isMarked = isUnexplained(found, unit.id, column);
      const cell = isHidden ? own.hidden : shown(saidBy(found, unit.id, column), column, isMarked);
      const isBlank = cell === null && !column.asked.has(unit.id);
      putFigure(sheet, row, SIDE.name + 1 + at, cell, isBlank ? 'notAsked' : 'computed');
    });
    row += 1;
  }
  return sheet;
}

function putFigure(sheet: SheetModel, row: number, column: number, cell: PublicCell, style: StyleName): void {
  put(sheet, row, column, typeof cell === 'string' ? 'centered' : style, cell);
}

type PublicCell = CellExtra | string | null;

function totalCells(
  column: FigureColumn,
  total: GroupTotal | null,
  { found, may, language, words }: PublicRequest,
): Record<keyof PublicWords['rows'], PublicCell> {
  const { hidden } = publicWords[language];
  const isHidden = may.hidesTotal(column.key, total?.group ?? ALL);
  const figure = (value: Figure, isMarked: boolean) =>
    value !== null && isHidden ? hidden : shown(value, column, isMarked);
  const members = found.groups.find(({ id }) => id === total?.group)?.members ?? [];
  const isSumMarked = members.some((unit) => isUnexplained(found, unit, column));
  const by = total?.decided?.by;
  const isDecidedMarked = by === 'units' ? isSumMarked : isReportMarked(by ? total?.[by] : null);
  const count = (value: number) => (total === null || total.coverage.of === 0 ? null : { value });
  const isProvince = total !== null && (total.group !== ALL || found.groups.length === 1);
  return {
    total: figure(total?.value ?? null, isSumMarked),
    entered: count(total?.coverage.entered ?? 0),
    of: count(total?.coverage.of ?? 0),
    record: figure((isProvince ? total.record?.figure : null) ?? null, isReportMarked(total?.record)),
    own: figure((isProvince ? total.own?.figure : null) ?? null, isReportMarked(total?.own)),
    decided: figure(total?.decided?.value ?? null, isDecidedMarked),
    by: total?.decided ? words.decides[total.decided.by] : null,
  };
}

/** Whether what somebody reports for a province is still to be explained. */
function isReportMarked(one: ProvinceFigure | null | undefined): boolean {
  const cells = one ? [one.cell, one.parts?.numerator, one.parts?.denominator] : [];
  return cells.some((cell) => cell?.state === 'to-explain');
}

/** A figure at the decimals in which it is reported: more of them would say more than the figure. */
function shown(figure: Figure, { indicator }: FigureColumn, isMarked = false): PublicCell {
  if (typeof figure !== 'number') return isMarked && figure !== null ? `${figure}*` : figure;
  const format = figureFormat(indicator);
  // The mark is a part of the format: what is marked stays a number.
  return {
    value: asReported(figure, decimalsOf(indicator)),
    format: isMarked
      ? format
          .split(';')
          .map((part) => `${part}"*"`)
          .join(';')
      : format,
  };
}

/** Whether what a unit says in a column is still to be explained: its figure, or a part of the share it did not report. */
function isUnexplained({ cell }: Consolidation, unit: string, { key, parts }: FigureColumn): boolean {
  const own = cell(unit, key);
  const behind =
    own.counts || parts === null
      ? [own]
      : [parts.numerator, parts.denominator].map((part) => cell(unit, part));
  return behind.some(({ counts, state }) => counts && state === 'to-explain');
}

/** Where the figures that are shown come from. */
function sourceSheet({ found, sources, words, language, line, paper, may }: PublicRequest): SheetModel {
  const names = unitNames(found);
  const own = publicWords[language];
  const lines = sources.flatMap(({ column, cell, of }): ListCell[][] => {
    const isUnit = names.has(cell.unit);
    const isHidden = isUnit ? may.hidesUnit(cell.unit, column.key) : may.hidesTotal(column.key, cell.unit);
    if (!cell.counts || isHidden) return [];
    const value = cell.value === null ? cell.sign : Number(cell.value);
    return [
      [
        column.indicator.name[language],
        column.stratum?.name[language] ?? words.whole,
        cell.unit,
        names.get(cell.unit) ?? cell.unit,
        cell.entry.reporter,
        shown(value, column, cell.state === 'to-explain'),
        words.vintages[cell.entry.vintage as Vintage],
        of?.received.slice(0, 10) ?? '',
      ],
    ];
  });
  const title = `${own.title}: ${words.sheets.sources}`;
  const widths = [40, 20, 14, 26, 16, 14, 12, 13];
  const { sheet } = listSheet(
    words.sheets.sources,
    { title, line, heads: own.sourceHeads, widths, paper },
    lines,
  );
  return sheet;
}
