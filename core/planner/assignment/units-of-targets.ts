import type { Series } from '../../target/series.ts';
import { targetUnit } from '../../workbook/wording.ts';

/** The units in which the targets an assignment may mean are given; more than one leaves its value unclear. */
export function unitsOfTargets(series: readonly Series[]): string[] {
  return [...new Set(series.map(targetUnit))];
}
