import type { Indicator } from './schema.ts';

/**
 * By what a share or rate is multiplied: 100 for a share, 1 000 for ‰, 10 000 for a rate per vạn dân.
 * @returns null for every other measure, and for a rate whose unit says neither.
 */
export function perOf(indicator: Pick<Indicator, 'measure' | 'unit'>): number | null {
  if (indicator.measure === 'share') return 100;
  if (indicator.measure !== 'rate') return null;
  if (indicator.unit.includes('‰')) return 1_000;
  return indicator.unit.includes('vạn') ? 10_000 : null;
}
