import type { FoundSheet } from '../../returned/align/found-sheet.ts';
import { mergedRanges } from '../../returned/align/merged-inputs.ts';
import type { Spot } from './fold.ts';

/** Where the sheets join cells of one sort, and how many of their merged ranges do not. */
export function mergedSpots(
  sheets: readonly FoundSheet[],
  sort: 'figures' | 'texts',
): { spots: Spot[]; passed: number } {
  const spots: Spot[] = [];
  let passed = 0;
  for (const sheet of sheets) {
    for (const { range, area, inputs } of mergedRanges(sheet)) {
      if (inputs !== sort) passed += 1;
      else spots.push({ sheet: sheet.facts.name, row: area.top, column: area.left, found: range });
    }
  }
  return { spots, passed };
}
