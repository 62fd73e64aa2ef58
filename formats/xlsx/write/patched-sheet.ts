import { cellAddress, SHEET_COLUMNS } from '../../../core/sheet/address.ts';
import { cellIndex, type CellModel, type SheetModel } from '../../../core/sheet/model.ts';
import { MAX_ROW_HEIGHT } from '../../../core/sheet/page.ts';
import { formulaCell, plainCell } from './sheet-cells.ts';
import { xmlText } from './xml-text.ts';

/** What a sheet has otherwise in one of many workbooks. */
export interface SheetPatch {
  cells: readonly CellModel[];
  /** In points, by row. */
  heights: ReadonlyMap<number, number>;
  /** Rows after which a page ends; null where they stay. */
  breaks: readonly number[] | null;
}

/** A stretch of a part: text that stays, or a row or the rules of input, parts of which may change. */
export type Stretch =
  | { kept: string }
  | { row: Row }
  | { rules: string; validations: readonly (string | Rule)[] }
  | { breaks: string };

interface Row {
  number: number;
  /** Its start, each cell and its end; of a cell with a formula what stands before it, the formula and its result. */
  texts: readonly string[];
  /** Each cell as it stands, by address. */
  cells: ReadonlyMap<string, RowCell>;
}

interface RowCell {
  text: string;
  /** The element, or null where it has none. */
  formula: string | null;
  /** Where its texts begin among those of the row. */
  at: number;
}

/** A rule of input for one cell. */
interface Rule {
  address: string;
  text: string;
}

const ROW = /<row r="(\d+)"[^>]*?(?:\/>|>[^]*?<\/row>)/gu;
const CELL = /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>[^]*?<\/c>)/gu;
const LOOK = /^<c (r="[A-Z]+\d+" s="\d+")/u;
const FORMULA = /<f[^>]*?(?:\/>|>[^<]*<\/f>)/u;
const RULE = /<dataValidation [^>]*sqref="([A-Z]+\d+)"[^>]*>/gu;
const RULES = /<dataValidations[^]*?<\/dataValidations>/u;
const BREAKS = /<rowBreaks[^]*?<\/rowBreaks>/u;
const PROMPT = / prompt="[^"]*"/u;
const HEIGHT = / ht="[^"]*"/u;

/** Cuts the part of a sheet into stretches, with the rows by themselves whose cells may change. */
export function stretchesOf(part: string, changeable: ReadonlySet<number>): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { 0: text, 1: number, index } of part.matchAll(ROW)) {
    if (!changeable.has(Number(number))) continue;
    stretches.push({ kept: part.slice(from, index) }, { row: rowOf(Number(number), text) });
    from = index + text.length;
  }
  const rest = part.slice(from);
  const rules = changeable.size === 0 ? null : RULES.exec(rest);
  if (rules === null) return [...stretches, { kept: rest }];
  const end = rules.index + rules[0].length;
  return [
    ...stretches,
    { kept: rest.slice(0, rules.index) },
    { rules: rules[0], validations: rulesOf(rules[0]) },
    ...withBreaks(rest.slice(end)),
  ];
}

function withBreaks(rest: string): Stretch[] {
  const breaks = BREAKS.exec(rest);
  if (breaks === null) return [{ kept: rest }];
  const end = breaks.index + breaks[0].length;
  return [{ kept: rest.slice(0, breaks.index) }, { breaks: breaks[0] }, { kept: rest.slice(end) }];
}

/** As exceljs writes them. */
function breaksElement(rows: readonly number[]): string {
  const all = rows.map((row) => `<brk id="${row}" max="${SHEET_COLUMNS - 1}" man="1"/>`).join('');
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${all}</rowBreaks>`;
}

function rowOf(number: number, text: string): Row {
  const cells = new Map<string, RowCell>();
  const texts: string[] = [];
  let end = 0;
  for (const { 0: cell, 1: address = '', index } of text.matchAll(CELL)) {
    if (cells.size === 0) texts.push(text.slice(0, index));
    end = index + cell.length;
    const formula = FORMULA.exec(cell)?.[0] ?? null;
    cells.set(address, { text: cell, formula, at: texts.length });
    texts.push(...textsOfCell(cell, formula));
  }
  return { number, texts: [...texts, text.slice(end)], cells };
}

/** A formula mostly stays, and is most of its cell. */
function textsOfCell(cell: string, formula: string | null): string[] {
  if (formula === null) return [cell];
  const from = cell.indexOf(formula);
  return [cell.slice(0, from), formula, cell.slice(from + formula.length)];
}

function rulesOf(text: string): (string | Rule)[] {
  const parts: (string | Rule)[] = [];
  let from = 0;
  for (const { 0: rule, 1: address = '', index } of text.matchAll(RULE)) {
    parts.push(text.slice(from, index), { address, text: rule });
    from = index + rule.length;
  }
  return [...parts, text.slice(from)];
}

/**
 * The texts of stretches with what a patch changes in them.
 * @param sheet as it was written whole
 * @returns null where a cell is not to be had so: it is new, looks otherwise or is written with others
 */
export function patchedTexts(
  stretches: readonly Stretch[],
  sheet: SheetModel,
  { cells, heights, breaks }: SheetPatch,
): string[] | null {
  const byRow = new Map<number, CellModel[]>();
  const prompts = new Map<string, string>();
  for (const cell of cells) {
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
    if (cell.validation !== undefined)
      prompts.set(cellAddress(cell.row, cell.column), ` prompt="${xmlText(cell.validation.prompt)}"`);
  }
  let patched = 0;
  if (breaks !== null && (breaks.length === 0 || !stretches.some((one) => 'breaks' in one))) return null;
  const texts: string[] = [];
  for (const stretch of stretches) {
    if ('breaks' in stretch && breaks !== null) texts.push(breaksElement(breaks));
    else if ('row' in stretch) {
      const own = byRow.get(stretch.row.number) ?? [];
      const ofRow = patchedRow(stretch.row, sheet, own, heights.get(stretch.row.number));
      if (ofRow === null) return null;
      patched += own.length;
      texts.push(...ofRow);
    } else if ('validations' in stretch && prompts.size > 0)
      texts.push(
        stretch.validations
          .map((part) => {
            if (typeof part === 'string') return part;
            const prompt = prompts.get(part.address);
            return prompt === undefined ? part.text : part.text.replace(PROMPT, () => prompt);
          })
          .join(''),
      );
    else texts.push(...textsOf(stretch));
  }
  return patched === cells.length ? texts : null;
}

/** A stretch as it was written, in as many texts as it has with changes. */
export function textsOf(stretch: Stretch): readonly string[] {
  if ('kept' in stretch) return [stretch.kept];
  if ('row' in stretch) return stretch.row.texts;
  return ['breaks' in stretch ? stretch.breaks : stretch.rules];
}

function patchedRow(
  { texts, cells }: Row,
  sheet: SheetModel,
  changed: readonly CellModel[],
  height: number | undefined,
): readonly string[] | null {
  if (changed.length === 0 && height === undefined) return texts;
  const own = [...texts];
  for (const cell of changed) {
    const written = cells.get(cellAddress(cell.row, cell.column));
    const patched = patchedCell(written, sheet.cells.get(cellIndex(cell.row, cell.column)), cell);
    if (written === undefined || patched === null) return null;
    for (const [at, text] of textsOfCell(patched.text, patched.formula).entries())
      own[written.at + at] = text;
  }
  if (height !== undefined)
    own[0] = own[0]?.replace(HEIGHT, ` ht="${Math.min(height, MAX_ROW_HEIGHT)}"`) ?? '';
  return own;
}

/** No text of a cell that changes is kept among those that cells share. */
const NO_TABLE = {
  text: (text: string): number => {
    throw new RangeError(`"${text}" is a text of many cells.`);
  },
};

function patchedCell(
  written: RowCell | undefined,
  before: CellModel | undefined,
  cell: CellModel,
): Pick<RowCell, 'text' | 'formula'> | null {
  const look = LOOK.exec(written?.text ?? '')?.[1];
  if (written === undefined || before === undefined || look === undefined) return null;
  const isShared = typeof cell.value === 'string' && !cell.own;
  if (cell.formula === undefined)
    return isShared ? null : { text: plainCell(look, cell, NO_TABLE), formula: null };
  const element = written.formula;
  if (element === null) return null;
  const formula = cell.formula === before.formula ? element : `<f>${xmlText(cell.formula)}</f>`;
  if (formula !== element && !element.startsWith('<f>')) return null;
  return { text: formulaCell(look, cell, formula), formula };
}
