import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { flagsFor } from '../../generator/tune-v8.ts';

it('sets no flag that this V8 does not know', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const flags = flagsFor(process.versions.v8);
  expect(flags.length).toBeGreaterThan(0);
  for (const flag of flags) expect(known).toContain(`${flag.split('=')[0] ?? ''} `);
});

it('leaves out what later versions have dropped, which would be complained of at every command', () => {
  expect(flagsFor('12.4.254.21-node.33')).toEqual(['--heap-growing-percent=80']);
});
