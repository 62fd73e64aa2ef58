import { parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import { parseRowKey } from '../../core/observation/key.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { loadSeeds } from '../workbook/seed-workbooks.ts';

/** An input cell of the form: where it stands and what it is for. */
export interface InputCell {
  row: number;
  column: number;
  address: string;
  /** `indicator|stratum`. */
  key: string;
  period: string;
}

/** The plans of the seeds with a reporter whose workbook is of a good size. */
export const reporters: readonly [plan: string, reporter: string][] = [
  ['lai-chau-2012', 'VN12'],
  ['lai-chau-2021', 'VN12.106'],
  ['lai-chau-2024', 'VN12'],
  ['quang-ngai-2021', 'VN51'],
  ['thai-binh-2013', 'VN34'],
];

let seeds: ReturnType<typeof loadSeeds> | undefined;

/** A workbook with sample figures, as it is issued in the third year of its plan. */
export async function sampleModel(planId: string, reporter: string): Promise<WorkbookModel> {
  seeds ??= loadSeeds();
  const { catalogue, plans } = await seeds;
  const plan = plans.find(({ file }) => file.id === planId);
  if (!plan) throw new Error(`The seeds have no plan ${planId}.`);
  const round = String(plan.file.period.from + 2);
  const [job] = jobsOf([plan], catalogue, { round, unit: [reporter], sample: true });
  if (!job) throw new Error(`${planId} has no workbook for ${reporter}.`);
  return modelOf(job, catalogue);
}

/** A sheet of a model. */
export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`The workbook has no sheet ${name}.`);
  return sheet;
}

/** The cells of the form that take figures, row by row. */
export function inputCells(model: WorkbookModel): InputCell[] {
  const sheet = sheetOf(model, sheetNames.entry);
  const textAt = (row: number, column: number) =>
    String(sheet.cells.get(cellIndex(row, column))?.value ?? '');
  return [...sheet.cells.values()]
    .filter(({ style }) => style === 'input')
    .flatMap(({ row, column }) => {
      const key = textAt(row, 1);
      const period = parseColumnKey(textAt(1, column))?.period;
      if (parseRowKey(key) === null || period === undefined) return [];
      return [{ row, column, address: cellAddress(row, column), key, period }];
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The column of the form with a field, such as `reason`. */
export function columnOf(model: WorkbookModel, field: 'mark' | 'reason'): number {
  const cell = [...sheetOf(model, sheetNames.entry).cells.values()].find(
    ({ row, value }) => row === 1 && typeof value === 'string' && parseColumnKey(value)?.field === field,
  );
  if (!cell) throw new Error(`The form has no column ${field}.`);
  return cell.column;
}

/** What officers get wrong: every few input cells hold something else, and a formula is typed over. */
export async function wrongBytes(model: WorkbookModel): Promise<Uint8Array> {
  const wrong: (string | number | undefined)[] = ['12,5', -4, 'khoảng 30', 1_000_000_000, undefined, '…'];
  const sheets = model.sheets.map((sheet) => {
    if (sheet.name !== sheetNames.entry) return sheet;
    const cells = new Map(sheet.cells);
    inputCells(model).forEach(({ row, column }, at) => {
      if (at % 3 !== 0) return;
      const value = wrong[(at / 3) % wrong.length];
      const cell = { ...(cells.get(cellIndex(row, column)) as CellModel) };
      delete cell.value;
      cells.set(cellIndex(row, column), value === undefined ? cell : { ...cell, value });
    });
    return { ...sheet, cells };
  });
  return serialize({ ...model, sheets });
}
