import { SAYS_NOTHING, type Entry } from '../../../core/store/entry.ts';
import type { Decision, StoredEntry, StoredReturn } from '../../../core/store/model.ts';

/** A figure of VN12.106 in 2023, as a return says it. */
export function entry(said: Partial<Entry> = {}): Entry {
  return {
    table: 'observations',
    unit: 'VN12.106',
    reporter: 'VN12.106',
    indicator: 'poverty-rate',
    stratum: '_T',
    period: '2023',
    vintage: 'final',
    ...SAYS_NOTHING,
    ...said,
  };
}

/** A return of VN12.106 for 2023. */
export function received(number: number, said: Partial<StoredReturn> = {}): StoredReturn {
  return { ...arriving(number), number, files: [], ...said };
}

/** {@link received} before a store has it. */
export function arriving(number: number): Omit<StoredReturn, 'number' | 'files'> {
  return {
    unit: 'VN12.106',
    reporter: 'VN12.106',
    round: '2023',
    plans: ['lai-chau-2021'],
    state: 'new',
    why: [],
    received: `2024-01-${String(number).padStart(2, '0')}T08:00:00+07:00`,
    by: null,
    sha256: `sha-${number}`,
    content: `content-${number}`,
    corrects: null,
    sameAs: null,
    judged: { acceptance: 'accepted', errors: 0, warnings: 0, owed: 1, entered: 1 },
    reading: null,
    program: '0.1.0',
  };
}

/** Entries of a return, stored. */
export function stored(of: number, ...entries: Entry[]): StoredEntry[] {
  return entries.map((one, row) => ({ ...one, return: of, row }));
}

/** A decision. */
export function decision(number: number, said: Partial<Decision>): Decision {
  return {
    number,
    kind: 'choose',
    return: null,
    target: null,
    figure: null,
    seen: 99,
    at: '2024-02-01',
    by: 'Phòng Tổng hợp',
    reason: 'thử',
    ...said,
  };
}
