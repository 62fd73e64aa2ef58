import { describe, expect, it } from 'vitest';
import { cellRanges } from '../../../generator/check/cell-ranges.ts';

describe('cellRanges', () => {
  it('makes neighbours of a column one range, and nothing else', () => {
    expect(cellRanges(['F9', 'F10', 'F11', 'G11', 'G13', 'A1'])).toEqual(['F9:F11', 'G11', 'G13', 'A1']);
    expect(cellRanges(['F9', 'F9', 'F8'])).toEqual(['F9', 'F9', 'F8']);
    expect(cellRanges([])).toEqual([]);
  });
});
