import { sheetNames } from '../../../core/workbook/contract.ts';
import { cellIndex, type WorkbookModel } from '../../../core/sheet/model.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { seedModel } from '../../core/check/structure/models.ts';
import { keysOf, tableOf, typedInto } from '../../workbook/commune-table.ts';

/** The workbook of the health department, which reports commune by commune, with slips in that table. */
export interface DepartmentWorkbook {
  name: string;
  bytes: Uint8Array;
  model: WorkbookModel;
  /** Communes with an impossible number of doctors, and with a sign without a reason; the sheet they are on. */
  impossible: string;
  signed: string;
  signedName: string;
  sheet: string;
}

/** Column of the communes' names. */
const NAME = 4;

/** One for a test file; nobody may change it. */
export async function departmentWorkbook(): Promise<DepartmentWorkbook> {
  const { model: sample } = await seedModel('lai-chau-2024', 'VN12.SYT-2025');
  const [impossible = '', signed = ''] = [...keysOf(tableOf(sample)).rows.keys()].slice(4);
  const model = typedInto(sample, {
    [impossible]: { 'value|doctors': -3, 'value|nurses': 5 },
    [signed]: { 'value|doctors': '...', 'value|nurses': 5 },
  });
  const table = tableOf(model);
  const { value: signedName } = table.cells.get(cellIndex(keysOf(table).rows.get(signed) ?? 0, NAME)) ?? {};
  return {
    ...{ name: 'so-y-te.xlsx', bytes: await serialize(model), model },
    ...{ impossible, signed, signedName: String(signedName), sheet: sheetNames.communes },
  };
}
