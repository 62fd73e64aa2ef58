import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexCatalogue } from '../../core/catalogue/catalogue.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { readZip } from '../../formats/zip/read.ts';
import { packageRoot } from '../package-root.ts';
import { COMPILED_CATALOGUE, compileCatalogue } from '../plan-files/compiled-catalogue.ts';
import { CATALOGUE_FILE, listPlans, loadPlan, parseCatalogue } from '../plan-files/load.ts';
import { readText } from '../plan-files/read-text.ts';
import { writeWhole } from '../workbook/write-whole.ts';
import { askedPage } from './asked-page.ts';
import { cataloguePage } from './catalogue-page.ts';
import { jsonSchemas } from './json-schemas.ts';
import { rulesPage } from './rules-page.ts';
import { templateFiles } from './templates.ts';

/** A committed file that the program makes itself. */
interface GeneratedFile {
  path: string;
  content: string | Uint8Array;
}

/** Makes every generated file anew and writes those that changed; with `check` only reports them. */
export async function generatedFiles(options: { check: boolean }): Promise<number> {
  const root = packageRoot();
  const stale: string[] = [];
  for (const file of await makeAll(root)) {
    if (await isFresh(root, file)) continue;
    stale.push(file.path);
    if (!options.check) await writeWhole(join(root, file.path), file.content);
  }
  for (const path of stale) console.log(`${options.check ? 'stale' : 'written'}: ${path}`);
  if (stale.length === 0) console.log('Generated files are up to date.');
  else if (options.check) console.log('Run: npm run generate:files');
  return options.check && stale.length > 0 ? 1 : 0;
}

async function makeAll(root: string): Promise<GeneratedFile[]> {
  // Read from its text: what was compiled is itself to be made.
  const text = (await readText(root, CATALOGUE_FILE)).value ?? '';
  const { value: file, findings } = parseCatalogue(text);
  if (!file || findings.length > 0)
    throw new Error('seeds/catalogue.yaml does not load; run chitieu plan lint.');
  const catalogue = indexCatalogue(file);
  const plans = [];
  for (const id of await listPlans(root)) {
    const loaded = (await loadPlan(root, id, catalogue)).value;
    if (!loaded) throw new Error(`The plan ${id} does not load; run chitieu plan lint ${id}.`);
    plans.push(loaded.plan);
  }
  return [
    ...jsonSchemas(),
    { path: COMPILED_CATALOGUE, content: compileCatalogue(text, file) },
    cataloguePage(catalogue),
    askedPage(plans, catalogue),
    rulesPage(allRules),
    ...(await templateFiles(plans, catalogue)),
  ];
}

/** Text is compared as it is, a workbook by its uncompressed parts: zlib differs between versions. */
async function isFresh(root: string, { path, content }: GeneratedFile): Promise<boolean> {
  const before = await readFile(join(root, path)).catch(() => null);
  if (before === null) return false;
  if (typeof content === 'string') return before.toString('utf8') === content;
  const [old, made] = [await readZip(before, DEFAULT_LIMITS), await readZip(content, DEFAULT_LIMITS)];
  if (old.size !== made.size) return false;
  return [...made].every(([name, data]) => {
    const part = old.get(name);
    return part !== undefined && Buffer.compare(part, data) === 0;
  });
}
