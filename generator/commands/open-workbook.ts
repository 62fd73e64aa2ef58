import { renderFinding } from '../../core/wording/render.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { CommandFailure } from '../failure.ts';
import { fileTrouble } from '../file-trouble.ts';
import { readWorkbookBytes } from '../regular-file.ts';

/** Reads a workbook that a command was given. @throws CommandFailure naming the file when it cannot be read */
export async function openWorkbook<Opened>(
  path: string,
  read: (bytes: Uint8Array) => Promise<Opened>,
): Promise<Opened> {
  try {
    return await read(await readWorkbookBytes(path));
  } catch (error) {
    const found = error instanceof WorkbookReadError ? error.finding : fileTrouble(error);
    if (found === null) throw error;
    const finding = { ...found, place: { file: path, ...found.place } };
    throw new CommandFailure(renderFinding(finding, 'vi'), { cause: error });
  }
}
