import type { Indicator } from './schema.ts';

/**
 * Whether an indicator counts whole things, so that its figures have no fractions: a count, and the whole numbers
 * of a group or of yes and no. A quantity that is measured (m³ a day, million dong) is an amount, never a count.
 */
export function countsWholeThings({ measure }: Pick<Indicator, 'measure'>): boolean {
  return measure === 'count' || measure === 'ordinal' || measure === 'yes-no';
}
