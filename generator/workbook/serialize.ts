import ExcelJS from 'exceljs';
import { cellAddress, columnLetters, SHEET_COLUMNS } from '../../core/sheet/address.ts';
import type { CellModel, SheetModel, Validation, WorkbookModel } from '../../core/sheet/model.ts';
import { MAX_ROW_HEIGHT, pageMargins } from '../../core/sheet/page.ts';
import { finishPackage } from './finish.ts';
import { conditionalStyles, styles } from './styles.ts';

/**
 * Writes a workbook model as xlsx bytes: exceljs serialises, one last step owns the zip. The same model
 * gives the same parts everywhere.
 */
export async function serialize(model: WorkbookModel): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(`${model.created}T00:00:00Z`);
  workbook.creator = 'Chỉ Tiêu';
  workbook.lastModifiedBy = 'Chỉ Tiêu';
  workbook.title = model.title;
  workbook.created = created;
  workbook.modified = created;
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of model.sheets) writeSheet(workbook, sheet);
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), model.sheets);
}

function writeSheet(workbook: ExcelJS.Workbook, model: SheetModel): void {
  const sheet = workbook.addWorksheet(model.name, {
    state: model.state,
    // exceljs takes groups up to the sheet's own level for folded: ours stand open.
    properties: { outlineLevelCol: model.columns.some(({ outlined }) => outlined) ? 2 : 0 },
    pageSetup: {
      paperSize: 9,
      orientation: model.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: model.onePage ? 1 : 0,
      margins: pageMargins,
      ...(model.titleRows ? { printTitlesRow: `${model.titleRows[0]}:${model.titleRows[1]}` } : {}),
    },
    headerFooter: { oddFooter: '&L&8&F – &A&R&8Trang &P/&N' },
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
  for (const [number, { height, hidden }] of model.rows) {
    const row = sheet.getRow(number);
    if (height !== undefined) row.height = Math.min(height, MAX_ROW_HEIGHT);
    if (hidden) row.hidden = true;
  }
  for (const cell of model.cells.values()) writeCell(sheet, cell);
  for (const row of model.rowBreaks) sheet.getRow(row).addPageBreak(1, SHEET_COLUMNS);
  for (const range of model.merges) sheet.mergeCells(range);
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
  return [lastRow, model.printTo ?? lastColumn];
}

function writeCell(sheet: ExcelJS.Worksheet, model: CellModel): void {
  const cell = sheet.getCell(cellAddress(model.row, model.column));
  cell.value = valueOf(model);
  cell.style =
    model.format === undefined ? styles[model.style] : { ...styles[model.style], numFmt: model.format };
  if (model.validation) cell.dataValidation = toValidation(model.validation);
}

function valueOf(model: CellModel): ExcelJS.CellValue {
  if (model.formula !== undefined) {
    const result = typeof model.result === 'string' ? storedText(model.result) : (model.result ?? '');
    // The types of exceljs want more than it needs.
    if (model.filledFrom !== undefined)
      return { sharedFormula: model.filledFrom, result } as ExcelJS.CellSharedFormulaValue;
    return { formula: model.formula, result };
  }
  const value = typeof model.value === 'string' ? storedText(model.value) : (model.value ?? null);
  if (model.link !== undefined) return { text: String(value ?? ''), hyperlink: `#${model.link}` };
  return value;
}

/** A text that reads like an escape of the file (`_x000D_`) is escaped itself; exceljs leaves it as it is. */
function storedText(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
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
  return { type: 'custom', formulae: [validation.rule.condition], ...words };
}
