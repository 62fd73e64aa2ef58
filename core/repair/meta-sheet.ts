import type { SheetFacts, WorkbookFacts } from '../sheet/facts.ts';
import { openReturn, type OpenedReturn } from '../returned/open-return.ts';
import { foundSheet } from '../returned/align/found-sheet.ts';
import { metaKinds, sheetNames } from '../workbook/contract.ts';
import { metaColumns } from '../workbook/meta-entries.ts';
import { cellIndex } from '../sheet/model.ts';
import { note } from './note.ts';
import { foreignSheet } from './earlier-repair.ts';
import { isBlank, type Noted } from './repaired.ts';

const KINDS: readonly string[] = metaKinds;

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

/** What somebody typed on `_meta` beside its entries. */
export function typedOnMeta(facts: WorkbookFacts): Noted[] {
  const sheet = facts.sheets.find(({ name }) => name === sheetNames.meta);
  if (!sheet) return [];
  const found = foundSheet(sheet);
  return sheet.cells
    .filter(({ value, formula }) => !isBlank(value) || formula !== null)
    .filter(({ row, column }) => {
      const kind = found.cells.get(cellIndex(row, metaColumns.kind))?.value;
      const isEntry = typeof kind === 'string' && KINDS.includes(kind);
      return !isEntry || column < metaColumns.kind || column > metaColumns.value;
    })
    .map((cell) => note('repair-foreign-sheet', foreignSheet(found), cell, {}));
}

function isMeta({ cells }: SheetFacts): boolean {
  const kinds = new Set(cells.filter(({ column }) => column === metaColumns.kind).map(({ value }) => value));
  return kinds.has('info') && kinds.has('row') && kinds.has('column');
}
