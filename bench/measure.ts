/** What some work took. */
export interface Cost {
  /** Elapsed milliseconds. */
  wall: number;
  /** Milliseconds of processor time of the whole process, helper threads included. */
  cpu: number;
}

/** Runs work and adds what it took to `cost`. */
export async function measured<T>(cost: Cost, work: () => T | Promise<T>): Promise<T> {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const spent = process.cpuUsage(cpu);
  cost.wall += performance.now() - wall;
  cost.cpu += (spent.user + spent.system) / 1000;
  return result;
}

/** The most memory the process has held so far, in MB (2^20 bytes). */
export function peakMemory(): number {
  // Node gives kilobytes on every platform.
  return process.resourceUsage().maxRSS / 1024;
}
