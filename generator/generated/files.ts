import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexCatalogue } from '../../core/catalogue/catalogue.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { readZip } from '../../formats/zip/read.ts';
import { packageRoot } from '../package-root.ts';
import { COMPILED, compiledText } from '../plan-files/compiled.ts';
import { CATALOGUE_FILE, listPlans, loadPlan, parseCatalogue } from '../plan-files/load.ts';
import { readText } from '../plan-files/read-text.ts';
import { parseYaml } from '../plan-files/yaml.ts';
import { writeWhole } from '../workbook/write-whole.ts';
import { askedPage } from './asked-page.ts';
import { cataloguePage } from './catalogue-page.ts';
import { commandsFile } from './commands-file.ts';
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
    { path: `${COMPILED}/catalogue.json`, content: compiledText(text, file) },
    ...(await compiledYaml(root)),
    await commandsFile(root),
    cataloguePage(catalogue),
    askedPage(plans, catalogue),
    rulesPage(allRules),
    ...(await templateFiles(plans, catalogue)),
  ];
}

/** The YAML files of the plans and of their rounds as data. */
async function compiledYaml(root: string): Promise<GeneratedFile[]> {
  const files = [
    { name: 'rounds', path: 'seeds/rounds.yaml' },
    ...(await listPlans(root)).map((id) => ({ name: `${id}.plan`, path: `seeds/${id}/plan.yaml` })),
  ];
  return Promise.all(
    files.map(async ({ name, path }) => {
      const text = (await readText(root, path)).value ?? '';
      const { value, findings } = parseYaml(text, path);
      if (findings.length > 0) throw new Error(`${path} does not load; run chitieu plan lint.`);
      return { path: `${COMPILED}/${name}.json`, content: compiledText(text, value) };
    }),
  );
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
