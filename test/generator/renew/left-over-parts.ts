import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cellIndex } from '../../../core/sheet/model.ts';
import { figuresBook } from '../../../core/renew/report/figures.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

/** Writes a part of a report as a renewal leaves it, or one into which somebody has typed since. @returns its bytes */
export async function leavePart(folder: string, file: string, isEdited: boolean): Promise<Uint8Array> {
  const { catalogue } = await loadSeeds();
  const about = { catalogue, unitOf: () => null, language: 'vi', line: 'Năm 2026' } as const;
  const book = figuresBook({ file, lines: [] }, { ...about, created: '2026-12-31' });
  const typed = { row: 60, column: 2, style: 'plain', value: 'đã hỏi lại xã' } as const;
  if (isEdited) book.sheets[0]?.cells.set(cellIndex(typed.row, typed.column), typed);
  const bytes = await serialize(book);
  await writeFile(join(folder, file), bytes);
  return bytes;
}
