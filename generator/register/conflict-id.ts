import { figureText } from '../../core/store/entry.ts';
import type { Conflict } from '../../core/store/in-force.ts';
import type { OpenConflict } from '../../core/store/resolve/resolve-contract.ts';
import { sha256Of } from '../store/originals.ts';

/** How people name a conflict: short, and the same as long as it is open. */
export function conflictId({ key }: Pick<Conflict, 'key'>): string {
  return `m${sha256Of(key).slice(0, 8)}`;
}

/** Conflicts as a table names them: longer, as one table may hold thousands. */
export function namedConflicts(conflicts: readonly Conflict[]): OpenConflict[] {
  return conflicts.map((conflict) => ({ ...tableNames(conflict), conflict }));
}

/** Name of a conflict in a table, by its key alone. */
export function tableId(key: string): string {
  return `m${sha256Of(key).slice(0, 16)}`;
}

function tableNames({ key, holders }: Conflict): { id: string; version: string } {
  const said = holders.map((entry) => `${entry.return}:${figureText(entry)}`).sort();
  return { id: tableId(key), version: sha256Of(said.join('|')).slice(0, 12) };
}
