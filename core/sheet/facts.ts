/**
 * A workbook file as it came back, beyond its figures: formulas, names, validations, whatever people and
 * programs change. A reader fills this in; rules compare it with the template that was issued.
 */
export interface WorkbookFacts {
  /** Dates count from 1904. */
  date1904: boolean;
  /** The package carries macros, or is of a type that lets it. */
  macros: boolean;
  /** The package carries a digital signature, valid or not; missing where a reader cannot see it. */
  signed?: boolean;
  /**
   * Targets of links to other workbooks, as stored; a link without a target outside the package (to a running
   * program) is named by its part.
   */
  externalLinks: readonly string[];
  definedNames: readonly DefinedName[];
  /** In the order of the tabs. */
  sheets: readonly SheetFacts[];
}

/**
 * A defined name; Excel's own (`_xlnm.Print_Area` …) are among them. Gnumeric writes some of these without
 * `_xlnm.` and adds `_xlnm.Sheet_Title`.
 */
export interface DefinedName {
  name: string;
  /** Sheet it belongs to; null for the whole workbook, and where the file names a sheet it does not have. */
  sheet: string | null;
  formula: string;
  hidden: boolean;
}

/** As what a cell's number format shows its number: times a hundred with a per cent sign, or as a day or time. */
export type ShownAs = 'percent' | 'date';

/** What programs show in place of a number that its column is too narrow for. */
export const TOO_NARROW = '####';

/**
 * A cell with its formula; followers of a shared formula carry their own text. Compare formulas by
 * `formulaTokens`: programs spell the same formula differently.
 */
export interface FormulaCell {
  row: number;
  column: number;
  value: number | string | boolean | null | { error: string };
  /**
   * Without `=`; null for a typed cell; '' where the cell is computed but its text stands nowhere (data
   * tables) or in another cell (an array formula stands in the first cell it fills).
   */
  formula: string | null;
  /**
   * Given where the screen shows the cell's number as something else than it is. It is missing for cells that
   * show their number, and wherever the reader does not see formats, as inside Excel.
   */
  shownAs?: ShownAs;
  /**
   * What the screen shows where the cell's format makes another number of it, words, or nothing (''); '' as well of a
   * text whose letters nobody sees. A number with a line through it is shown as such.
   */
  rendered?: string;
  /** How many decimals the screen shows of the number, where the cell's format leaves out some that it has. */
  shownDecimals?: number;
  /** The screen shows {@link TOO_NARROW} in place of the number. */
  isCutOff?: true;
}

/** One sheet of a returned file. */
export interface SheetFacts {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  cells: readonly FormulaCell[];
  /** For example `B7:E7`, in file order, corners put in order, without `$`. */
  merges: readonly string[];
  /** Rows and columns with next to no height or width count as hidden; so do rows a filter hides. */
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  isProtected: boolean;
  /** Comments on cells, by address; left out where there are none, and where the reader cannot see them. */
  comments?: readonly { cell: string; text: string }[];
  /** Cells with 0 look blank; left out where they do not, and where the reader cannot see it. */
  hidesZeros?: boolean;
  /**
   * Ranges under a validation, as in `A1:B4` (`A1` for a single cell), one entry a range; null where the
   * reader cannot see them. The condition is written for the first cell of its range: the formula alone for
   * the kind `custom`, else `list $A$1:$A$3`, `decimal between 0 100`; '' for a prompt that demands nothing.
   */
  validations: readonly { range: string; condition: string }[] | null;
  /**
   * Ranges under a conditional format, one entry a range, the same range as often as it has formats; null
   * where the reader cannot see them. In a marked copy the marked cells have one of their own.
   */
  conditional: readonly string[] | null;
}

/** A cell as any reader delivers it; errors of a cell arrive as an object. */
export interface SheetCell {
  row: number;
  column: number;
  value: number | string | boolean | null | { error: string };
  /** Without `=`; '' for a formula whose text stands elsewhere. Readers that see no formulas leave it out. */
  formula?: string | null;
}

/** A sheet as any reader delivers it. */
export interface SheetCells {
  name: string;
  cells: readonly SheetCell[];
}
