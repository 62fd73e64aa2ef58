import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { endServers } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    runFolder: string;
  }
}

/**
 * A folder for what is made once in a run of a lane and used by many test files. It goes with the run: no
 * file of an earlier run, of other sources or of another version of a program can pass for one of this run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-run-'));
  project.provide('runFolder', folder);
  return async () => {
    await endServers(folder);
    await rm(folder, { recursive: true, force: true });
  };
}
