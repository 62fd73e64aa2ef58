import { workerData } from 'node:worker_threads';
import { checkFile, type FileResult } from './check-file.ts';
import type { WorkerOrder } from './check-files.ts';
import type { Input } from './inputs.ts';
import { installedOf } from './installed.ts';

const { seeds, wants } = workerData as WorkerOrder;
const installed = installedOf(seeds);

/** Checks one return in a thread of its own. */
export default function work(input: Input): Promise<FileResult> {
  return checkFile(input, installed, wants);
}
