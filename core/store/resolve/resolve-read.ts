import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { cellAddress } from '../../sheet/address.ts';
import type { FormulaCell, SheetFacts } from '../../sheet/facts.ts';
import { crossings, keysOf } from '../../sheet/keyed.ts';
import { parseReturnName } from '../model.ts';
import { resolveMessages } from './messages.ts';
import {
  parseResolveRowKey,
  resolveFields,
  RESOLVE_MARKER,
  type OpenConflict,
  type ResolveField,
} from './resolve-contract.ts';

const report = reporter(resolveMessages);

/** What somebody decided in a row. */
export interface ResolveChoice {
  open: OpenConflict;
  keep: number;
  by: string;
  reason: string;
}

/** What decisions are read against. */
export interface ResolveReading {
  open: readonly OpenConflict[];
  /** The return whose figure was chosen for a conflict, by its id; null where no decision holds. */
  chosen: (id: string) => number | null;
  /** Who decides where a row names nobody. */
  by: string | null;
}

/** A cell that is filled in. */
interface Filled {
  text: string;
  place: Place;
  isBroken: boolean;
}

/**
 * Reads the decisions of a filled table, all of them or none.
 * @returns with those that were read before and hold as they stand counted, not repeated
 */
export function readResolved(
  sheets: readonly SheetFacts[],
  reading: ResolveReading,
): { value: { choices: ResolveChoice[]; before: number } | null; findings: Finding[] } {
  const rows = rowsOf(sheets);
  if (rows === null) return { value: null, findings: [report('not-a-resolve-workbook', {}, {})] };
  const findings: Finding[] = [];
  const choices: ResolveChoice[] = [];
  const seen = new Map<string, Record<ResolveField, Filled>>();
  let before = 0;
  for (const { id, version, cells } of rows) {
    const twin = seen.get(id);
    seen.set(id, twin ?? cells);
    if (twin) {
      const other = resolveFields.find((field) => twin[field].text !== cells[field].text);
      if (other)
        findings.push(
          report('resolve-twice', cells[other].place, {
            other: `${twin[other].place.sheet ?? ''}!${twin[other].place.cell ?? ''}`,
          }),
        );
      continue;
    }
    const read = choiceOf(id, version, cells, reading);
    if ('findings' in read) findings.push(...read.findings);
    else if (read.choice === 'before') before += 1;
    else if (read.choice !== null) choices.push(read.choice);
  }
  return { value: findings.length > 0 ? null : { choices, before }, findings };
}

function choiceOf(
  id: string,
  version: string,
  cells: Record<ResolveField, Filled>,
  { open, chosen, by: usual }: ResolveReading,
): { choice: ResolveChoice | 'before' | null } | { findings: Finding[] } {
  const broken = resolveFields.filter((field) => cells[field].isBroken);
  if (broken.length > 0)
    return { findings: broken.map((field) => report('resolve-no-result', cells[field].place, {})) };
  const { keep, by, reason } = cells;
  if (keep.text === '') {
    const typed = [by, reason].filter(({ text }) => text !== '');
    if (typed.length === 0) return { choice: null };
    return { findings: typed.map(({ place }) => report('resolve-keep-missing', place, {})) };
  }
  const number = parseReturnName(keep.text);
  const one = open.find((conflict) => conflict.id === id);
  if (!one) {
    if (number !== null && chosen(id) === number) return { choice: 'before' };
    return { findings: [report('resolve-gone', keep.place, {})] };
  }
  if (one.version !== version) return { findings: [report('resolve-changed', keep.place, {})] };
  const findings: Finding[] = [];
  const holders = [...new Set(one.conflict.holders.map((entry) => entry.return))].sort((a, b) => a - b);
  if (number === null || !holders.includes(number))
    findings.push(report('resolve-keep-unknown', keep.place, { found: keep.text, holders }));
  if (reason.text === '') findings.push(report('resolve-reason-missing', reason.place, {}));
  const who = by.text === '' ? usual : by.text;
  if (who === null) findings.push(report('resolve-by-missing', by.place, {}));
  if (findings.length > 0 || number === null || who === null) return { findings };
  return { choice: { open: one, keep: number, by: who, reason: reason.text } };
}

/** The rows of a table wherever they stand by now; null where there are none. */
function rowsOf(
  sheets: readonly SheetFacts[],
): { id: string; version: string; cells: Record<ResolveField, Filled> }[] | null {
  for (const { name: sheet, cells } of sheets) {
    const keys = keysOf(cells, {
      marker: RESOLVE_MARKER,
      row: (key) => parseResolveRowKey(key) !== null,
      column: (key) => {
        const field = resolveFields.find((one) => one === key);
        return field === undefined ? null : { field };
      },
    });
    const at = new Map(keys.columns.map(({ field }, place) => [field, place]));
    if (keys.marker === null || at.size < resolveFields.length) continue;
    const lines = crossings(cells, keys);
    return keys.rows.flatMap(({ row, key }, line) => {
      const named = parseResolveRowKey(key);
      if (!named) return [];
      const filled = (field: ResolveField): Filled => {
        const place = at.get(field) ?? 0;
        const cell = cellAddress(row, keys.columns[place]?.column ?? 1);
        return filledOf(lines[line]?.[place], { sheet, cell });
      };
      return [{ ...named, cells: { keep: filled('keep'), by: filled('by'), reason: filled('reason') } }];
    });
  }
  return null;
}

function filledOf(cell: FormulaCell | undefined, place: Place): Filled {
  const { value = null, formula = null } = cell ?? {};
  const isBroken = typeof value === 'object' ? value !== null || formula !== null : false;
  const text = value === null || typeof value === 'object' ? '' : String(value);
  return { text: text.replaceAll(/\s+/gu, ' ').trim(), place, isBroken };
}
