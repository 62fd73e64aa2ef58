import { staged, nameKept, type KeptFirst, type WholeFile } from '../workbook/write-whole.ts';

/**
 * Writes a file of a publication: it has its name once the store knows of it, and the store knows of none that could
 * not be written.
 * @param isThere whether something stands under its name that must not be replaced
 * @returns false where that is so
 */
export function writePublished(
  file: WholeFile,
  publication: KeptFirst,
  isThere: (path: string) => Promise<boolean>,
): Promise<boolean> {
  return staged(async (stage) => {
    await stage.add(file);
    if (await isThere(file.path)) return false;
    await nameKept(stage, publication);
    return true;
  });
}
