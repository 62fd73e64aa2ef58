import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Finding } from '../../../core/base/finding.ts';
import {
  exchangeContext,
  type ExchangeContext,
  type Loaded,
} from '../../../generator/exchange-files/context.ts';
import { loadCatalogue, loadPlan } from '../../../generator/plan-files/load.ts';
import { expectReadable } from '../../core/wording/readable.ts';
import { SEEDS, seedFolder } from '../plan-files/seed-folder.ts';

/** A folder with a small plan, what its files may refer to, and a way to load one more file from it. */
export async function exchangeFolder(): Promise<{ root: string; context: ExchangeContext }> {
  const root = await seedFolder(SEEDS);
  const catalogue = (await loadCatalogue(root)).value;
  const loaded = catalogue && (await loadPlan(root, 'lai-chau-2021', catalogue)).value;
  if (!catalogue || !loaded) throw new Error('The seeds of the tests do not load.');
  return { root, context: exchangeContext(catalogue, [loaded.plan]) };
}

/** Loads a text as a file; findings come as `severity code line`, their file checked. */
export async function loadText<Value>(
  load: (path: string, context: ExchangeContext) => Promise<Loaded<Value>>,
  text: string | Uint8Array,
): Promise<{ value: Value | null; found: string[]; findings: Finding[] }> {
  const { root, context } = await exchangeFolder();
  const path = join(root, 'given.csv');
  await writeFile(path, text);
  const { value, findings } = await load(path, context);
  expectReadable(findings);
  for (const { place } of findings) expect(place.file).toBe(path);
  const found = findings.map(({ severity, code, place }) => `${severity} ${code} ${place.line ?? '-'}`);
  return { value, found, findings };
}
