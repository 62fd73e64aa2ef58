import { setFlagsFromString } from 'node:v8';

/** Bytes of code that a function runs before V8 looks at it again; its own is a sixth of this. */
const BUDGET = 400_000;

/**
 * Lets V8 optimize later: most commands end within two seconds, and making code fast that hardly runs again takes a
 * quarter of their processor time. What runs on is optimized all the same, some milliseconds later. Of the process
 * alone, never of those who only use the command line's functions.
 */
export function expectShortRun(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
