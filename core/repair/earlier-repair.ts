import type { FormulaCell, SheetFacts } from '../sheet/facts.ts';
import { foundSheet, type FoundSheet } from '../returned/align/found-sheet.ts';
import { reporter } from '../base/finding.ts';
import { repairMessages } from './messages.ts';
import { note } from './note.ts';
import type { DamagedSheet } from './found-sheets.ts';
import { cellData, isBlank, type Noted } from './repaired.ts';
import {
  ABOUT_WORD,
  BLANK_TITLE,
  SHEET_HINT,
  SHEET_TITLE,
  UNPLACED_SHEET,
  UNPLACED_TITLE,
  VERIFY_TITLE,
  WORDS,
} from './unplaced-sheet.ts';

const report = reporter(repairMessages);
/** Heads of the lists that earlier versions made. */
const EARLIER_WORDS: ReadonlyMap<string | undefined, string> = new Map([[ABOUT_WORD, 'Mã']]);
const NUMBER = 0;
const WHY = WORDS.length - 1;
const TITLES = [UNPLACED_TITLE, VERIFY_TITLE, BLANK_TITLE];

/** Whether a sheet is the list that an earlier repair made. */
export function isEarlierList({ name }: Pick<SheetFacts, 'name'>): boolean {
  return name === UNPLACED_SHEET;
}

/**
 * What an earlier repair listed stays listed, with the place in the file it was made of; what was typed
 * beside the lists is noted like any cell of a foreign sheet.
 */
export function earlierList(facts: SheetFacts): { unplaced: Noted[]; toVerify: Noted[] } {
  const found = foundSheet(facts);
  const unplaced: Noted[] = [];
  const toVerify: Noted[] = [];
  let list = unplaced;
  let columns: readonly number[] | null = null;
  for (const row of [...found.byRow.keys()].sort((a, b) => a - b)) {
    const cells = (found.byRow.get(row) ?? []).filter(
      ({ value, formula }) => !isBlank(value) || formula !== null,
    );
    const rest = cells.filter(({ value }) => value !== SHEET_TITLE && value !== SHEET_HINT);
    if (rest.some(({ value }) => value === UNPLACED_TITLE)) list = unplaced;
    if (rest.some(({ value }) => value === VERIFY_TITLE)) list = toVerify;
    // What was blank then is filled in by now, or missing for everybody to see.
    if (rest.some(({ value }) => value === BLANK_TITLE)) list = [];
    const heads = headColumns(rest);
    if (heads) {
      columns = heads;
      continue;
    }
    const listed = columns && readLine(found, row, columns);
    if (listed) list.push(listed.noted);
    for (const cell of rest) {
      const isTitle = TITLES.some((title) => title === cell.value);
      if (isTitle || listed?.columns.includes(cell.column)) continue;
      unplaced.push(note('repair-foreign-sheet', foreignSheet(found), cell, {}));
    }
  }
  return { unplaced, toVerify };
}

function headColumns(cells: readonly FormulaCell[]): number[] | null {
  const columns = WORDS.map(
    (word) => cells.find(({ value }) => value === word || value === EARLIER_WORDS.get(word))?.column,
  );
  return columns.every((column) => column !== undefined) ? columns : null;
}

/** A line of the list; null where something of it is gone, so that it is kept cell by cell. */
function readLine(
  found: FoundSheet,
  row: number,
  columns: readonly number[],
): { noted: Noted; columns: readonly number[] } | null {
  const values = columns.map((column) =>
    cellData((found.byRow.get(row) ?? []).find((cell) => cell.column === column)?.value ?? null),
  );
  const [number, sheet, cell, of, label, value, why] = values;
  if (!/^\d+$/u.test(String(values[NUMBER])) || values[WHY] === '') return null;
  if (typeof sheet !== 'string' || typeof cell !== 'string' || sheet === '' || cell === '') return null;
  if (number === undefined || value === undefined || why === undefined) return null;
  const orNull = (text: string | number | undefined) =>
    text === undefined || text === '' ? null : String(text);
  const about = orNull(of);
  return {
    columns,
    noted: {
      sheet,
      cell,
      key: null,
      about: about === null ? null : { vi: about, en: about },
      label: orNull(label),
      value,
      finding: report('repair-listed-before', { sheet, cell }, { found: value, formula: null }),
      why: String(why),
    },
  };
}

/** A sheet that is not of the template. */
export function foreignSheet(found: FoundSheet): DamagedSheet {
  const none = new Map();
  return {
    found,
    aligned: null,
    otherWorkbook: null,
    rows: none,
    columns: none,
    otherNames: none,
    otherHeads: none,
    sorted: null,
    exchanged: null,
    label: (key) => ({ vi: key, en: key }),
  };
}
