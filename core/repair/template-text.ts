import { isInput } from '../returned/align/align-sheet.ts';
import { basisWords, verdicts } from '../target/verdict.ts';
import { remembered } from '../base/remembered.ts';
import { fold } from '../base/text.ts';
import { formulaLexemes } from '../sheet/formula/lexemes.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import type { CellModel, WorkbookModel } from '../sheet/model.ts';

/** Shorter texts (`A`, `x`, `1.1`) are too easily typed to be the template's wherever they stand. */
const SHORTEST = 3;
/** Words that earlier layouts printed in cells of their own, which are blank now. */
const FORMER_TEXTS = [
  'mẫu số của mỗi tử số đã nhập khi chưa có tỷ lệ',
  'và mẫu số của mỗi tử số đã nhập khi chưa có tỷ lệ',
  '(bản giấy và tệp phải trùng nhau)',
  'THỦ TRƯỞNG ĐƠN VỊ',
];
/** Pieces of a formula that say where, not what. */
const PLACES: ReadonlySet<string> = new Set(['cell', 'columns', 'rows']);

/** What a template prints and computes, wherever it went. */
export interface TemplateText {
  /** The file is of a layout that computed and printed otherwise, nobody knows any more what. */
  isOfEarlierLayout: boolean;
  /** What earlier layouts printed below their tables and this one does not. */
  printedBefore: readonly string[];
  /** Whether a text is the template's own; numbers, and words people answer with, never are. */
  prints: (text: string) => boolean;
  /** Whether a formula is like one of the template's, but for the cells it names. */
  computes: (formula: string) => boolean;
  /** Whether a formula is one of the template's to the last cell it names: nobody types that by chance. */
  holds: (formula: string) => boolean;
  /** Whether an earlier layout may have printed or computed it on a sheet of that name, as today's does for a province. */
  wasOn: (sheet: string, cell: Pick<FormulaCell, 'value' | 'formula'>) => boolean;
  /** Whether a text, or a count, may be the template's own where today's prints another. */
  printedOtherwise: (found: FormulaCell['value'], printed: Pick<CellModel, 'value' | 'style'>) => boolean;
}

/**
 * Collects the texts and formulas of a template, keys included.
 * @param former of a file of an earlier layout, the same workbook as a province has it, with a sheet for each domain
 * and the sources of all targets, as all once had them; null for a file of today's layout. Formulas of the file over other cells, and its words where today's template prints words,
 * are taken as those of its own layout
 * @param printedBefore as `printedBefore` of the request
 */
export function templateText(
  { sheets }: WorkbookModel,
  former: WorkbookModel | null,
  printedBefore: readonly string[] = [],
): TemplateText {
  const isOfEarlierLayout = former !== null;
  const answers = new Set<string>(Object.values(verdicts).flatMap(({ vi, en }) => [vi, en]));
  const texts = new Set<string>(FORMER_TEXTS.map(fold));
  const formulas = new Set<string>();
  for (const { cells } of sheets) {
    for (const cell of cells.values()) {
      if (cell.formula !== undefined) formulas.add(cell.formula);
      else if (typeof cell.value === 'string' && !isInput(cell)) texts.add(fold(cell.value));
    }
  }
  const printed = printedBySheet(former);
  const taken = spelledOnce(formulas);
  return {
    isOfEarlierLayout,
    printedBefore,
    prints(text) {
      const folded = fold(text);
      return folded.length >= SHORTEST && /\p{L}/u.test(folded) && !answers.has(folded) && texts.has(folded);
    },
    computes: (formula) =>
      (isOfEarlierLayout && namesCells(formula)) || taken().shapes.has(spelled(formula).shape),
    // Most stand as they were written: only what does not is taken apart.
    holds: (formula) => formulas.has(formula) || taken().words.has(spelled(formula).word),
    wasOn(sheet, { value, formula }) {
      const own = printed.get(sheet);
      if (own === undefined) return false;
      return formula === null ? own.has(asPrinted(value)) || isCommonPrint(value) : namesCells(formula);
    },
    printedOtherwise(found, { value, style }) {
      // Yesterday's words, to which today's add some in brackets; nobody knows the layout of a file without definition.
      if (typeof found === 'string' && typeof value === 'string' && value.startsWith(`${found} (`))
        return true;
      if (!isOfEarlierLayout || typeof found !== typeof value) return false;
      return typeof found === 'string' ? /\p{L}/u.test(found) : style === 'computed';
    },
  };
}

/** What a workbook prints, by sheet; entries are nobody's print. */
function printedBySheet(former: WorkbookModel | null): Map<string, Set<string>> {
  return new Map(
    (former?.sheets ?? []).map(({ name, cells }) => {
      const own = [...cells.values()].filter((cell) => cell.formula === undefined && !isInput(cell));
      return [name, new Set(own.map(({ value }) => asPrinted(value ?? null)))] as const;
    }),
  );
}

/** Numbers of lines, as texts, and the word for a target nobody assigned stand on every sheet of a domain. */
function isCommonPrint(value: FormulaCell['value']): boolean {
  return typeof value === 'string' && (/^\d{1,2}$/u.test(value) || value === basisWords.notAssigned);
}

/** A number by its digits, a text folded. */
function asPrinted(value: FormulaCell['value']): string {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? fold(value) : '';
}

function namesCells(formula: string): boolean {
  return formulaLexemes(formula).some(({ kind }) => PLACES.has(kind));
}

/** Spellings and shapes of formulas, taken when they are first asked for. */
function spelledOnce(formulas: ReadonlySet<string>): () => { words: Set<string>; shapes: Set<string> } {
  let taken: { words: Set<string>; shapes: Set<string> } | null = null;
  return () => {
    if (taken !== null) return taken;
    taken = { words: new Set(), shapes: new Set() };
    for (const formula of formulas) {
      const { word, shape } = spelled(formula);
      taken.words.add(word);
      taken.shapes.add(shape);
    }
    return taken;
  };
}

/** As many formulas as a few workbooks have. */
const KEPT_CHARACTERS = 2_000_000;

/** A formula without its spaces, and what of it stays when it is filled into other cells. */
const spelled = remembered((formula) => {
  const said = { word: '', shape: '' };
  for (const { kind, text } of formulaLexemes(formula)) {
    if (kind === 'space') continue;
    said.word += text;
    if (kind !== 'sheet') said.shape += PLACES.has(kind) ? '#' : text.replaceAll(/\d+/gu, '0');
  }
  return said;
}, KEPT_CHARACTERS);
