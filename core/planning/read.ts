import { type Finding, type Place, reporter } from '../base/finding.ts';
import { foldedName } from '../base/name.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SheetFacts } from '../sheet/facts.ts';
import { metaEntries } from '../workbook/meta-entries.ts';
import { textField, type BookRow, type PlanningBook, type Raw, type RawEntry } from './book.ts';
import { keyedSheet, type KeyedSheet } from './cells.ts';
import {
  type GroupCovers,
  headFields,
  PLANNING_MARKER,
  planningSheets,
  targetColumns,
  soundsLikeUnits,
} from './contract.ts';
import { headValue, withValue } from './head.ts';
import { planningMessages } from './messages.ts';
import { readNewIndicators, type NewEntries, slugOf } from './new-indicators.ts';
import { ordered, readRow } from './read-row.ts';
import { ADDED, blankRows } from './targets-sheet.ts';

const report = reporter(planningMessages);

/** What was ticked for units. */
export interface Members {
  /** Tags that the workbook has a column for. */
  shown: readonly string[];
  /** Those ticked, by unit. */
  ticked: ReadonlyMap<string, readonly string[]>;
}

/** A planning workbook as it came back. */
export interface ReadBook {
  book: PlanningBook;
  head: RawEntry;
  /** All rows, as they are now. */
  rows: readonly BookRow[];
  /** What is added to the catalogue. */
  added: NewEntries;
  /** Who belongs to the groups of units; null where the workbook has no such sheet. */
  members: Members | null;
  /** Where a field of an entry stands. */
  placeOf: (id: string, field: string) => Place;
}

/** The book as it was made; null where the file is no planning workbook. */
function bookIn(sheets: readonly SheetFacts[]): PlanningBook | null {
  const entries = metaEntries(sheets);
  if (!entries.some(({ kind, value }) => kind === 'info' && value === PLANNING_MARKER)) return null;
  const text = entries
    .filter(({ kind }) => kind === 'book')
    .sort((one, other) => Number(one.key) - Number(other.key))
    .map(({ value }) => value)
    .join('');
  try {
    return JSON.parse(text) as PlanningBook;
  } catch {
    return null;
  }
}

/**
 * Reads what a planner made of the workbook. A cell that shows what it showed says nothing new, so that everything
 * the workbook does not show stays as it was.
 */
export function readPlanningBook(
  sheets: readonly SheetFacts[],
  catalogue: Catalogue,
): { value: ReadBook | null; findings: Finding[] } {
  const book = bookIn(sheets);
  const targets = keyedSheet(sheets, planningSheets.targets);
  const headSheet = keyedSheet(sheets, planningSheets.head);
  if (book === null || targets === null || headSheet === null)
    return { value: null, findings: [report('not-our-planning-workbook', {}, {})] };
  const findings: Finding[] = [];
  const head = readHead(book, headSheet, findings);
  const rowOf = new Map<string, number>();
  const numberOf = new Map(book.rows.map(({ entry }, at) => [textField(entry, 'id'), at + 1]));
  for (const { key, row } of targets.rows) {
    if (rowOf.has(key))
      findings.push(
        report('planning-row-twice', targets.place(row, '#'), { number: numberOf.get(key) ?? 0 }),
      );
    else rowOf.set(key, row);
  }
  const names = new Set<string>();
  const groups = new Map<string, GroupCovers>();
  const members = readMembers(keyedSheet(sheets, planningSheets.units));
  const tagsTicked = new Set([...(members?.ticked.values() ?? [])].flat());
  const rows = [...book.rows, ...blankRows()].flatMap((row, at): BookRow[] => {
    const id = textField(row.entry, 'id');
    const line = rowOf.get(id);
    if (line === undefined) {
      if (!id.startsWith(ADDED)) findings.push(report('planning-row-lost', {}, { number: at + 1, id }));
      return [];
    }
    const read = readRow(row, { number: at + 1, line, sheet: targets, catalogue, book }, findings);
    if (read === null) return [];
    if (read.newName !== null && read.row.decision === 'accept') names.add(read.newName);
    const { newGroup, isGroupPart, decision } = read.row;
    if (newGroup !== undefined && decision === 'accept') {
      const isTicked = tagsTicked.has(slugOf(newGroup));
      if (!isTicked && isGroupPart !== true && soundsLikeUnits(newGroup))
        findings.push(report('planning-group-covers', targets.place(line, 'stratum'), { name: newGroup }));
      groups.set(newGroup, isTicked ? 'units' : 'part');
    }
    return [read.row];
  });
  const added = readNewIndicators(
    keyedSheet(sheets, planningSheets.indicators),
    names,
    groups,
    catalogue,
    findings,
  );
  const placeOf = (id: string, field: string): Place => {
    const row = rowOf.get(id);
    const shown = targetColumns.some((column) => column.field === field) ? field : FIELD_SHOWN[field];
    return row === undefined ? {} : targets.place(row, shown ?? 'sentence');
  };
  const value = {
    book,
    head,
    rows: rows.map((row) => withNew(row, added)),
    added,
    members,
    placeOf,
  };
  return { value: findings.some(({ severity }) => severity === 'error') ? null : value, findings };
}

/** Columns in which fields of a plan file that have none of their own are marked. */
const FIELD_SHOWN: Readonly<Record<string, string>> = {
  quote: 'sentence',
  cell: 'sentence',
  implied: 'printed',
};

function readHead(book: PlanningBook, sheet: KeyedSheet, findings: Finding[]): RawEntry {
  let { head } = book;
  for (const { key, row } of sheet.rows) {
    const [path, label] = headFields.find(([one]) => one === key) ?? [];
    if (path === undefined || label === undefined) continue;
    const before = headValue(head, path);
    if (typeof before === 'object') continue;
    const text = sheet.text(row, 'value');
    if (text === '' && path !== 'number')
      findings.push(report('planning-head-blank', sheet.place(row, 'value'), { label }));
    if (text !== (before ?? '')) head = withValue(head, path.split('.'), text);
  }
  return head;
}

function withNew(row: BookRow, { ids, groupIds }: NewEntries): BookRow {
  const id = row.wanted === null ? undefined : ids.get(foldedName(row.wanted.name));
  const group = row.newGroup === undefined ? undefined : groupIds.get(foldedName(row.newGroup));
  const added = {
    ...(id === undefined ? {} : { indicator: id }),
    ...(group === undefined ? {} : { stratum: group }),
  };
  return id === undefined && group === undefined
    ? row
    : { ...row, entry: ordered({ ...row.entry, ...added }) };
}

function readMembers(sheet: KeyedSheet | null): Members | null {
  if (sheet === null) return null;
  const ticked = new Map<string, string[]>();
  for (const { key, row } of sheet.rows) {
    const tags = sheet.columns.filter((column) => /^x$/iu.test(sheet.text(row, column)));
    ticked.set(key, tags);
  }
  return { shown: sheet.columns, ticked };
}

/** The lists of a plan file as the rows make them: those that were accepted, each where it belongs. */
export function entriesOf(rows: readonly BookRow[]): Record<'targets' | 'baselines' | 'deadlines', Raw[]> {
  const of = (role: BookRow['role']) =>
    rows.filter((row) => row.role === role && row.decision === 'accept').map(({ entry }) => entry);
  return { targets: of('target'), baselines: of('baseline'), deadlines: of('deadline') };
}
