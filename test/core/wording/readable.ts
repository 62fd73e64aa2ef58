import { expect } from 'vitest';
import type { Finding } from '../../../core/base/finding.ts';
import { renderMessage } from '../../../core/wording/render.ts';

/** Expects that every finding reads as a sentence in both languages, with all its data filled in. */
export function expectReadable(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const [vi, en] = [renderMessage(finding, 'vi'), renderMessage(finding, 'en')];
    for (const text of [vi, en]) {
      expect(text, finding.code).not.toMatch(/undefined|null|NaN|\[object/u);
      expect(text, finding.code).toMatch(/^\S.*[.:)]$/su);
    }
    expect(vi, finding.code).not.toBe(en);
  }
}
