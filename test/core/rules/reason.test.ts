import { describe, expect, it } from 'vitest';
import { isReason, isReasonForTwo } from '../../../core/rules/reason.ts';
import { cellText } from '../../../core/sheet/cell-text.ts';
import { reasonCases } from './reason-cases.ts';

describe('what a reason is', () => {
  it.each(reasonCases)('$cell: words $words', ({ cell, words, two = false }) => {
    expect(isReason(cellText(cell))).toBe(words);
    expect(isReasonForTwo(cellText(cell))).toBe(two);
  });
});
