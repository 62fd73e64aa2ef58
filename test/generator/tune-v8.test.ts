import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { clearUpHeap, flagsFor } from '../../generator/tune-v8.ts';

it('sets no flag that this V8 does not know', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const flags = flagsFor(process.versions.v8);
  expect(flags.length).toBeGreaterThan(0);
  for (const flag of flags) expect(known).toContain(`${flag.split('=')[0] ?? ''} `);
});

it('leaves out what later versions have dropped, which would be complained of at every command', () => {
  expect(flagsFor('12.4.254.21-node.33')).toEqual(['--heap-growing-percent=80']);
});

it('clears up what was let go of', () => {
  const large = { texts: Array.from({ length: 400_000 }, (_, at) => `số ${at}`) };
  const before = process.memoryUsage().heapUsed;
  large.texts = [];
  clearUpHeap();
  expect(before - process.memoryUsage().heapUsed).toBeGreaterThan(10_000_000);
});
