import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintPlan, planRules } from '../../../core/lint/index.ts';
import { lintContext, lintFixture } from '../plan/fixture.ts';

describe('planRules', () => {
  it('names every file of rules/ once', () => {
    const folder = fileURLToPath(new URL('../../../core/lint/rules', import.meta.url));
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/u, ''));
    expect(planRules.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('are all run, and report no error', () => {
    const linted = lintFixture('p', '2021', [
      'literate-districts level equal 90 2025',
      'literate-districts level equal 80 2030',
    ]);
    const findings = lintPlan(linted, lintContext(linted));
    expect(findings.map(({ code }) => code)).toEqual([
      'lint-later-is-worse',
      'lint-districts-ended',
      'lint-districts-ended',
      'lint-no-unit-below',
      'lint-no-unit-below',
      'lint-no-baseline',
      // The lines of the fixture print no year, though its targets say so.
      'lint-read-otherwise',
      'lint-read-otherwise',
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
