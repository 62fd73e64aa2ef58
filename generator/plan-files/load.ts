import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalogue, indexCatalogue } from '../../core/catalogue/catalogue.ts';
import { checkCatalogue } from '../../core/catalogue/check.ts';
import { catalogueOverlaySchema, pathInOverlay, withOverlay } from '../../core/catalogue/overlay.ts';
import { catalogueFileSchema, type CatalogueFile } from '../../core/catalogue/schema.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { type Locate, type Path, placeAt } from '../../core/base/locate.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import type { Plan } from '../../core/plan/model.ts';
import { fillLines } from '../../core/resolve/fill-lines.ts';
import { resolvePlan } from '../../core/resolve/resolve-plan.ts';
import { planFileSchema } from '../../core/plan/schema.ts';
import { roundsFileSchema, type RoundRule } from '../../core/round/schema.ts';
import { orMissing } from '../or-missing.ts';
import { COMPILED, compiledOf } from './compiled.ts';
import { loadPlanUnits, type ListedProvinces } from './plan-units.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { parseWith } from './schema-findings.ts';
import { sourceOf, type PlanSource } from './source.ts';
import { parseYaml, type YamlFile } from './yaml.ts';

const report = reporter(fileMessages);

/** Something read from files: null when a finding is an error. */
export interface Loaded<Value> {
  value: Value | null;
  findings: Finding[];
}

/** A plan with what lint needs to point into its file. */
export interface LoadedPlan {
  plan: Plan;
  /** Path of plan.yaml relative to the package or the workspace, with forward slashes. */
  file: string;
  /** Path of source.txt, likewise. */
  sourceFile: string;
  locate: Locate;
}

/** Below the root of the program. */
export const CATALOGUE_FILE = 'seeds/catalogue.yaml';
/** What a workspace adds to the catalogue of the program; it may be absent. */
export const OVERLAY_FILE = 'catalogue.yaml';
/** Below the folder of the plans. */
const ROUNDS_FILE = 'rounds.yaml';

/** Reads and checks the catalogue of the program, with what a workspace adds to it. */
export async function loadCatalogue(from: string | PlanSource): Promise<Loaded<Catalogue>> {
  const { root, program } = sourceOf(from);
  const base = await readCatalogue(program ?? root);
  if (base.value === null || program === null)
    return { value: base.value && indexCatalogue(base.value), findings: base.findings };
  const overlay = await readOverlay(root, base.value);
  const findings = [...base.findings, ...overlay.findings];
  return { value: overlay.value && indexCatalogue(overlay.value), findings };
}

async function readCatalogue(root: string): Promise<Loaded<CatalogueFile>> {
  const text = await readText(root, CATALOGUE_FILE);
  if (text.value === null) return { value: null, findings: text.findings };
  const compiled = await compiledOf(root, `${COMPILED}/catalogue.json`, text.value);
  // It was checked when it was compiled.
  if (compiled !== undefined) return { value: compiled as CatalogueFile, findings: [] };
  return parseCatalogue(text.value);
}

/** Reads and checks the text of the catalogue itself. */
export function parseCatalogue(text: string): Loaded<CatalogueFile> {
  const yaml = parseYaml(text, CATALOGUE_FILE);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const parsed = parseWith(catalogueFileSchema, yaml.value, CATALOGUE_FILE, yaml.locate);
  if (parsed.value === null) return { value: null, findings: parsed.findings };
  const findings = checkCatalogue(parsed.value, CATALOGUE_FILE, yaml.locate);
  return { value: hasError(findings) ? null : parsed.value, findings };
}

/** The catalogue with the overlay of a workspace; without one as it is. */
async function readOverlay(root: string, base: CatalogueFile): Promise<Loaded<CatalogueFile>> {
  const text = await readText(root, OVERLAY_FILE);
  if (text.value === null)
    return isMissing(text.findings) ? { value: base, findings: [] } : { ...text, value: null };
  const yaml = parseYaml(text.value, OVERLAY_FILE);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  return overlaid(yaml, base);
}

/** The catalogue of the program with an overlay that is not written yet. */
export async function catalogueWith(program: string, overlayText: string): Promise<Loaded<Catalogue>> {
  const base = await readCatalogue(program);
  if (base.value === null) return { value: null, findings: base.findings };
  const yaml = parseYaml(overlayText, OVERLAY_FILE);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const overlay = overlaid(yaml, base.value);
  return { value: overlay.value && indexCatalogue(overlay.value), findings: overlay.findings };
}

function overlaid(yaml: YamlFile, base: CatalogueFile): Loaded<CatalogueFile> {
  const parsed = parseWith(catalogueOverlaySchema, yaml.value, OVERLAY_FILE, yaml.locate);
  if (parsed.value === null) return { value: null, findings: parsed.findings };
  const overlay = parsed.value;
  const { catalogue, findings } = withOverlay(base, overlay, OVERLAY_FILE, yaml.locate);
  if (!hasError(findings)) {
    const pathIn = (path: Path) => pathInOverlay(base, overlay, path);
    findings.push(...checkCatalogue(catalogue, OVERLAY_FILE, yaml.locate, pathIn));
  }
  return { value: hasError(findings) ? null : catalogue, findings };
}

/** Ids of the plans there are: the folders that hold a plan.yaml, in order. */
export async function listPlans(from: string | PlanSource): Promise<string[]> {
  const { root, folder } = sourceOf(from);
  const ids: string[] = [];
  for (const entry of await entriesOf(join(root, folder))) {
    if (!entry.isDirectory()) continue;
    const names = await readdir(join(root, folder, entry.name));
    if (names.includes('plan.yaml')) ids.push(entry.name);
  }
  return ids.sort();
}

/** What is in a folder; nothing where it is missing. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await orMissing(readdir(folder, { withFileTypes: true }))) ?? [];
}

/** Whether a folder of plans lists one of this id. */
async function isPlan(folder: string, id: string): Promise<boolean> {
  const isFolder = (await entriesOf(folder)).some((entry) => entry.name === id && entry.isDirectory());
  return isFolder && (await readdir(join(folder, id))).includes('plan.yaml');
}

/** Folders with a document and no plan file yet: the document's name by the id of the folder. */
export async function undraftedPlans(from: string | PlanSource): Promise<Map<string, string>> {
  const { root, folder } = sourceOf(from);
  const found = new Map<string, string>();
  for (const entry of await entriesOf(join(root, folder))) {
    const names = entry.isDirectory() ? await readdir(join(root, folder, entry.name)) : [];
    const document = names.find((name) => /\.(?:docx?|pdf|txt|rtf|odt)$/iu.test(name));
    if (document !== undefined && !names.includes('plan.yaml')) found.set(entry.name, document);
  }
  return found;
}

/**
 * Reads and checks one plan with its document and units. The id has to be one of {@link listPlans}.
 * @param listed see {@link loadPlanUnits}
 * @param rounds gives the rules of rounds; whoever loads many plans reads them once
 */
export async function loadPlan(
  from: string | PlanSource,
  id: string,
  catalogue: Catalogue,
  listed?: ListedProvinces,
  rounds: () => ReturnType<typeof loadRounds> = () => loadRounds(from),
): Promise<Loaded<LoadedPlan>> {
  const { root, folder } = sourceOf(from);
  // Only a listed folder is opened, so an id never becomes a path to somewhere else.
  if (!(await isPlan(join(root, folder), id)))
    return {
      value: null,
      findings: [report('plan-unknown', {}, { plan: id, known: await listPlans(from) })],
    };

  const file = `${folder}/${id}/plan.yaml`;
  const text = await readText(root, file);
  if (text.value === null) return { value: null, findings: text.findings };
  const {
    value: data,
    findings: yamlFindings,
    locate,
  } = await readYaml(from, `${id}.plan`, text.value, file);
  if (yamlFindings.length > 0) return { value: null, findings: yamlFindings };
  const sourceFile = `${folder}/${id}/source.txt`;
  const source = await readText(root, sourceFile);
  const filled = source.value === null ? data : fillLines(data, source.value);
  const parsed = parseWith(planFileSchema, filled, file, locate);
  if (parsed.value === null) return { value: null, findings: parsed.findings };
  const planFile = parsed.value;

  const findings: Finding[] = [];
  if (planFile.id !== id) {
    findings.push(report('plan-id-folder', placeAt(file, locate, ['id']), { id: planFile.id, folder: id }));
  }
  const units = await loadPlanUnits(from, planFile.province, planFile.units, listed);
  findings.push(...source.findings, ...units.findings);
  if (source.value === null || units.value === null) return { value: null, findings };

  const context = { catalogue, units: units.value, source: source.value, file, locate };
  const resolved = resolvePlan(planFile, context);
  const rules = await rounds();
  findings.push(...resolved.findings, ...rules.findings);
  const value =
    resolved.plan === null || hasError(findings)
      ? null
      : { plan: { ...resolved.plan, roundRules: rules.value?.get(id) ?? [] }, file, sourceFile, locate };
  return { value, findings };
}

/** Reads rounds.yaml: the rules of each plan's rounds, by plan id. Without the file there are none. */
export async function loadRounds(from: string | PlanSource): Promise<Loaded<Map<string, RoundRule[]>>> {
  const { root, folder } = sourceOf(from);
  const file = `${folder}/${ROUNDS_FILE}`;
  const text = await readText(root, file);
  if (text.value === null) {
    return isMissing(text.findings)
      ? { value: new Map(), findings: [] }
      : { value: null, findings: text.findings };
  }
  const yaml = await readYaml(from, 'rounds', text.value, file);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const parsed = parseWith(roundsFileSchema, yaml.value, file, yaml.locate);
  if (!parsed.value) return { value: null, findings: parsed.findings };
  const rules = new Map<string, RoundRule[]>();
  for (const rule of parsed.value.rounds) rules.set(rule.plan, [...(rules.get(rule.plan) ?? []), rule]);
  return { value: rules, findings: parsed.findings };
}

function isMissing(findings: readonly Finding[]): boolean {
  return findings.every(({ code }) => code === 'text-file-missing');
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
