import { workerData } from 'node:worker_threads';
import { installedOf } from '../check/installed.ts';
import type { Arrival } from './arrivals.ts';
import { arrivalReader, type Read, type ReadingOrder } from './read-arrivals.ts';

const { seeds, known } = workerData as ReadingOrder;
const read = arrivalReader(installedOf(seeds));

/** Reads one arrival in a thread of its own. */
export default function work(arrival: Arrival): Promise<Read> {
  return read(arrival, known);
}
