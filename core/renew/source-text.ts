import type { Vintage } from '../observation/vintage.ts';
import type { Derived } from './derive.ts';

/** A unit as the report names it. */
export interface NamedUnit {
  name: string;
  /** Units that its ground passed to. */
  successors: readonly string[];
}

/** What stands before the source of a figure that is not final. */
const SURENESS: Record<Vintage, string> = { estimate: 'Ước thực hiện: ', preliminary: 'Sơ bộ: ', final: '' };

/** More names nobody reads in a cell. */
const MOST_NAMED = 6;

/** Where a filled-in figure comes from and how sure it is, in words for its cell. */
export function sourceText(
  { parts, vintage }: Pick<Derived, 'parts' | 'vintage'>,
  unitOf: (id: string) => NamedUnit | null,
): string {
  const [{ figure, factor }, ...others] = parts;
  const sureness = SURENESS[vintage];
  if (others.length === 0) {
    const times = factor === '1' ? '' : ` × ${factor}`;
    // A figure that came back unchanged has said how sure it is already.
    return figure.source.startsWith(sureness)
      ? `${figure.source}${times}`
      : `${sureness}${figure.source}${times}`;
  }
  const units = [...new Set(parts.map((part) => part.figure.unit))].map((id) => unitOf(id)?.name ?? id);
  const shown = units.slice(0, MOST_NAMED).join(', ');
  const rest = units.length > MOST_NAMED ? ` và ${units.length - MOST_NAMED} đơn vị khác` : '';
  return `${sureness}Cộng ${parts.length} số: ${shown}${rest}`;
}
