import type { FormulaCell, SheetFacts, WorkbookFacts } from '../../../../core/sheet/facts.ts';
import { cellAddress } from '../../../../core/sheet/address.ts';
import type { CellModel, Validation, SheetModel, WorkbookModel } from '../../../../core/sheet/model.ts';

/** What a reader would say of a model that was written, opened and saved without any change. */
export function factsOf(model: WorkbookModel): WorkbookFacts {
  return {
    date1904: false,
    macros: false,
    externalLinks: [],
    definedNames: model.sheets.map(({ name }) => ({
      name: '_xlnm.Print_Area',
      sheet: name,
      formula: `'${name}'!$B$2:$E$20`,
      hidden: false,
    })),
    sheets: model.sheets.map(sheetFactsOf),
  };
}

function sheetFactsOf(sheet: SheetModel): SheetFacts {
  const cells = [...sheet.cells.values()];
  return {
    name: sheet.name,
    state: sheet.state,
    cells: cells.map(cellOf).filter(({ value, formula }) => value !== null || formula !== null),
    merges: sheet.merges,
    hiddenRows: new Set([...sheet.rows].flatMap(([row, { hidden }]) => (hidden ? [row] : []))),
    hiddenColumns: new Set(sheet.columns.flatMap(({ hidden }, at) => (hidden ? [at + 1] : []))),
    isProtected: true,
    validations: cells.flatMap(({ row, column, validation }) =>
      validation ? [{ range: cellAddress(row, column), condition: conditionOf(validation) }] : [],
    ),
    conditional: sheet.conditional.map(({ range }) => range),
  };
}

/** As a reader of files words it. */
function conditionOf({ rule }: Validation): string {
  if ('from' in rule) return `list ${rule.from}`;
  return 'condition' in rule ? rule.condition : `list "${rule.list.join(',')}"`;
}

function cellOf({ row, column, value, formula, result }: CellModel): FormulaCell {
  return { row, column, value: (formula === undefined ? value : result) ?? null, formula: formula ?? null };
}
