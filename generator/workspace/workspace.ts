import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { listOf, schemaVersion, slug } from '../../core/base/fields.ts';
import type { Finding } from '../../core/base/finding.ts';
import { periodText } from '../../core/exchange/return-figures.ts';
import { CommandFailure } from '../failure.ts';
import { orMissing } from '../or-missing.ts';
import { readText } from '../plan-files/read-text.ts';
import { parseWith } from '../plan-files/schema-findings.ts';
import type { PlanSource } from '../plan-files/source.ts';
import { parseYaml } from '../plan-files/yaml.ts';

/** The file that makes a folder a workspace. */
export const WORKSPACE_FILE = 'chitieu.yaml';

/** The planner's files of a workspace: they are read where an option names no other. */
export const plannerFiles = {
  baselines: 'planner/baselines.csv',
  assignments: 'planner/assignments.csv',
  figures: 'planner/figures.csv',
} as const;

/** A province of the national list, as ids of units begin. */
export const provinceId = z.string().regex(/^VN\d{2}(?:-\d{4})?$/u, 'a province id such as VN12');

/** chitieu.yaml */
const workspaceFileSchema = z.strictObject({
  schema: schemaVersion,
  /** Province whose workspace it is; absent for the whole country. */
  province: provinceId.optional(),
  /** Plans that commands take where none is named; empty: all of the workspace. */
  plans: listOf(slug, 1000).default([]),
  /** Round that commands take where none is named. */
  round: periodText.optional(),
  /** Who decides, where `--by` says nothing. */
  by: z.string().min(1, 'text').optional(),
  /** Server that keeps the store, without a password; absent: the folder `store` keeps it. */
  store: z.string().min(1, 'text').optional(),
  /** Certificate of the authority that signed that server's, by its path from the workspace. */
  storeCa: z.string().min(1, 'text').optional(),
});

/** A province's own folder: its plans, its catalogue overlay, the planner's files, the store. */
export interface Workspace extends PlanSource {
  folder: 'plans';
  program: string;
  province: string | null;
  plans: readonly string[];
  round: string | null;
  by: string | null;
  store: string | null;
  storeCa: string | null;
}

/** The nearest folder at or above one that is a workspace; null where none is. */
export function workspaceAbove(start: string): string | null {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, WORKSPACE_FILE))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Reads chitieu.yaml of a folder. @param program root of the program */
export async function readWorkspace(
  root: string,
  program: string,
): Promise<{ value: Workspace | null; findings: Finding[] }> {
  const text = await readText(root, WORKSPACE_FILE);
  if (text.value === null) return { value: null, findings: text.findings };
  const yaml = parseYaml(text.value, WORKSPACE_FILE);
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const parsed = parseWith(workspaceFileSchema, yaml.value, WORKSPACE_FILE, yaml.locate);
  if (parsed.value === null) return { value: null, findings: parsed.findings };
  const { province = null, plans, round = null, by = null, store = null, storeCa = null } = parsed.value;
  return {
    value: { root, folder: 'plans', program, province, plans, round, by, store, storeCa },
    findings: [],
  };
}

/**
 * The planner's files that the workspace has, by what they are. A workbook of the same name (`figures.xlsx`) serves
 * where the CSV file is not there or has nothing but its header.
 * @throws CommandFailure when both say something: nobody knows which is meant
 */
export async function plannerFilesOf({
  root,
}: Workspace): Promise<Partial<Record<keyof typeof plannerFiles, string>>> {
  const found: Partial<Record<keyof typeof plannerFiles, string>> = {};
  for (const [kind, name] of Object.entries(plannerFiles) as [keyof typeof plannerFiles, string][]) {
    const path = join(root, ...name.split('/'));
    const workbook = path.replace(/\.csv$/u, '.xlsx');
    const [table, other] = [await sizeOf(path), await sizeOf(workbook)];
    // A header is one line.
    const says = table !== null && /\n./u.test((await readText(root, name)).value ?? '\n?');
    if (says && other !== null)
      throw new CommandFailure(
        `Có cả ${name} và ${name.replace(/csv$/u, 'xlsx')}, đều có dòng. Hãy giữ một tệp (both files say something).`,
      );
    if (other !== null) found[kind] = workbook;
    else if (table !== null) found[kind] = path;
  }
  return found;
}

/** Size of a file; null where there is none. */
async function sizeOf(path: string): Promise<number | null> {
  const found = await orMissing(stat(path));
  return found?.isFile() ? found.size : null;
}
