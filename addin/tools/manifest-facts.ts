import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { commandNames } from '../office/command-names.ts';
import type { ManifestFacts } from '../manifest/facts.ts';
import { pngSize, type PngSize } from '../manifest/png.ts';

/** What the sources will serve: the pages of the add-in and everything in addin/public. */
export async function sourceFiles(root: string): Promise<Map<string, PngSize | null>> {
  const pages = (await readdir(join(root, 'addin'))).filter((name) => name.endsWith('.html'));
  const files = await servedFiles(join(root, 'addin/public'));
  for (const page of pages) files.set(page, null);
  return files;
}

/** The files of a folder as a web server names them, with the sizes of pictures. */
export async function servedFiles(folder: string): Promise<Map<string, PngSize | null>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, PngSize | null>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const size = entry.name.endsWith('.png') ? pngSize(await readFile(path)) : null;
    files.set(path.slice(folder.length + 1).replaceAll(sep, '/'), size);
  }
  return files;
}

/** What the manifest is compared with, for the pages of an origin. */
export async function manifestFacts(
  root: string,
  origin: string,
  files: ReadonlyMap<string, PngSize | null>,
): Promise<ManifestFacts> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { origin, packageVersion: version, commandNames, files };
}
