import type { Language } from '../../core/base/finding.ts';
import { severityWords } from '../../core/wording/place.ts';
import { fold } from '../../core/base/text.ts';
import { parseAddress } from '../../core/sheet/address.ts';
import { CHECK_MARK_PREFIX, isCheckMark } from '../../core/workbook/contract.ts';
import { keyedCells, type KeyedCell } from '../../core/returned/keyed-cells.ts';
import type { SheetCells } from '../../core/sheet/facts.ts';
import type { PlacedMark } from '../pane/workbench.ts';

const LONGEST = 100;

/** A text for a cell; '' empties it. */
export interface CellText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly text: string;
}

/** What marking would write. */
export interface MarkPlan {
  /** New and changed marks, with how many findings each speaks for; 0 for marks that go. */
  readonly texts: readonly (CellText & { readonly findings: number })[];
  /** Findings whose mark stands already as it should, and the cells in which it does. */
  readonly unchanged: number;
  readonly unchangedCells: number;
  /** Findings beside a mark of the officer's own, which stays. */
  readonly kept: number;
  /** Findings without a row that has a mark column: about a sheet, or on a sheet without one. */
  readonly unplaced: number;
}

/**
 * Where errors and warnings are to be marked: in the mark column of their row, found by the row's key in what
 * stands in the sheets now. A row says its worst finding and how many more there are.
 * @param marks worst first; notes are passed over
 */
export function planMarks(
  sheets: readonly SheetCells[],
  marks: readonly PlacedMark[],
  language: Language,
): MarkPlan {
  const cells = markCells(sheets);
  const wanted = new Map<KeyedCell, PlacedMark[]>();
  let unplaced = 0;
  for (const mark of marks) {
    if (mark.severity === 'note') continue;
    const cell = cellFor(mark, cells);
    const said = cell && wanted.get(cell);
    if (!cell) unplaced += 1;
    else if (said) said.push(mark);
    else wanted.set(cell, [mark]);
  }
  const texts: MarkPlan['texts'][number][] = [];
  let kept = 0;
  let unchanged = 0;
  let unchangedCells = 0;
  for (const cell of cells) {
    const said = wanted.get(cell) ?? [];
    const text = textOf(said, language);
    if (cell.value === text || (said.length === 0 && !isOurs(cell))) {
      unchanged += said.length;
      if (said.length > 0) unchangedCells += 1;
    } else if (!isFree(cell)) kept += said.length;
    else texts.push({ ...placeOf(cell), text, findings: said.length });
  }
  return { texts, unchanged, unchangedCells, kept, unplaced };
}

/** Marks of ours that stand in the sheets, to be emptied. */
export function marksToClear(sheets: readonly SheetCells[]): CellText[] {
  return markCells(sheets)
    .filter(isOurs)
    .map((cell) => ({ ...placeOf(cell), text: '' }));
}

/** Keys alone: marks are placed in what stands in Excel now, and opening it as a return would read all the rest. */
function markCells(sheets: readonly SheetCells[]): KeyedCell[] {
  return (keyedCells(sheets) ?? []).filter(({ field }) => field === 'mark');
}

/** By key, because rows may have moved; of rows that were copied, the one the finding is about. */
function cellFor({ sheet, cell, key }: PlacedMark, cells: readonly KeyedCell[]): KeyedCell | undefined {
  const row = parseAddress(cell)?.row;
  const there = cells.filter((one) => one.sheet === sheet);
  const ofRow = there.find((one) => one.row === row);
  if (key === null || ofRow?.rowKey === key) return ofRow;
  return there.find((one) => one.rowKey === key);
}

function textOf(marks: readonly PlacedMark[], language: Language): string {
  const [first, ...others] = marks;
  if (!first) return '';
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  const text = fold(`${CHECK_MARK_PREFIX}${severityWords[first.severity][language]}: ${first.text}`);
  const room = LONGEST - more.length;
  return `${text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`}${more}`;
}

/** Whether what a cell holds was written by marking. */
export function isOurMark(value: unknown): boolean {
  return typeof value === 'string' && isCheckMark(value);
}

function isOurs({ value, formula }: KeyedCell): boolean {
  return formula === null && isOurMark(value);
}

function isFree(cell: KeyedCell): boolean {
  return isOurs(cell) || (cell.formula === null && (cell.value === null || cell.value === ''));
}

function placeOf({ sheet, row, column, address }: KeyedCell): Omit<CellText, 'text'> {
  return { sheet, row, column, address };
}
