import type { TypedCell, TypedFigures } from '../rules/typed.ts';
import { parseFigure, type Figure } from '../observation/figure.ts';
import { buildWorkbook } from '../template/build.ts';
import { cellText } from '../sheet/cell-text.ts';
import { parseRowKey } from '../observation/key.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { setHeight, wrappedHeight } from '../sheet/draft.ts';
import { fingerprint, plainCells } from '../workbook/fingerprint.ts';
import { figureOfUnit } from '../returned/figure-of-unit.ts';
import { knownFromReturned, withPrintedSources } from '../returned/known-from-returned.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../sheet/model.ts';
import type { ReturnedWorkbook } from '../returned/read.ts';
import { parseUnitKey } from '../workbook/contract.ts';
import type { KnownFigures } from '../workbook/request.ts';
import type { CellData } from './repaired.ts';
import { placeId, type Slot, type Slots } from './slots.ts';

/** What is to stand in input cells of the template, by `placeId`; null for a cell that was left blank. */
export type Contents = ReadonlyMap<string, CellData | null>;

/** Days since 1900 of the years 2000 to 2100. */
const DAYS = { from: 36_526, to: 73_415 };
/** What spreadsheet programs that count dates from 1904 lack. */
const DAYS_1904 = 1_462;
const TAGS_OF_PROGRESS: ReadonlySet<string | undefined> = new Set(['form.left', 'progress']);

/**
 * Builds the template around the contents. What somebody left blank stays blank, cells whose row or column
 * is gone hold what the workbook was issued with.
 * @param issued the template as it was issued
 */
export function fillIn(
  definition: WorkbookDefinition,
  issued: WorkbookModel,
  slots: Slots,
  contents: Contents,
  { date1904 }: { date1904: boolean },
): WorkbookModel {
  const said = { untouched: fingerprint(plainCells({ sheets: issued.sheets })), definition };
  const raw = (slot: Slot): CellData | null => {
    const typed = contents.get(placeId(slot.sheet, slot.row, slot.column));
    if (typed !== undefined) return typed;
    return issued.sheets[slot.sheet]?.cells.get(cellIndex(slot.row, slot.column))?.value ?? null;
  };
  const known = withPrintedSources(knownFromReturned({ definition, ...readBack(slots, raw) }), definition);
  const ofUnit = figureOfUnit(unitsBack(slots, raw));
  const typed = typedIn(slots, raw);
  const model = buildWorkbook(requestOf(definition, known, ofUnit), said, typed);
  const unreadable = unreadableFigures(slots, raw);
  if (unreadable.size > 0) {
    const shown = buildWorkbook(
      requestOf(definition, withUnreadable(known, unreadable), ofUnit),
      said,
      typed,
    );
    takeResults(model, shown);
  }
  for (const [place, content] of contents) {
    const [sheet = 0, index = 0] = place.split(':').map(Number);
    const sheetModel = model.sheets[sheet];
    const cell = sheetModel?.cells.get(index);
    if (!sheetModel || !cell) continue;
    const blank: CellModel = { ...cell };
    delete blank.value;
    if (content === null) {
      sheetModel.cells.set(index, blank);
      continue;
    }
    const isDate = !slots.at.has(place) && typeof content === 'number' && isDay(content, date1904);
    const filled: CellModel = isDate
      ? { ...blank, value: content + (date1904 ? DAYS_1904 : 0), format: 'dd/mm/yyyy' }
      : { ...blank, value: content };
    sheetModel.cells.set(index, filled);
    if (typeof content === 'string' && cell.style === 'inputText') {
      const width = sheetModel.columns[cell.column - 1]?.width ?? 10;
      const height = sheetModel.rows.get(cell.row)?.height ?? 0;
      setHeight(sheetModel, cell.row, Math.max(height, wrappedHeight(content, width)));
    }
  }
  return model;
}

/** Figures and reasons as they stand in their cells: the results of the check are about these. */
function typedIn(slots: Slots, raw: (slot: Slot) => CellData | null): TypedFigures {
  const cells = new Map<string, TypedCell>();
  const reasons = new Map<string, string>();
  for (const slot of slots.all.values()) {
    const value = raw(slot);
    if (slot.field === 'value') {
      cells.set(`${slot.rowKey}|${slot.period}|${slot.vintage}`, { place: {}, raw: value });
    }
    const text = slot.field === 'reason' ? cellText(value).trim() : '';
    if (text !== '') reasons.set(slot.rowKey, text);
  }
  return { cells, reasons };
}

/** The keyed contents as a reader of the filled workbook will find them. */
function readBack(
  slots: Slots,
  raw: (slot: Slot) => CellData | null,
): Pick<ReturnedWorkbook, 'observations' | 'baselines'> {
  const observations: ReturnedWorkbook['observations'] = [];
  const baselines = new Map<string, ReturnedWorkbook['baselines'][number]>();
  for (const slot of slots.all.values()) {
    const key = parseRowKey(slot.rowKey);
    if (!key) continue;
    const value = raw(slot);
    const { period, vintage } = slot;
    if (slot.field === 'value' && vintage !== '_') {
      const figure = parseFigure(value) ?? null;
      if (figure === null) continue;
      observations.push({ unit: '', reporter: '', note: null, ...key, period, vintage, figure });
    }
    if (slot.field === 'baseYear' || slot.field === 'baseValue' || slot.field === 'baseSource') {
      const entry = baselines.get(slot.rowKey) ?? { ...key, year: null, value: null, source: null };
      baselines.set(slot.rowKey, entry);
      if (slot.field === 'baseYear' && typeof value === 'number') entry.year = value;
      if (slot.field === 'baseValue' && typeof value === 'number') entry.value = value;
      if (slot.field === 'baseSource') entry.source = cellText(value).trim() || null;
    }
  }
  return { observations, baselines: [...baselines.values()] };
}

/** The figures of communes as a reader of the filled workbook will find them. */
function unitsBack(
  slots: Slots,
  raw: (slot: Slot) => CellData | null,
): { unit: string; observations: ReturnedWorkbook['observations'] }[] {
  return [...slots.all.values()].flatMap((slot) => {
    const unit = parseUnitKey(slot.rowKey);
    const key = slot.figure === undefined ? null : parseRowKey(slot.figure);
    const figure = unit === null || key === null ? null : (parseFigure(raw(slot)) ?? null);
    const { period, vintage } = slot;
    if (unit === null || key === null || figure === null || vintage === '_') return [];
    return [{ unit, observations: [{ unit, reporter: '', note: null, ...key, period, vintage, figure }] }];
  });
}

/** Texts that stand for a figure and are none, by figure and period, as formulas pass them on. */
function unreadableFigures(slots: Slots, raw: (slot: Slot) => CellData | null): Map<string, string> {
  const unreadable = new Map<string, string>();
  for (const slot of slots.all.values()) {
    const value = slot.field === 'value' ? raw(slot) : null;
    if (typeof value !== 'string' || parseFigure(value) !== undefined) continue;
    unreadable.set(`${slot.rowKey}|${slot.period}`, value.replaceAll(/ +/gu, ' ').trim().toLowerCase());
  }
  return unreadable;
}

/** Formulas show an unreadable text as it is and judge it as no number; so must their stored results. */
function withUnreadable(known: KnownFigures, unreadable: ReadonlyMap<string, string>): KnownFigures {
  return {
    ...known,
    figure: (key, period) =>
      (unreadable.get(`${key}|${period}`) as Figure | undefined) ?? known.figure(key, period),
  };
}

/** The results of another build of the same workbook, but for the counts of what is filled in. */
function takeResults(model: WorkbookModel, other: WorkbookModel): void {
  model.sheets.forEach((sheet, at) => {
    for (const [index, cell] of sheet.cells) {
      const result = other.sheets[at]?.cells.get(index)?.result;
      if (cell.formula === undefined || result === undefined || TAGS_OF_PROGRESS.has(cell.tag)) continue;
      sheet.cells.set(index, { ...cell, result });
    }
  });
}

/** A day typed into a cell for text comes back as its number; only the cover has such cells. */
function isDay(content: number, date1904: boolean): boolean {
  const days = content + (date1904 ? DAYS_1904 : 0);
  return Number.isInteger(days) && days >= DAYS.from && days <= DAYS.to;
}
