import { parsePrinted } from '../base/number.ts';
import type { Indicator } from './schema.ts';

/** "/vạn dân", "/10.000 dân", "trên 100.000 trẻ đẻ sống", "/10 vạn dân". */
const PER = /(?:\/|\strên\s)\s*(?:(\d[\d.]*)\s*)?(?:(vạn|nghìn|ngàn)(?!\p{L}))?/u;
const SCALES = new Map([
  ['vạn', 10_000],
  ['nghìn', 1_000],
  ['ngàn', 1_000],
]);

/**
 * By what a share or rate is multiplied: 100 for a share, 1 000 for ‰, 10 000 for a rate per vạn dân, and what the unit
 * says for any other ("ca/100.000 dân").
 * @returns null for every other measure, and for a rate whose unit does not say it.
 */
export function perOf(indicator: Pick<Indicator, 'measure' | 'unit'>): number | null {
  if (indicator.measure === 'share') return 100;
  if (indicator.measure !== 'rate') return null;
  if (indicator.unit.includes('‰')) return 1_000;
  const [, digits, scale] = PER.exec(indicator.unit) ?? [];
  if (digits === undefined && scale === undefined) return null;
  const parsed = digits === undefined ? null : parsePrinted(digits);
  const count = digits === undefined ? 1 : parsed !== null && 'value' in parsed ? parsed.value : null;
  const per = count === null ? 0 : count * (SCALES.get(scale ?? '') ?? 1);
  return per >= 100 ? per : null;
}
