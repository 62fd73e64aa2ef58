import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { readReplaced } from '../regular-file.ts';
import { sha256Of } from '../store/originals.ts';
import type { WorkbookJob } from './jobs.ts';
import { filesOf } from './known.ts';

/** What a run notes of the workbooks it has written, so that one that was cut off goes on where it was. */
export interface RunJournal {
  /** Whether the workbook of a job lies in the folder as the run before wrote it, from the very same. */
  isThere: (job: WorkbookJob) => Promise<boolean>;
  /** Notes a workbook that lies in the folder. */
  note: (job: WorkbookJob, bytes: Uint8Array) => Promise<void>;
  /** The run is through: nothing is to be gone on with. */
  end: () => Promise<void>;
}

const FILE = '.chitieu-dang-tao.jsonl';
const lineSchema = z.strictObject({ name: z.string(), job: z.string(), sha256: z.string() });

/**
 * The journal of a run in the folder it writes into.
 * @param made what else workbooks depend on than their jobs and the catalogue: the program's version
 */
export async function runJournal(folder: string, catalogue: Catalogue, made: string): Promise<RunJournal> {
  const path = join(folder, FILE);
  const before = new Map((await linesOf(path)).map((line) => [line.name, line]));
  const ofAll = hashOf([made, process.version, catalogue]);
  const plans = new Map<unknown, string>();
  const planOf = (plan: unknown) => {
    const known = plans.get(plan) ?? hashOf(plan);
    plans.set(plan, known);
    return known;
  };
  const idOf = (job: WorkbookJob) =>
    hashOf([ofAll, { ...job, plans: job.plans.map(planOf), files: filesOf(job) }]);
  return {
    async isThere(job) {
      const line = before.get(job.name);
      if (line === undefined || line.job !== idOf(job)) return false;
      const bytes = await readReplaced(join(folder, job.name));
      return bytes !== null && bytes !== 'other' && sha256Of(bytes) === line.sha256;
    },
    note: (job, bytes) =>
      appendFile(path, `${JSON.stringify({ name: job.name, job: idOf(job), sha256: sha256Of(bytes) })}\n`),
    end: () => rm(path, { force: true }),
  };
}

/** Whole lines; the last one may be torn. */
async function linesOf(path: string): Promise<z.output<typeof lineSchema>[]> {
  const bytes = await readReplaced(path);
  if (bytes === null || bytes === 'other') return [];
  return String(bytes)
    .split('\n')
    .flatMap((line) => {
      try {
        return [lineSchema.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}

function hashOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Map) return [...(inner as ReadonlyMap<unknown, unknown>)];
    return inner instanceof Set ? [...(inner as ReadonlySet<unknown>)] : inner;
  });
  return sha256Of(text);
}
