import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalogue, indexCatalogue } from '../../core/catalogue/catalogue.ts';
import { checkCatalogue } from '../../core/catalogue/check.ts';
import { catalogueFileSchema } from '../../core/catalogue/schema.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { type Locate, placeAt } from '../../core/base/locate.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import type { Plan } from '../../core/plan/model.ts';
import { resolvePlan } from '../../core/resolve/resolve-plan.ts';
import { planFileSchema } from '../../core/plan/schema.ts';
import { roundsFileSchema, type RoundRule } from '../../core/round/schema.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { readText } from './read-text.ts';
import { parseWith } from './schema-findings.ts';
import { parseUnits } from './units.ts';
import { parseYaml } from './yaml.ts';

const report = reporter(fileMessages);

/** Something read from files: null when a finding is an error. */
export interface Loaded<Value> {
  value: Value | null;
  findings: Finding[];
}

/** A plan with what lint needs to point into its file. */
export interface LoadedPlan {
  plan: Plan;
  /** Path of plan.yaml relative to the package, with forward slashes. */
  file: string;
  /** Path of source.txt, likewise. */
  sourceFile: string;
  locate: Locate;
}

const CATALOGUE_FILE = 'seeds/catalogue.yaml';
const ROUNDS_FILE = 'seeds/rounds.yaml';

/** Reads and checks seeds/catalogue.yaml below a root folder. */
export async function loadCatalogue(root: string): Promise<Loaded<Catalogue>> {
  const text = await readText(root, CATALOGUE_FILE);
  if (text.value === null) return { value: null, findings: text.findings };
  const yaml = parseYaml(text.value, CATALOGUE_FILE);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const parsed = parseWith(catalogueFileSchema, yaml.value, CATALOGUE_FILE, yaml.locate);
  if (parsed.value === null) return { value: null, findings: parsed.findings };
  const findings = checkCatalogue(parsed.value, CATALOGUE_FILE, yaml.locate);
  return { value: hasError(findings) ? null : indexCatalogue(parsed.value), findings };
}

/** Ids of the plans below a root folder: the folders of seeds/ that hold a plan.yaml, in order. */
export async function listPlans(root: string): Promise<string[]> {
  const ids: string[] = [];
  for (const entry of await readdir(join(root, 'seeds'), { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory()) continue;
    const names = await readdir(join(root, 'seeds', entry.name));
    if (names.includes('plan.yaml')) ids.push(entry.name);
  }
  return ids.sort();
}

/** Reads and checks one plan with its document and units. The id has to be one of {@link listPlans}. */
export async function loadPlan(root: string, id: string, catalogue: Catalogue): Promise<Loaded<LoadedPlan>> {
  const known = await listPlans(root);
  // Only a listed folder is opened, so an id never becomes a path to somewhere else.
  if (!known.includes(id))
    return { value: null, findings: [report('plan-unknown', {}, { plan: id, known })] };

  const file = `seeds/${id}/plan.yaml`;
  const text = await readText(root, file);
  if (text.value === null) return { value: null, findings: text.findings };
  const { value: data, findings: yamlFindings, locate } = parseYaml(text.value, file);
  if (yamlFindings.length > 0) return { value: null, findings: yamlFindings };
  const parsed = parseWith(planFileSchema, data, file, locate);
  if (parsed.value === null) return { value: null, findings: parsed.findings };
  const planFile = parsed.value;

  const findings: Finding[] = [];
  if (planFile.id !== id) {
    findings.push(report('plan-id-folder', placeAt(file, locate, ['id']), { id: planFile.id, folder: id }));
  }
  const sourceFile = `seeds/${id}/source.txt`;
  const source = await readText(root, sourceFile);
  const units = await loadUnits(root, planFile.units);
  findings.push(...source.findings, ...units.findings);
  if (source.value === null || units.value === null) return { value: null, findings };

  const context = { catalogue, units: units.value, source: source.value, file, locate };
  const resolved = resolvePlan(planFile, context);
  const rules = await loadRounds(root);
  findings.push(...resolved.findings, ...rules.findings);
  const value =
    resolved.plan === null || hasError(findings)
      ? null
      : { plan: { ...resolved.plan, roundRules: rules.value?.get(id) ?? [] }, file, sourceFile, locate };
  return { value, findings };
}

/** Reads seeds/rounds.yaml: the rules of each plan's rounds, by plan id. Without the file there are none. */
export async function loadRounds(root: string): Promise<Loaded<Map<string, RoundRule[]>>> {
  const text = await readText(root, ROUNDS_FILE);
  if (text.value === null) {
    const isMissing = text.findings.every(({ code }) => code === 'text-file-missing');
    return isMissing ? { value: new Map(), findings: [] } : { value: null, findings: text.findings };
  }
  const yaml = parseYaml(text.value, ROUNDS_FILE);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const parsed = parseWith(roundsFileSchema, yaml.value, ROUNDS_FILE, yaml.locate);
  if (!parsed.value) return { value: null, findings: parsed.findings };
  const rules = new Map<string, RoundRule[]>();
  for (const rule of parsed.value.rounds) rules.set(rule.plan, [...(rules.get(rule.plan) ?? []), rule]);
  return { value: rules, findings: parsed.findings };
}

/** Reads and checks seeds/units/<set>.csv. */
export async function loadUnits(root: string, set: string): Promise<Loaded<Unit[]>> {
  const file = `seeds/units/${set}.csv`;
  const text = await readText(root, file);
  if (text.value === null) return { value: null, findings: text.findings };
  return parseUnits(text.value, file);
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
