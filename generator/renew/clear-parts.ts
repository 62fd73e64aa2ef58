import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { numberOfPart } from '../../core/renew/report/figures.ts';
import { isKept } from '../workbook/write-safely.ts';

/**
 * Takes away the parts that an earlier report of the round had more than the one that was written.
 * @param name of the report, without folder and ending
 * @param parts how many the report has now
 * @returns those that stay, as somebody has edited them
 */
export async function clearParts(folder: string, name: string, parts: number): Promise<string[]> {
  const kept: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    if ((numberOfPart(name, file) ?? 0) <= parts) continue;
    const path = join(folder, file);
    if (await isKept(path)) kept.push(path);
    else await rm(path);
  }
  return kept;
}
