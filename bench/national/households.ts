import type { Entry } from '../../core/store/entry.ts';
import type { Country } from './country.ts';

/**
 * The country with counts of households in the place of its figures: a part of each whole is entered for each stratum,
 * which come to the whole, as much of the counted of what it is divided by.
 */
export function ofHouseholds(country: Country): Country {
  return {
    ...country,
    communes: country.communes.map((one) => ({
      ...one,
      entries: () => {
        const at = Number(one.id.slice(-5));
        const found = one.entries().flatMap((entry) => household(entry, at) ?? []);
        // Parts come to their whole only where none is missing.
        const known = new Map<string, number>();
        for (const { indicator } of found) known.set(indicator, (known.get(indicator) ?? 0) + 1);
        return found.filter(({ indicator }) => known.get(indicator) === PARTS + 1);
      },
    })),
  };
}

/** The entry with a count that follows from where it stands; null for a share, which is computed, and for a sign. */
function household(entry: Entry, at: number): Entry | null {
  const [, share = '0', part = '0'] = entry.indicator.split('-');
  if (part === '0' || entry.value === null) return null;
  const mixed = ((at + 1) * 2_654_435_761 + Number(share) * 40_503) % 2 ** 32;
  const below = 40 + (mixed % 1200);
  const above = Math.floor((below * (mixed % 97)) / 400);
  const whole = part === '1' ? above : below;
  return { ...entry, value: String(partOf(whole, entry.stratum)) };
}

/** Strata of each whole, in the order in which they are first met. */
const PARTS = 3;
const seen: string[] = [];

/** What of a whole is in a stratum: half, three eighths, and the rest. */
function partOf(whole: number, stratum: string): number {
  if (stratum === '_T') return whole;
  if (!seen.includes(stratum)) seen.push(stratum);
  const [half, more] = [Math.floor(whole / 2), Math.floor((whole * 3) / 8)];
  return [half, more, whole - half - more][seen.indexOf(stratum)] ?? 0;
}
