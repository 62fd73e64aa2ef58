import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { gridMessages, type GridHeadField } from './messages.ts';
import { compare } from '../../base/number.ts';
import { cellAddress } from '../../sheet/address.ts';
import { crossings, keysOf } from '../../sheet/keyed.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { metaEntries } from '../../workbook/meta-entries.ts';
import { parseRowKey } from '../../observation/key.ts';
import type { SheetCell, SheetCells } from '../../sheet/facts.ts';
import { type AssignedComparator, type Assignment, assignedKey } from '../assignment/assignment.ts';
import {
  GRID_MARKER,
  GRID_SCHEMA,
  HEAD_COLUMN_KEY,
  headRowKeys,
  parsePrefilled,
  unitColumnKey,
  type GridMetaKind,
  type Prefilled,
} from './grid-contract.ts';
import { parseComparator } from './grid-layout.ts';
import { assignmentInForce, END_OF_TIME } from '../assignment/in-force.ts';
import { dateEntered } from './iso-date.ts';
import { checkSupersession } from '../assignment/supersession.ts';

const report = reporter(gridMessages);

/** Beyond this a double holds no units any more; a cell that says so was not meant. */
const LARGEST = 1e15;

/** What `_meta` says of a grid. */
interface GridMeta {
  year: number;
  rows: Map<string, AssignedComparator>;
  units: string[];
  prefilled: Map<string, Prefilled>;
}

/** A cell found by its row and column key. */
interface KeyedCell {
  place: Place;
  value: SheetCell['value'];
}

/** A value that differs from what the grid held when it was made. */
interface Change {
  key: string;
  unit: string;
  value: number;
  cell: KeyedCell;
}

/**
 * Reads the changed values of a filled grid as new assignments of the decision in its head, each
 * superseding the last one for the same unit, figure and year. Nothing is returned unless all of it can be.
 * @param earlier the assignments so far; every one the grid was made from must be among them
 * @param date1904 true when the workbook counts days from 1904
 */
export function readGrid(
  sheets: readonly SheetCells[],
  earlier: readonly Assignment[],
  date1904: boolean,
): { value: Assignment[] | null; findings: Finding[] } {
  const { meta, findings } = readMeta(sheets);
  if (meta === null) return { value: null, findings };
  const cells = keyedCells(sheets);
  findings.push(...checkKeys(meta, cells));
  if (findings.length > 0) return { value: null, findings };

  findings.push(...checkEarlier(meta, earlier));
  const changes: Change[] = [];
  for (const key of meta.rows.keys()) {
    for (const unit of meta.units) {
      const read = readCell(key, unit, meta, cells);
      findings.push(...read.findings);
      if (read.change) changes.push(read.change);
    }
  }
  if (changes.length === 0) return { value: findings.length > 0 ? null : [], findings };
  const head = readHead(cells, date1904);
  findings.push(...head.findings);
  if (head.value === null) return { value: null, findings };

  const placeOf = new Map<Assignment, Place>();
  const added: Assignment[] = [];
  for (const change of changes) {
    const made = assignmentOf(change, head.value, meta, earlier);
    findings.push(...made.findings);
    if (made.value === null) continue;
    added.push(made.value);
    placeOf.set(made.value, change.cell.place);
  }
  if (findings.length === 0)
    findings.push(...checkSupersession([...earlier, ...added], (one) => placeOf.get(one) ?? {}));
  return { value: findings.length > 0 ? null : added, findings };
}

function readMeta(sheets: readonly SheetCells[]): { meta: GridMeta | null; findings: Finding[] } {
  const entries = metaEntries(sheets);
  const of = (wanted: GridMetaKind) =>
    entries.flatMap(({ kind, key, value }) => (kind === wanted ? [[key, value] as const] : []));
  const info = new Map(of('info'));
  const year = Number(info.get('year'));
  const schema = info.get('schema') ?? '';
  const isGrid =
    info.get('marker')?.startsWith(GRID_MARKER.slice(0, GRID_MARKER.lastIndexOf(':') + 1)) === true;
  if (!isGrid || !Number.isInteger(year)) return { meta: null, findings: [report('not-our-grid', {}, {})] };
  if (info.get('marker') !== GRID_MARKER || Number(schema) !== GRID_SCHEMA)
    return {
      meta: null,
      findings: [report('grid-newer', {}, { found: schema, known: GRID_SCHEMA })],
    };
  const rows = of('row').flatMap(([key, word]) => {
    const comparator = parseComparator(word);
    return comparator !== null && parseRowKey(key) !== null ? [[key, comparator] as const] : [];
  });
  const prefilled = of('prefilled').flatMap(([key, text]) => {
    const held = parsePrefilled(text);
    return held ? [[key, held] as const] : [];
  });
  const units = of('column').map(([unit]) => unit);
  return { meta: { year, rows: new Map(rows), units, prefilled: new Map(prefilled) }, findings: [] };
}

/** Every cell where a keyed row and a keyed column cross, by `row key` and `column key`; copies side by side. */
function keyedCells(sheets: readonly SheetCells[]): Map<string, KeyedCell[]> {
  const found = new Map<string, KeyedCell[]>();
  for (const { name: sheet, cells } of sheets) {
    if (sheet === sheetNames.meta) continue;
    const keys = keysOf(cells, GRID_KEYS);
    const lines = crossings(cells, keys);
    for (const [at, { row, key: rowKey }] of keys.rows.entries()) {
      for (const [place, { column, key: columnKey }] of keys.columns.entries()) {
        const id = cellId(rowKey, columnKey);
        const value = lines[at]?.[place]?.value ?? null;
        const cell = { place: { sheet, cell: cellAddress(row, column) }, value };
        const before = found.get(id);
        if (before) before.push(cell);
        else found.set(id, [cell]);
      }
    }
  }
  return found;
}

/** Beside the marker of a grid stands nothing but keys. */
const GRID_KEYS = { marker: GRID_MARKER, row: () => true, column: () => ({}) };

/** A row or a column that is gone takes all its cells with it: each is named once. */
function checkKeys(meta: GridMeta, cells: ReadonlyMap<string, KeyedCell[]>): Finding[] {
  const has = (row: string, column: string) => cells.has(cellId(row, column));
  const columns = [HEAD_COLUMN_KEY, ...meta.units.map(unitColumnKey)];
  const rows = [...Object.values(headRowKeys), ...meta.rows.keys()];
  const goneRows = rows.filter((row) => !columns.some((column) => has(row, column)));
  const goneColumns = columns.filter((column) => !rows.some((row) => has(row, column)));
  return [...goneRows, ...goneColumns].map((key) => report('grid-key-missing', {}, { key }));
}

/** What the grid was made from has to be there, or it would be lost from the file that is written. */
function checkEarlier(meta: GridMeta, earlier: readonly Assignment[]): Finding[] {
  const known = new Set(
    earlier
      .filter(({ year }) => year === meta.year)
      .map((one) => `${assignedKey(one)}|${one.unit}|${one.decision}`),
  );
  const missing = [...meta.prefilled].flatMap(([id, { decision }]) =>
    decision === null || known.has(`${id}|${decision}`) ? [] : [decision],
  );
  if (missing.length === 0) return [];
  return [report('grid-earlier-missing', {}, { decisions: [...new Set(missing)], count: missing.length })];
}

function readCell(
  key: string,
  unit: string,
  meta: GridMeta,
  cells: ReadonlyMap<string, KeyedCell[]>,
): { change: Change | null; findings: Finding[] } {
  const [cell, ...copies] = cells.get(cellId(key, unitColumnKey(unit))) ?? [];
  if (!cell) return { change: null, findings: [] };
  const other = copies.find((copy) => copy.value !== cell.value);
  if (other) {
    const otherCell = `${other.place.sheet ?? ''}!${other.place.cell ?? ''}`;
    return {
      change: null,
      findings: [report('grid-cell-twice', cell.place, { key, unit, otherCell })],
    };
  }
  const held = meta.prefilled.get(`${key}|${unit}`) ?? null;
  const { value } = cell;
  if (value === null || (typeof value === 'string' && value.trim() === '')) {
    // A printed value left out assigns nothing; an assigned one cannot be taken back by a blank.
    if (held === null || held.decision === null) return { change: null, findings: [] };
    const data = { key, unit, before: held.value };
    return { change: null, findings: [report('grid-cell-emptied', cell.place, data)] };
  }
  if (typeof value !== 'number' || Math.abs(value) >= LARGEST) {
    const found = typeof value === 'object' ? value.error : String(value);
    return {
      change: null,
      findings: [report('grid-cell-not-number', cell.place, { key, unit, found })],
    };
  }
  const same = held !== null && compare(held.value, value) === 0;
  return { change: same ? null : { key, unit, value, cell }, findings: [] };
}

type Head = Record<GridHeadField, string>;

function readHead(
  cells: ReadonlyMap<string, KeyedCell[]>,
  date1904: boolean,
): { value: Head | null; findings: Finding[] } {
  const head: Head = { decision: '', decisionDate: '', validFrom: '' };
  const findings: Finding[] = [];
  for (const field of ['decision', 'decisionDate', 'validFrom'] as const) {
    const cell = cells.get(cellId(headRowKeys[field], HEAD_COLUMN_KEY))?.[0];
    const place = cell?.place ?? {};
    const content = cell?.value ?? null;
    const text = typeof content === 'string' ? content.replaceAll(/\s+/gu, ' ').trim() : content;
    if (text === null || text === '') {
      findings.push(report('grid-head-missing', place, { field }));
      continue;
    }
    const entered = typeof text === 'string' || typeof text === 'number' ? text : null;
    const read =
      entered === null ? null : field === 'decision' ? String(entered) : dateEntered(entered, date1904);
    if (read !== null) head[field] = read;
    else {
      const found = typeof text === 'object' ? text.error : String(text);
      findings.push(report('grid-head-invalid', place, { field, found }));
    }
  }
  return { value: findings.length > 0 ? null : head, findings };
}

function assignmentOf(
  { key, unit, value, cell }: Change,
  head: Head,
  meta: GridMeta,
  earlier: readonly Assignment[],
): { value: Assignment | null; findings: Finding[] } {
  const { year } = meta;
  const named = parseRowKey(key);
  const comparator = meta.rows.get(key);
  if (!named || !comparator) return { value: null, findings: [] };
  const last = assignmentInForce(earlier, unit, key, year, END_OF_TIME);
  const before = meta.prefilled.get(`${key}|${unit}`)?.decision ?? null;
  const now = last?.decision ?? null;
  if (before !== now)
    return {
      value: null,
      findings: [report('grid-outdated', cell.place, { key, unit, before, now })],
    };
  if (last !== null && last.validFrom > head.validFrom) {
    const { decision, validFrom: laterFrom } = last;
    const data = { key, unit, validFrom: head.validFrom, decision, laterFrom };
    return { value: null, findings: [report('grid-valid-from-early', cell.place, data)] };
  }
  const assignment: Assignment = {
    unit,
    ...named,
    year,
    comparator: last?.comparator ?? comparator,
    value,
    ...head,
    supersedes: now,
    note: null,
  };
  return { value: assignment, findings: [] };
}

function cellId(rowKey: string, columnKey: string): string {
  return `${rowKey}\n${columnKey}`;
}
