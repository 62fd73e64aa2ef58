import type { Raw, RawEntry } from './book.ts';

/** A field of the head by its path. */
export function headValue(head: RawEntry, path: string): Raw | undefined {
  return path
    .split('.')
    .reduce<Raw | undefined>(
      (at, field) => (typeof at === 'object' && !Array.isArray(at) ? (at as RawEntry)[field] : undefined),
      head,
    );
}

/** An entry with a field set by its path; an empty text takes it out. */
export function withValue(entry: RawEntry, [field = '', ...rest]: readonly string[], text: string): RawEntry {
  if (rest.length > 0) {
    const inner = entry[field];
    const group = typeof inner === 'object' && !Array.isArray(inner) ? (inner as RawEntry) : {};
    return { ...entry, [field]: withValue(group, rest, text) };
  }
  if (text !== '') return { ...entry, [field]: text };
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== field));
}
