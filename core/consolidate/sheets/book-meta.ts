import { newSheet, put } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { fingerprint, plainCells } from '../../workbook/fingerprint.ts';

/** By it a file that nobody has typed into is known again. @param sheets all others of the workbook */
export function bookMeta(sheets: readonly SheetModel[]): SheetModel {
  const sheet = newSheet(sheetNames.meta, [12, 20, 40], { state: 'veryHidden', rows: new Map() });
  ['info', 'untouched', fingerprint(plainCells({ sheets: [...sheets] }))].forEach((text, at) => {
    put(sheet, 1, at + 2, 'meta', text);
  });
  return sheet;
}
