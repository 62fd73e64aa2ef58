import { isInput } from '../../../core/returned/align/align-sheet.ts';
import type { SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { openDamaged } from '../../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../../core/repair/repair-workbook.ts';
import type { Repaired } from '../../../core/repair/repaired.ts';
import { parseColumnKey } from '../../../core/workbook/contract.ts';
import type { WorkbookDefinition } from '../../../core/workbook/definition.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../../core/sheet/model.ts';
import { readMeta } from '../../../core/returned/read-meta.ts';
import { factsOf } from '../check/structure/facts-of.ts';

/** A content that stands nowhere else in a workbook, so that it can be followed through a repair. */
export type Token = number | string;

let last = 0;
const tokens = new Set<unknown>();

/** The next number or text that was never used before. */
export function newToken(kind: 'number' | 'text'): Token {
  last += 1;
  const token = kind === 'number' ? 7_000_000 + last + 0.125 : `chữ số ${last}`;
  tokens.add(token);
  return token;
}

/** Repairs a file of a workbook that is known to be no larger than one. */
export function repairedFrom(facts: WorkbookFacts, definition: WorkbookDefinition): Repaired {
  const repaired = repairWorkbook(openDamaged(facts), definition);
  if (!repaired) throw new Error('too much');
  return repaired;
}

/** The sheet of a name in a file. */
export function sheetFactsIn({ sheets }: WorkbookFacts, name: string): SheetFacts {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A workbook whose every input cell holds a token of its own, and where each of them stands. */
export interface Filled {
  model: WorkbookModel;
  facts: WorkbookFacts;
  definition: WorkbookDefinition;
  /** `sheet!index` of each token's cell in the template. */
  home: ReadonlyMap<Token, string>;
}

/** Types into every input cell, the cover's too. */
export function filled(issued: WorkbookModel): Filled {
  const home = new Map<Token, string>();
  const sheets = issued.sheets.map((sheet) => {
    const cells = new Map(sheet.cells);
    for (const [index, cell] of cells) {
      if (!isInput(cell)) continue;
      const token = newToken(cell.style === 'input' ? 'number' : 'text');
      cells.set(index, { ...cell, value: token });
      home.set(token, `${sheet.name}!${index}`);
    }
    return { ...sheet, cells };
  });
  const model = { ...issued, sheets };
  const facts = factsOf(model);
  const { definition } = readMeta(facts.sheets);
  if (typeof definition !== 'object') throw new Error(`definition ${definition}`);
  return { model, facts, definition, home };
}

/** Where the tokens of a repaired workbook are: in which input cell, or listed. */
export function whereabouts({ model, unplaced }: Repaired): {
  cells: Map<unknown, string>;
  listed: Set<unknown>;
} {
  const cells = new Map<unknown, string>();
  for (const sheet of model.sheets) {
    for (const [index, cell] of sheet.cells) {
      if (isInput(cell) && cell.value !== undefined) cells.set(cell.value, `${sheet.name}!${index}`);
    }
  }
  return { cells, listed: new Set(unplaced.map(({ value }) => value)) };
}

/** Every token that a file still holds as something typed. */
export function tokensIn(facts: WorkbookFacts): Set<Token> {
  const found = new Set<Token>();
  for (const { cells } of facts.sheets) {
    for (const { value, formula } of cells) {
      if (formula === null && tokens.has(value)) found.add(value as Token);
    }
  }
  return found;
}

/** A sheet of facts with its cells changed one by one; null takes a cell out. */
export function mapCells(
  sheet: SheetFacts,
  change: (cell: SheetFacts['cells'][number]) => SheetFacts['cells'][number] | null,
): SheetFacts {
  return { ...sheet, cells: sheet.cells.flatMap((cell) => change(cell) ?? []) };
}

/** Deletes a row or a column: what stands behind it moves up. */
export function without(sheet: SheetFacts, axis: 'row' | 'column', place: number): SheetFacts {
  return mapCells(sheet, (cell) => {
    if (cell[axis] === place) return null;
    return cell[axis] > place ? { ...cell, [axis]: cell[axis] - 1 } : cell;
  });
}

/** The cells of a keyed column of figures on a sheet of a model. */
export function inputsOf(model: WorkbookModel, name: string, field = 'value'): CellModel[] {
  const sheet = sheetOf(model, name);
  return [...sheet.cells.values()].filter((cell) => {
    const key = sheet.cells.get(cellIndex(1, cell.column))?.value;
    return isInput(cell) && typeof key === 'string' && parseColumnKey(key)?.field === field;
  });
}

export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}
