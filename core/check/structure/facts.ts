/**
 * A workbook file as it came back, beyond its figures: formulas, names, validations, whatever people and
 * programs change. A reader fills this in; rules compare it with the template that was issued.
 */
export interface WorkbookFacts {
  /** Dates count from 1904. */
  date1904: boolean;
  /** The package carries macros. */
  macros: boolean;
  /** Targets of links to other workbooks, as stored. */
  externalLinks: readonly string[];
  definedNames: readonly DefinedName[];
  /** In the order of the tabs. */
  sheets: readonly SheetFacts[];
}

/** A defined name; Excel's own (`_xlnm.Print_Area` …) are among them. */
export interface DefinedName {
  name: string;
  /** Sheet it belongs to; null for the whole workbook. */
  sheet: string | null;
  formula: string;
  hidden: boolean;
}

/** A cell with its formula; followers of a shared formula carry their own text. */
export interface FormulaCell {
  row: number;
  column: number;
  value: number | string | boolean | null | { error: string };
  /** Without `=`; null for a typed cell; '' where the file has a formula whose text stands nowhere. */
  formula: string | null;
}

/** One sheet of a returned file. */
export interface SheetFacts {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  cells: readonly FormulaCell[];
  /** For example `B7:E7`. */
  merges: readonly string[];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  isProtected: boolean;
  /** Ranges under a validation, as in `A1:B4`, one entry a range; null where the reader cannot see them. */
  validations: readonly { range: string; condition: string }[] | null;
  /** Ranges under a conditional format; null where the reader cannot see them. */
  conditional: readonly string[] | null;
}
