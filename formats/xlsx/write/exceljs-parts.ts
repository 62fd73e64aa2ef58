import type ExcelJS from 'exceljs';
import { cellAddress, columnLetters, SHEET_COLUMNS } from '../../../core/sheet/address.ts';
import type { CellModel, Paper, SheetModel, Validation, WorkbookModel } from '../../../core/sheet/model.ts';
import { pageMargins } from '../../../core/sheet/page.ts';
import { type SheetCells, sheetCells } from './sheet-cells.ts';
import { conditionalStyles, styleOf } from './styles.ts';

/** Takes the parts one by one, in the place of exceljs's own zip. */
interface PartSink {
  append(text: string, part: { name: string }): void;
}

/** The steps by which exceljs writes a package, which its types do not tell of. */
interface PackageSteps {
  prepareModel(model: object, options: object): void;
  addContentTypes(sink: PartSink, model: object): Promise<void>;
  addOfficeRels(sink: PartSink, model: object): Promise<void>;
  addWorkbookRels(sink: PartSink, model: object): Promise<void>;
  addWorksheets(sink: PartSink, model: object): Promise<void>;
  addSharedStrings(sink: PartSink, model: object): Promise<void>;
  addThemes(sink: PartSink, model: object): Promise<void>;
  addStyles(sink: PartSink, model: object): Promise<void>;
  addApp(sink: PartSink, model: object): Promise<void>;
  addCore(sink: PartSink, model: object): Promise<void>;
  addWorkbook(sink: PartSink, model: object): Promise<void>;
}

/** What preparing adds to a model: the tables that its cells point into. */
interface PreparedModel {
  styles: { addStyleModel(style: Partial<ExcelJS.Style>): number };
  sharedStrings: { add(text: string): number };
}

/**
 * The texts of a workbook's parts by name: exceljs writes all but the cells, which are put into its sheets. It is
 * loaded when the first workbook is written: nothing else needs its megabyte. Its zip is left out: it packs
 * slowly, and what it packed had to be unpacked for what comes after.
 */
export async function exceljsParts(model: WorkbookModel): Promise<Map<string, string>> {
  const { default: library } = await import('exceljs');
  const workbook = new library.Workbook();
  const created = new Date(`${model.created}T00:00:00Z`);
  workbook.creator = 'Chỉ Tiêu';
  workbook.lastModifiedBy = 'Chỉ Tiêu';
  workbook.title = model.title;
  workbook.created = created;
  workbook.modified = created;
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of model.sheets) writeFrame(workbook, sheet, model.foot);
  return rendered(workbook, model.sheets);
}

/**
 * exceljs keeps space where a text has several lines too; the schema of ECMA-376 knows no such attribute, and only a
 * text that begins or ends with space needs it.
 */
function withoutNeedlessSpace(part: string): string {
  return part.replaceAll(/<t xml:space="preserve">([^<]*)<\/t>/gu, (whole, text: string) =>
    text.trim() === text ? `<t>${text}</t>` : whole,
  );
}

async function rendered(
  workbook: ExcelJS.Workbook,
  sheets: readonly SheetModel[],
): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const sink: PartSink = { append: (text, { name }) => void parts.set(name, withoutNeedlessSpace(text)) };
  const steps = workbook.xlsx as unknown as PackageSteps;
  const model = workbook.model as unknown as PreparedModel;
  steps.prepareModel(model, {});
  const tables = {
    style: (cell: CellModel, letters: number) => model.styles.addStyleModel(styleOf(cell, letters)),
    text: (text: string) => model.sharedStrings.add(text),
  };
  const cells = sheets.map((sheet) => sheetCells(sheet, tables));
  await steps.addContentTypes(sink, model);
  await steps.addOfficeRels(sink, model);
  await steps.addWorkbookRels(sink, model);
  await steps.addWorksheets(sink, model);
  await steps.addSharedStrings(sink, model);
  await steps.addThemes(sink, model);
  await steps.addStyles(sink, model);
  await steps.addApp(sink, model);
  await steps.addCore(sink, model);
  await steps.addWorkbook(sink, model);
  cells.forEach((content, at) => {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    parts.set(name, filled(parts.get(name) ?? '', content));
  });
  return parts;
}

/** Puts cells into a sheet without any, each element at its place in the schema. */
function filled(frame: string, { dimension, sheetData, mergeCells, hyperlinks }: SheetCells): string {
  const pieces: [RegExp, (found: string) => string][] = [
    [/<(?:printOptions|pageMargins) /u, (found) => hyperlinks + found],
    [/<sheetProtection [^>]*>/u, (found) => found + mergeCells],
    [/<dimension [^>]*>/u, () => dimension],
    [/<sheetData\/>/u, () => sheetData],
  ];
  return pieces.reduce((text, [place, piece]) => {
    if (!place.test(text)) throw new Error(`exceljs wrote a sheet without ${place.source}.`);
    return text.replace(place, piece);
  }, frame);
}

/** Numbers of the format for sizes of paper. */
const paperSizes: Record<Paper, number> = { A3: 8, A4: 9 };

/** What a foot says before the number of the page; codes of formats begin with &. */
function footText(foot: string | undefined): string {
  return foot === undefined ? '' : `${foot.replaceAll('&', '&&')} – `;
}

/** Everything of a sheet but its cells. */
function writeFrame(workbook: ExcelJS.Workbook, model: SheetModel, foot: string | undefined): void {
  const sheet = workbook.addWorksheet(model.name, {
    state: model.state,
    // exceljs takes groups up to the sheet's own level for folded: ours stand open.
    properties: { outlineLevelCol: model.columns.some(({ outlined }) => outlined) ? 2 : 0 },
    pageSetup: {
      paperSize: paperSizes[model.paper],
      orientation: model.orientation,
      fitToPage: true,
      fitToWidth: model.pagesAcross,
      fitToHeight: model.onePage ? 1 : 0,
      margins: pageMargins,
      ...(model.titleRows ? { printTitlesRow: `${model.titleRows[0]}:${model.titleRows[1]}` } : {}),
      ...(model.titleColumns
        ? { printTitlesColumn: model.titleColumns.map((column) => columnLetters(column)).join(':') }
        : {}),
    },
    headerFooter: { oddFooter: `&L&8&F – &A&R&8${footText(foot)}Trang &P/&N` },
    ...(model.freeze
      ? {
          views: [
            {
              state: 'frozen',
              xSplit: model.freeze.columns,
              ySplit: model.freeze.rows,
              showGridLines: false,
            },
          ],
        }
      : { views: [{ showGridLines: false }] }),
  });
  model.columns.forEach(({ width, hidden, outlined }, at) => {
    const column = sheet.getColumn(at + 1);
    column.width = width;
    if (hidden) column.hidden = true;
    if (outlined) column.outlineLevel = 1;
  });
  for (const { row, column, validation } of model.cells.values()) {
    if (validation) validations(sheet).add(cellAddress(row, column), toValidation(validation));
  }
  for (const row of model.rowBreaks) sheet.getRow(row).addPageBreak(1, SHEET_COLUMNS);
  for (const { range, condition, look } of model.conditional) {
    sheet.addConditionalFormatting({
      ref: range,
      rules: [{ type: 'expression', formulae: [condition], style: conditionalStyles[look], priority: 0 }],
    });
  }
  // LibreOffice prints a sheet that has a print area even where it is hidden.
  if (model.state === 'visible') sheet.pageSetup.printArea = printArea(model);
  // No password, so nothing is hashed; whoever plans may unlock the sheet.
  void sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  });
}

/** Without `$` before both row numbers exceljs writes a print area that LibreOffice ignores. */
function printArea(model: SheetModel): string {
  const { row, column } = model.printFrom;
  const [lastRow, lastColumn] = usedEnd(model);
  return `${columnLetters(column)}$${row}:${columnLetters(lastColumn)}$${lastRow}`;
}

function usedEnd(model: SheetModel): [number, number] {
  let lastRow = model.printFrom.row;
  let lastColumn = model.printFrom.column;
  for (const { row, column } of model.cells.values()) {
    lastRow = Math.max(lastRow, row);
    if (!model.columns[column - 1]?.hidden) lastColumn = Math.max(lastColumn, column);
  }
  for (const { row, column } of model.sparklines) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  // A chart ends where the cell at its far corner begins.
  for (const { to } of model.charts) {
    lastRow = Math.max(lastRow, to.row - 1);
    lastColumn = Math.max(lastColumn, to.column - 1);
  }
  return [model.printBottom ?? lastRow, model.printTo ?? lastColumn];
}

/** Not in the types of exceljs. */
function validations(sheet: ExcelJS.Worksheet): {
  add(address: string, validation: ExcelJS.DataValidation): void;
} {
  return (sheet as unknown as { dataValidations: ReturnType<typeof validations> }).dataValidations;
}

function toValidation(validation: Validation): ExcelJS.DataValidation {
  const words = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: validation.promptTitle,
    prompt: validation.prompt,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: validation.errorTitle,
    error: validation.error,
  };
  const { rule } = validation;
  if ('from' in rule)
    return {
      type: 'list',
      formulae: [rule.from],
      ...words,
      ...(rule.open ? { errorStyle: 'information' } : {}),
    };
  return 'list' in rule
    ? { type: 'list', formulae: [`"${rule.list.join(',')}"`], ...words }
    : { type: 'custom', formulae: [rule.condition], ...words };
}
