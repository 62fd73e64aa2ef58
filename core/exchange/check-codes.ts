import { closest } from '../base/closest.ts';
import { type Finding, type Place, reporter } from '../base/finding.ts';
import { csvReturnMessages, type CodeOf } from './messages.ts';
import { foldedName } from '../base/name.ts';
import { remembered } from '../base/remembered.ts';
import type { ExchangeNames } from './names.ts';
import { textOf } from './row-cells.ts';
import type { TableRow } from './tables.ts';

const report = reporter(csvReturnMessages);

/** A name typed in capitals is the same. The rows of a return say the same few names again and again. */
const foldedOnce = remembered((name: string) => foldedName(name).toLowerCase(), 500_000);

/** Checks that the codes of a row exist, and that the names beside them are theirs. */
export function codeCheck(
  names: ExchangeNames,
): (row: TableRow, placeOf: (column: string) => Place) => Finding[] {
  const { units, indicators, strata } = names;
  const checks: [CodeOf, string, string | null, ReadonlyMap<string, string>, ReadonlyMap<string, string>][] =
    [
      ['unit', 'unit', 'unitName', units, idsByName(units)],
      ['reporter', 'reporter', null, units, new Map()],
      ['indicator', 'indicator', 'indicatorName', indicators, idsByName(indicators)],
      ['stratum', 'stratum', 'stratumName', strata, idsByName(strata)],
    ];
  return (row, placeOf) =>
    checks.flatMap(([what, codeColumn, nameColumn, known, byName]): Finding[] => {
      const code = textOf(row[codeColumn]);
      const place = placeOf(codeColumn);
      const name = nameColumn === null ? '' : textOf(row[nameColumn]);
      const expected = known.get(code);
      const other = byName.get(foldedOnce(name));
      // A code that lost its zeros is found again by the name beside it.
      if (expected === undefined) {
        const near = other ?? closest(code, known.keys());
        return [report('return-code-unknown', place, { what, found: code, closest: near })];
      }
      const found = foldedOnce(name);
      if (found === '' || found === foldedOnce(expected)) return [];
      if (other !== undefined) return [report('return-code-name', place, { what, code, name, other })];
      return [report('return-name-differs', place, { what, code, name, expected })];
    });
}

/** Folding the names of a whole country takes longer than reading the file of a commune. */
const folded = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

function idsByName(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = folded.get(names);
  if (known) return known;
  const ids = new Map([...names].map(([id, name]) => [foldedName(name).toLowerCase(), id]));
  folded.set(names, ids);
  return ids;
}
