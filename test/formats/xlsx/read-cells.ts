import { cellAddress } from '../../../core/sheet/address.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { byAddress, type CellsByAddress } from './arbitrary-cells.ts';

export async function readCells(bytes: Uint8Array): Promise<CellsByAddress> {
  const { sheets } = await readWorkbook(bytes);
  return Object.fromEntries(sheets.map(({ name, cells }) => [name, byAddress(cells, cellAddress)]));
}
