import { describe, expect, it } from 'vitest';
import { describeWithEngine, requireEngine, suiteMode } from './availability.ts';

describe('a suite that needs an engine', () => {
  it('runs with it; without it, it is skipped on a desk and fails on a build server', () => {
    expect(suiteMode(true, undefined)).toBe('run');
    expect(suiteMode(true, 'true')).toBe('run');
    expect(suiteMode(false, undefined)).toBe('skip');
    expect(suiteMode(false, 'false')).toBe('skip');
    expect(suiteMode(false, 'true')).toBe('fail');
  });
});

describe('a test file of the lane unit', () => {
  it('cannot use an engine', () => {
    expect(() => requireEngine('libreoffice')).toThrow(/lane unit uses LibreOffice/u);
    expect(() => describeWithEngine('chromium', 'anything', () => undefined)).toThrow(/lane unit/u);
  });
});
