import { join } from 'node:path';
import { build } from 'vite';
import { addinConfig } from '../build/addin-config.ts';
import type { OfficeJsSource } from '../build/office-js.ts';
import { pageConfig } from '../build/page-config.ts';
import { servedFiles } from './manifest-facts.ts';
import { writeManifest } from './manifest-file.ts';

/** Builds the add-in's pages and the manifest for where they will be served. */
export async function buildAddin(
  root: string,
  outDir: string,
  { origin, officeJs }: { origin: string; officeJs: OfficeJsSource },
): Promise<void> {
  await build(addinConfig(root, outDir, officeJs));
  await writeManifest(root, origin, await servedFiles(outDir), join(outDir, 'manifest.xml'));
}

/** Builds the standalone page. */
export async function buildPage(root: string, outDir: string): Promise<void> {
  await build(pageConfig(root, outDir));
}
