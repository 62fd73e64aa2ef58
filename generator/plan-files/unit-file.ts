import { basename, dirname, resolve } from 'node:path';
import { renderFinding } from '../../core/wording/render.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { CommandFailure } from '../failure.ts';
import { readText } from './read-text.ts';
import { parseUnits } from './units.ts';

/**
 * Reads a unit list the planner names on the command line.
 * @throws CommandFailure with every error of the file
 */
export async function unitsFromFile(path: string): Promise<Unit[]> {
  const text = await readText(dirname(resolve(path)), basename(path));
  const parsed = text.value === null ? text : parseUnits(text.value, path);
  if (parsed.value === null || typeof parsed.value === 'string') {
    throw new CommandFailure(parsed.findings.map((finding) => renderFinding(finding, 'vi')).join('\n'));
  }
  return parsed.value;
}
