import type { SheetFacts, WorkbookFacts } from '../sheet/facts.ts';
import { openReturn, type OpenedReturn } from '../returned/open-return.ts';
import { foundSheet } from '../returned/align/found-sheet.ts';
import { metaKinds, sheetNames } from '../workbook/contract.ts';
import { metaColumns } from '../workbook/meta-entries.ts';
import { cellIndex, type WorkbookModel } from '../sheet/model.ts';
import { note } from './note.ts';
import { foreignSheet } from './earlier-repair.ts';
import { isBlank, type Noted } from './repaired.ts';

const KINDS: readonly string[] = metaKinds;
/** Values that may be others than in the workbook built anew: number of a layout, checksums, pieces of a definition. */
const MADE = /^(?:\d|[\da-f]{8,})$|["{}[\]]/u;

/** Opens a damaged file as any other that was returned, with its `_meta` whatever somebody called that sheet. */
export function openDamaged(facts: WorkbookFacts): OpenedReturn {
  return openReturn(withMeta(facts));
}

/** The file with `_meta` under its own name; readers find it by name. */
function withMeta(facts: WorkbookFacts): WorkbookFacts {
  if (facts.sheets.some(({ name }) => name === sheetNames.meta)) return facts;
  const renamed = facts.sheets.find(isMeta);
  if (!renamed) return facts;
  return {
    ...facts,
    sheets: facts.sheets.map((sheet) => (sheet === renamed ? { ...sheet, name: sheetNames.meta } : sheet)),
  };
}

/**
 * What somebody typed on `_meta`: beside its entries, or over one.
 * @param issued the workbook built anew, whose `_meta` says what its entries are
 */
export function typedOnMeta(facts: WorkbookFacts, issued: WorkbookModel): Noted[] {
  const sheet = facts.sheets.find(({ name }) => name === sheetNames.meta);
  if (!sheet) return [];
  const found = foundSheet(sheet);
  const entries = issued.sheets.find(({ name }) => name === sheetNames.meta)?.cells.values() ?? [];
  const ours = new Set([...entries].map(({ value }) => String(value)));
  return sheet.cells
    .filter(({ value, formula }) => !isBlank(value) || formula !== null)
    .filter(({ row, column, value }) => {
      const kind = found.cells.get(cellIndex(row, metaColumns.kind))?.value;
      const isEntry = typeof kind === 'string' && KINDS.includes(kind);
      if (!isEntry || column < metaColumns.kind || column > metaColumns.value) return true;
      const text = String(value);
      return !ours.has(text) && !(column === metaColumns.value && MADE.test(text));
    })
    .map((cell) => note('repair-foreign-sheet', foreignSheet(found), cell, {}));
}

function isMeta({ cells }: SheetFacts): boolean {
  const kinds = new Set(cells.filter(({ column }) => column === metaColumns.kind).map(({ value }) => value));
  return kinds.has('info') && kinds.has('row') && kinds.has('column');
}
