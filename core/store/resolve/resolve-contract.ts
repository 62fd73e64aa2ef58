import type { Conflict } from '../in-force.ts';

/** What makes a decision findable in a workbook of conflicts that was filled in: keys in a hidden column and row. */

/** Stands where the key row and the key column cross. */
export const RESOLVE_MARKER = 'chitieu:resolve:1';

/** What is filled in for a conflict, by column key. */
export const resolveFields = ['keep', 'by', 'reason'] as const;
export type ResolveField = (typeof resolveFields)[number];

/** An open conflict as people name it. */
export interface OpenConflict {
  /** Short, and the same as long as the conflict is open. */
  id: string;
  /** Another one as soon as a return or a value joins the conflict. */
  version: string;
  conflict: Conflict;
}

/** Row key of a conflict. */
export function resolveRowKey({ id, version }: Pick<OpenConflict, 'id' | 'version'>): string {
  return `${id}|${version}`;
}

/** Reads {@link resolveRowKey}; null for anything else. */
export function parseResolveRowKey(key: string): { id: string; version: string } | null {
  const [, id, version] = /^(m[0-9a-f]+)\|([0-9a-f]+)$/u.exec(key) ?? [];
  return id === undefined || version === undefined ? null : { id, version };
}
