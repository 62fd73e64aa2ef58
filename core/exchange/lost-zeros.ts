import { type Finding, type Place, reporter } from '../base/finding.ts';
import { foldedName } from '../base/name.ts';
import { csvReturnMessages, type CodeOf } from './messages.ts';
import type { ExchangeNames } from './names.ts';
import type { TextCells } from './text-cells.ts';

const report = reporter(csvReturnMessages);

/** What restores the codes of a row that lost zeros. */
export interface ZeroRestorer {
  /** @returns the cells with the codes they had; each code is said once */
  restore: (
    cells: TextCells,
    placeOf: (column: string) => Place,
  ) => { cells: TextCells; findings: Finding[] };
  /** Codes as they were found, and what they stand for. */
  restored: ReadonlyMap<string, string>;
}

/**
 * Spreadsheets take the zeros from the front of codes. A code that is in no list is restored only where one that
 * differs from it by such zeros alone has the very name that stands beside it; the reporter, which has no name, where
 * it is written as the unit was.
 * @param before codes that were restored when the same files were read before
 */
export function zeroRestorer(names: ExchangeNames | null, before: ReadonlyMap<string, string>): ZeroRestorer {
  const lists: [CodeOf, string, string, ReadonlyMap<string, string>][] = names
    ? [
        ['unit', 'unit', 'unitName', names.units],
        ['indicator', 'indicator', 'indicatorName', names.indicators],
        ['stratum', 'stratum', 'stratumName', names.strata],
      ]
    : [];
  const restored = new Map(before);
  const restore: ZeroRestorer['restore'] = (cells, placeOf) => {
    const findings: Finding[] = [];
    const changed = new Map<string, string>();
    for (const [what, column, nameColumn, known] of lists) {
      const found = (cells.get(column) ?? '').trim();
      if (found === '' || known.has(found)) continue;
      const name = foldedName(cells.get(nameColumn) ?? '');
      const meant = (idsWithoutZeros(known).get(withoutZeros(found)) ?? []).filter(
        (id) => name !== '' && foldedName(known.get(id) ?? '') === name,
      );
      const [code, other] = meant;
      if (code === undefined || other !== undefined) continue;
      if (!restored.has(found))
        findings.push(report('return-zeros-restored', placeOf(column), { what, found, code }));
      restored.set(found, code);
      changed.set(column, code);
    }
    if (names === null)
      for (const column of ['unit', 'indicator', 'stratum']) {
        const code = restored.get((cells.get(column) ?? '').trim());
        if (code !== undefined) changed.set(column, code);
      }
    const unit = changed.get('unit');
    if (unit !== undefined && cells.get('reporter')?.trim() === cells.get('unit')?.trim())
      changed.set('reporter', unit);
    return {
      cells:
        changed.size === 0 ? cells : { get: (column: string) => changed.get(column) ?? cells.get(column) },
      findings,
    };
  };
  return { restore, restored };
}

/** Drawn up for the first code that is in no list, and kept for as long as the list is. */
const zeroless = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string[]>>();

function idsWithoutZeros(known: ReadonlyMap<string, string>): ReadonlyMap<string, string[]> {
  const before = zeroless.get(known);
  if (before) return before;
  const ids = new Map<string, string[]>();
  for (const id of known.keys()) ids.set(withoutZeros(id), [...(ids.get(withoutZeros(id)) ?? []), id]);
  zeroless.set(known, ids);
  return ids;
}

function withoutZeros(code: string): string {
  return code.replaceAll(/(?<!\d)0+(?=\d)/gu, '');
}
