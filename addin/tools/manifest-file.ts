import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkManifest } from '../manifest/check.ts';
import { withOrigin } from '../manifest/origin.ts';
import { problemLine } from '../manifest/problem.ts';
import type { PngSize } from '../manifest/png.ts';
import { readManifest } from '../manifest/tree.ts';
import { manifestFacts } from './manifest-facts.ts';

/**
 * The manifest for an origin, checked against the files that are served there.
 * @returns its text, and what is wrong with it as lines for a terminal
 */
export async function manifestFor(
  root: string,
  origin: string,
  files: ReadonlyMap<string, PngSize | null>,
): Promise<{ text: string; problems: string[] }> {
  const text = withOrigin(await readFile(join(root, 'manifest.xml'), 'utf8'), origin);
  const facts = await manifestFacts(root, origin, files);
  const problems = checkManifest(readManifest(new TextEncoder().encode(text)), facts);
  return { text, problems: problems.map((each) => problemLine('manifest.xml', each)) };
}

/**
 * Writes the manifest for an origin.
 * @throws Error with every problem when it must not be installed as it is
 */
export async function writeManifest(
  root: string,
  origin: string,
  files: ReadonlyMap<string, PngSize | null>,
  target: string,
): Promise<void> {
  const { text, problems } = await manifestFor(root, origin, files);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  await writeFile(target, text);
}
