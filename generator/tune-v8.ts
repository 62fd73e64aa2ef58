import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * By how much the heap grows before it is looked through again: left to itself it grows fourfold, and the import of a
 * country's returns holds half as much memory again.
 */
const GROWTH = '--heap-growing-percent=80';
/**
 * Bytes of code that a function runs before V8 looks at it again, six times its own: most commands end within two
 * seconds, and making code fast that hardly runs again takes a quarter of their processor time. Later versions than
 * that of Node 20 do not know it, and would complain.
 */
const BUDGET = '--interrupt-budget=400000';
const KNOWS_BUDGET = /^11\./u;

/** The flags for a version of V8, as `process.versions.v8` says it. */
export function flagsFor(version: string): string[] {
  return [GROWTH, ...budgetFor(version)];
}

/** The one of them that is for processes which end soon, of tests too. */
export function budgetFor(version: string): string[] {
  return KNOWS_BUDGET.test(version) ? [BUDGET] : [];
}

/** Sets V8 up for a command: of the process of its own, never of those who only use the command line's functions. */
export function tuneV8(): void {
  for (const flag of flagsFor(process.versions.v8)) setFlagsFromString(flag);
}

/**
 * Lets the heap of this process and its workers grow by less before it is looked through again: for commands that hold
 * a country's figures. A twentieth more processor time, a sixth less memory.
 * @param growth in per cent
 */
export function keepHeapSmall(growth = 40): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/**
 * Lets the young generation of this thread stay as it is, half of what V8 takes for itself; with it goes what the heap
 * may grow by before it is looked through. Threads that start later begin with what they may have. To be said before
 * the modules of a command are loaded, which make it grow, by those that hold much while workers do so beside them.
 */
export function keepYoungSmall(): void {
  if (!KNOWS_BUDGET.test(process.versions.v8)) return;
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--min-semi-space-size=4');
}

/**
 * Clears up the heap now. What a long piece of work has let go of lies there until the heap grows again, which it does
 * not while workers do what comes next: beside them it would count as held for minutes.
 */
export function clearUpHeap(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
