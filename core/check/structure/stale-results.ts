import { parseFigure } from '../../observation/figure.ts';
import { fold } from '../../base/text.ts';
import { SHEET_COLUMNS } from '../../sheet/address.ts';
import { cellIndex, cellPlace, type CellModel } from '../../sheet/model.ts';
import { isInput, type AlignedSheet } from '../../returned/align/align-sheet.ts';
import { formulaSpot, type ComparedFormula } from './compared-formulas.ts';
import type { Area } from './formula-comparison.ts';
import type { FormulaCell } from '../../sheet/facts.ts';
import { plainValue, type Spot } from './fold.ts';
import { hasLostKeys } from '../../returned/align/keyed-sheets.ts';
import { isSameNumber } from '../../sheet/same-number.ts';
import { staleFigures } from './stale-figures.ts';
import type { StructureContext } from './structure-rule.ts';

/**
 * Stored results beside those core computes. What reads a cell that is itself changed, lost or not readable
 * shows something else for that reason, and is not judged.
 */
export function staleResults(context: StructureContext): {
  stale: Spot[];
  passed: number;
  notEvaluable: number;
} {
  const { formulas, recomputed } = context;
  if (recomputed === null) return { stale: [], passed: 0, notEvaluable: formulas.length };
  const compared = formulas.filter(({ state }) => state === 'same');
  const different: Different[] = [];
  let notEvaluable = formulas.length - compared.length;
  for (const formula of compared) {
    const sheet = recomputed.sheets[formula.sheet.index];
    const cell = sheet?.cells.get(cellIndex(formula.cell.row, formula.cell.column));
    if (cell?.result === undefined || cell.formula !== formula.cell.formula) notEvaluable += 1;
    else if (!isSameResult(formula.found?.value ?? null, cell.result)) {
      different.push({ formula, result: cell.result });
    }
  }
  const passed = compared.length - different.length - (notEvaluable - (formulas.length - compared.length));
  if (different.length === 0) return { stale: [], passed, notEvaluable };
  const doubtful = dependentsOf(context, changedCells(context));
  const stale = different.filter(
    ({ formula: { sheet, cell } }) => !doubtful.has(idOf(sheet.index, cell.row, cell.column)),
  );
  return {
    stale: [...stale.filter(isSeen), ...stale.filter((one) => !isSeen(one))].map(spotOf),
    passed,
    notEvaluable: notEvaluable + different.length - stale.length,
  };
}

/** A formula whose stored result differs. */
interface Different {
  formula: ComparedFormula;
  result: number | string;
}

/** What only formulas read stands in hidden columns; of a sheet with more, what people see is named. */
function isSeen({ formula: { cell } }: Different): boolean {
  return cell.style !== 'hiddenKey';
}

function spotOf({ formula, result }: Different): Spot {
  const { cell } = formula;
  const found = plainValue(formula.found?.value ?? null);
  if (cell.style !== 'hiddenKey' && !isCountOrCode(cell))
    return { ...formulaSpot(formula), found, expected: result };
  // A year, a count or a check number is no figure of the indicator in whose row or unit it stands.
  return { ...formulaSpot(formula), key: null, found: written(found, cell), expected: written(result, cell) };
}

/** Years, counts and check numbers are shown without separators. */
function isCountOrCode({ format }: CellModel): boolean {
  return format !== undefined && /^0+$/u.test(format);
}

/** A whole number as its cell shows it; what has fractions is none of these. */
function written(value: string | number | null, { format = '' }: CellModel): string | number | null {
  return Number.isInteger(value) ? String(value).padStart(format.length, '0') : value;
}

function isSameResult(found: FormulaCell['value'], expected: number | string): boolean {
  if (typeof expected === 'number') return typeof found === 'number' && isSameNumber(found, expected);
  if (found === null) return expected === '';
  return typeof found === 'string' && (found === expected || fold(found) === fold(expected));
}

/** Sheets have fewer cells. */
const SHEET = 2 ** 35;

/** Cells of all sheets in one number. */
function idOf(sheet: number, row: number, column: number): number {
  return sheet * SHEET + cellIndex(row, column);
}

/** Columns of all sheets in one number. */
function columnId(sheet: number, column: number): number {
  return sheet * (SHEET_COLUMNS + 1) + column;
}

/** Expected cells whose content is not what the results should be computed from. */
function changedCells(context: StructureContext): Set<number> {
  const { alignment, expected, formulas, print, repeated } = context;
  // Of a truth value, too, the cause is said alone.
  const truths = context.numbers.filter(({ doubt }) => doubt?.why === 'truth');
  const stale = new Set(
    [...staleFigures(context).map(({ number }) => number), ...truths].map(({ cell }) => cell),
  );
  const changed = new Set<number>();
  const add = (sheet: AlignedSheet, row: number, column: number) =>
    changed.add(idOf(sheet.index, row, column));
  for (const { sheet, cell, state } of formulas) if (state !== 'same') add(sheet, cell.row, cell.column);
  for (const { sheet, cell, state } of print) if (state !== 'same') add(sheet, cell.row, cell.column);
  for (const sheet of alignment.sheets) {
    // Of a sheet of another workbook nothing is read.
    const isLost = hasLostKeys(sheet) || alignment.foreign.has(sheet.found);
    for (const cell of sheet.expected.cells.values()) {
      if (!isInput(cell)) continue;
      const row = sheet.rows.found(cell.row);
      const column = sheet.columns.found(cell.column);
      const isPlaced = row !== undefined && column !== undefined && !isLost;
      const there = isPlaced ? sheet.found.cells.get(cellIndex(row, column)) : undefined;
      const value = isPlaced ? (there?.value ?? null) : undefined;
      const hasNoResult = there !== undefined && there.formula !== null && there.value === null;
      const isUnreadable = value === undefined || (value !== null && typeof value === 'object');
      // A figure that its formula does not give is said by its own rule; whatever reads it follows from it.
      const isStale = there !== undefined && stale.has(there);
      if (isUnreadable || hasNoResult || isStale || isUnsure(cell, value)) {
        add(sheet, cell.row, cell.column);
      }
    }
  }
  const missing = new Set(alignment.missing);
  expected.sheets.forEach((sheet, index) => {
    if (!missing.has(sheet)) return;
    for (const { row, column } of sheet.cells.values()) changed.add(idOf(index, row, column));
  });
  for (const { kept, other } of repeated.conflicts) {
    for (const place of [kept, other]) {
      const sheet = alignment.sheets.find(({ found }) => found === place.sheet);
      const row = sheet?.rows.expected(place.row);
      const column = sheet?.columns.expected(place.column);
      if (sheet && row !== undefined && column !== undefined) add(sheet, row, column);
    }
  }
  return changed;
}

/**
 * Unreadable figures; and reasons, which programs that compute nothing write into a file too. A source that was filled
 * in beforehand and still stands there is none.
 */
function isUnsure({ style, value: issued }: CellModel, value: number | string | boolean | null): boolean {
  return style === 'input' ? parseFigure(value) === undefined : value !== null && value !== issued;
}

/** Cells that formulas read together, and those formulas. */
interface Range extends Area {
  readers: number[];
}

/** Everything that reads one of the cells, directly or through others; the cells themselves are in it. */
function dependentsOf(context: StructureContext, cells: Set<number>): Set<number> {
  const { ofCells, ofRanges } = readersIn(context);
  const reached = new Set(cells);
  const reach = (readers: readonly number[]) => {
    for (const reader of readers) reached.add(reader);
  };
  // A set hands out what is added to it while it is walked.
  for (const cell of reached) {
    reach(ofCells.get(cell) ?? []);
    const { row, column } = cellPlace(cell % SHEET);
    const id = columnId(Math.floor(cell / SHEET), column);
    const ranges = ofRanges.get(id);
    if (ranges === undefined) continue;
    const isOutside = ({ top, bottom }: Area) => row < top || row > bottom;
    const left = ranges.filter(isOutside);
    if (left.length === ranges.length) continue;
    for (const range of ranges) if (!isOutside(range)) reach(range.readers);
    // One cell of it is enough.
    ofRanges.set(id, left);
  }
  return reached;
}

/** Who reads which cells and, by {@link columnId}, which ranges: the same few are read by hundreds of formulas. */
function readersIn({ formulas, comparison }: StructureContext) {
  const ofCells = new Map<number, number[]>();
  const byArea = new Map<string, Range>();
  const ofRanges = new Map<number, Range[]>();
  for (const { sheet, cell } of formulas) {
    const reader = idOf(sheet.index, cell.row, cell.column);
    for (const piece of comparison.pieces(cell.formula)) {
      if (typeof piece === 'string') continue;
      const index = comparison.sheetOf(sheet, piece)?.index;
      if (index === undefined) continue;
      const { top, left, bottom, right } = piece;
      if (top === bottom && left === right) {
        const read = idOf(index, top, left);
        const known = ofCells.get(read);
        if (known) known.push(reader);
        else ofCells.set(read, [reader]);
        continue;
      }
      const id = `${index} ${top} ${left} ${bottom} ${right}`;
      const known = byArea.get(id);
      if (known) known.readers.push(reader);
      else {
        const range = { ...piece, readers: [reader] };
        byArea.set(id, range);
        for (let column = left; column <= right; column += 1) {
          const others = ofRanges.get(columnId(index, column));
          if (others) others.push(range);
          else ofRanges.set(columnId(index, column), [range]);
        }
      }
    }
  }
  return { ofCells, ofRanges };
}
