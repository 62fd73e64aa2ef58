import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { Figure } from '../../../core/observation/figure.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { sampleFigures } from '../../../core/workbook/sample/sample.ts';
import { buildWorkbook } from '../../../core/template/build.ts';
import { columnKey } from '../../../core/workbook/contract.ts';
import type { ColumnField } from '../../../core/workbook/entry-fields.ts';
import { definitionOf } from '../../../core/workbook/definition.ts';
import { cellIndex, type SheetModel, type WorkbookModel } from '../../../core/sheet/model.ts';
import { cellAddress } from '../../../core/sheet/address.ts';
import { jobsOf, requestOf, type WorkbookJob } from '../../../generator/workbook/jobs.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';

/** The workbook of a reporter as it was issued, blank, with figures typed in afterwards. */
export interface FilledWorkbook {
  job: WorkbookJob;
  model: WorkbookModel;
}

/** What is typed over the figures that fit each other, by `indicator|stratum|period`. */
export type Typed = Readonly<Record<string, Figure>>;

/**
 * A workbook filled with figures that fit each other, as an officer would: it was issued blank and is not
 * called a sample.
 */
export function fillWorkbook(
  plan: Plan,
  catalogue: Catalogue,
  { reporter, round, typed = {} }: { reporter?: string; round?: string; typed?: Typed } = {},
): FilledWorkbook {
  const [job] = jobsOf([plan], catalogue, {
    ...(round === undefined ? {} : { round }),
    unit: [reporter ?? plan.file.province],
  });
  if (!job) throw new Error(`${plan.file.id} has no such workbook.`);
  const blank = requestOf(job, catalogue);
  const figures = sampleFigures([plan], catalogue, job.unit, { gaps: false });
  const known = {
    ...figures,
    figure: (key: string, period: number | string) => {
      const id = `${key}|${period}`;
      return id in typed ? (typed[id] ?? null) : figures.figure(key, period);
    },
    source: () => null,
    given: blank.known,
  };
  const issued = { untouched: 'issued', definition: definitionOf(blank) };
  return { job, model: buildWorkbook({ ...blank, known: { ...known, given: blank.known } }, issued) };
}

/** Types something into the cell where a keyed row and a keyed column cross; its sheet and address. */
export function typeInto(
  { model }: FilledWorkbook,
  row: string,
  [period, vintage, field]: readonly [string, Parameters<typeof columnKey>[1], ColumnField],
  value: string | number,
): string {
  const key = columnKey(period, vintage, field);
  for (const sheet of model.sheets) {
    const cells = [...sheet.cells.values()];
    const rowOf = cells.find((cell) => cell.column === 1 && cell.value === row)?.row;
    const columnOf = cells.find((cell) => cell.row === 1 && cell.value === key)?.column;
    if (rowOf === undefined || columnOf === undefined) continue;
    const at = cellIndex(rowOf, columnOf);
    const before = sheet.cells.get(at);
    if (!before) continue;
    sheet.cells.set(at, { ...before, value });
    return `${sheet.name}!${cellAddress(rowOf, columnOf)}`;
  }
  throw new Error(`There is no cell ${row} × ${key}.`);
}

/** The same workbook without one of its sheets. */
export function without({ job, model }: FilledWorkbook, sheet: SheetModel['name']): FilledWorkbook {
  return { job, model: { ...model, sheets: model.sheets.filter(({ name }) => name !== sheet) } };
}

/** Writes a workbook into a folder, under its own name unless another is given. */
export async function save(filled: FilledWorkbook, folder: string, name = filled.job.name): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, await serialize(filled.model));
  return path;
}
