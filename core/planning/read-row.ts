import { closest } from '../base/closest.ts';
import { type Finding, reporter } from '../base/finding.ts';
import { foldedName } from '../base/name.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { kindOf, kinds } from '../target/kinds/index.ts';
import type { TargetKind } from '../plan/schema.ts';
import { textField, type BookRow, type Decision, type PlanningBook, type RawEntry } from './book.ts';
import type { KeyedSheet } from './cells.ts';
import { idIn, isSaidPart, newNameIn, targetColumns } from './contract.ts';
import { planningMessages } from './messages.ts';
import { headValue, withValue } from './head.ts';
import { ADDED, shownIn } from './targets-sheet.ts';
import {
  comparatorChoices,
  decisionChoices,
  kindChoices,
  roleChoices,
  valueOfWord,
  yearBasisChoices,
  yesChoices,
  type Choices,
} from './words.ts';

const report = reporter(planningMessages);

/** Where a row of targets stands, and what it is read against. */
export interface RowContext {
  /** 1-based number of the row in the book, and row of the sheet. */
  number: number;
  line: number;
  sheet: KeyedSheet;
  catalogue: Catalogue;
  book: PlanningBook;
}

/**
 * Reads a row of targets: the fields whose cells show something else than they did.
 * @param findings takes what is wrong
 * @returns null for a blank row that nobody typed into
 */
export function readRow(
  row: BookRow,
  { number, line, sheet, catalogue, book }: RowContext,
  findings: Finding[],
): { row: BookRow; newName: string | null } | null {
  const isAdded = textField(row.entry, 'id').startsWith(ADDED);
  const changed = new Map<string, string>();
  for (const { field } of targetColumns) {
    const text = sheet.text(line, field);
    const before = shownIn(field, row, number, catalogue).normalize('NFC').trim();
    if (!sameText(text, before)) changed.set(field, text);
  }
  if (isAdded && ![...changed].some(([field, text]) => field !== '#' && text !== '')) return null;
  for (const field of isAdded ? [] : (['sentence', 'printed'] as const)) {
    const found = changed.get(field);
    if (found === undefined) continue;
    const original = shownIn(field, row, number, catalogue);
    const head = targetColumns.find((column) => column.field === field)?.head ?? field;
    findings.push(
      report('planning-sentence-changed', sheet.place(line, field), { number, head, found, original }),
    );
  }
  const refuse = (field: string, known: Choices) => {
    const head = targetColumns.find((column) => column.field === field)?.head ?? field;
    const data = { head, found: changed.get(field) ?? '', known: known.map(([word]) => word) };
    findings.push(report('planning-word', sheet.place(line, field), data));
  };
  const word = (field: string, choices: Choices, before: string): string => {
    const text = changed.get(field);
    if (text === undefined) return before;
    if (text === '') return '';
    const value = valueOfWord(choices, text);
    if (value === null) refuse(field, choices);
    return value ?? before;
  };
  let entry: RawEntry = isAdded ? addedEntry(row, changed, book) : row.entry;
  const set = (field: string, value: string) => {
    if (value !== textField(entry, field)) entry = ordered(withValue(entry, [field], value));
  };
  for (const [field, choices] of WORDS) set(field, word(field, choices, textField(entry, field)));
  for (const field of ['yearFrom', 'yearTo', 'baseYear']) {
    const text = changed.get(field);
    if (text === undefined) continue;
    if (text !== '' && !/^(?:19|20)\d{2}$/u.test(text)) {
      const head = targetColumns.find((column) => column.field === field)?.head ?? field;
      findings.push(report('planning-year', sheet.place(line, field), { head, found: text }));
    } else set(field, text);
  }
  for (const field of ['leadAgency', 'note']) set(field, changed.get(field) ?? textField(entry, field));
  const newGroup = newNameIn(sheet.text(line, 'stratum'));
  const stratum = changed.get('stratum');
  if (newGroup !== null) set('stratum', '');
  else if (stratum !== undefined) {
    const id = stratum === '' ? '' : byIdOrName(stratum, catalogue.strata);
    if (id === null)
      findings.push(report('planning-stratum-unknown', sheet.place(line, 'stratum'), { found: stratum }));
    else set('stratum', id);
  }
  const decision = (word('decision', decisionChoices, row.decision) || 'ask') as Decision;
  const role = (word('role', roleChoices, row.role) || row.role) as BookRow['role'];
  const { id, newName } = indicatorIn(sheet.text(line, 'indicator'), catalogue);
  if (id !== null) set('indicator', id);
  else if (newName === null && decision === 'accept' && role !== 'deadline') {
    const found = sheet.text(line, 'indicator');
    const all = [...catalogue.indicators.values()].map(({ name }) => name.vi);
    findings.push(
      found === ''
        ? report('planning-indicator-blank', sheet.place(line, 'indicator'), {})
        : report('planning-indicator-unknown', sheet.place(line, 'indicator'), {
            found,
            closest: closest(found, all),
          }),
    );
  }
  const wanted = newName === null ? null : { name: newName, unit: row.wanted?.unit ?? '' };
  if (newName !== null) entry = withValue(entry, ['indicator'], '');
  const read = { ...row, entry: fitted(entry, changed), role, decision, wanted };
  if (newGroup === null) delete read.newGroup;
  else Object.assign(read, { newGroup, isGroupPart: isSaidPart(sheet.text(line, 'stratum')) });
  return { row: read, newName };
}

const WORDS: readonly (readonly [field: string, choices: Choices])[] = [
  ['kind', kindChoices],
  ['comparator', comparatorChoices],
  ['yearBasis', yearBasisChoices],
  ['average', yesChoices],
];

/** What a changed kind can no longer have goes: a planner changes one cell, not five. */
function fitted(entry: RawEntry, changed: ReadonlyMap<string, string>): RawEntry {
  if (!changed.has('kind')) return entry;
  const kind = textField(entry, 'kind');
  if (!(kind in kinds)) return entry;
  const { isRate, canAverage, hasValue, interpolates } = kindOf({ kind: kind as TargetKind });
  const gone = [
    ...(isRate ? [] : ['baseYear']),
    ...(canAverage ? [] : ['average']),
    ...(hasValue ? [] : ['comparator', 'printed']),
    ...(interpolates ? [] : ['interpolation']),
  ];
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !gone.includes(field)));
}

function addedEntry(
  { entry }: BookRow,
  changed: ReadonlyMap<string, string>,
  { head }: PlanningBook,
): RawEntry {
  const sections = headValue(head, 'sections');
  const [first] = Array.isArray(sections) ? (sections as RawEntry[]) : [];
  const printed = changed.get('printed') ?? '';
  return {
    id: textField(entry, 'id'),
    kind: 'level',
    comparator: 'equal',
    quote: changed.get('sentence') ?? '',
    ...(printed === '' ? {} : { printed }),
    section: textField(first ?? {}, 'id'),
    bullet: textField(entry, 'id'),
    yearBasis: 'explicit',
  };
}

function indicatorIn(text: string, catalogue: Catalogue): { id: string | null; newName: string | null } {
  const newName = newNameIn(text);
  if (newName !== null) return { id: null, newName };
  return { id: text === '' ? null : byIdOrName(text, catalogue.indicators), newName: null };
}

function byIdOrName(
  text: string,
  known: ReadonlyMap<string, { id: string; name: { vi: string } }>,
): string | null {
  const id = idIn(text) ?? text;
  if (known.has(id)) return id;
  const folded = foldedName(text).toLocaleLowerCase('vi');
  return (
    [...known.values()].find(({ name }) => foldedName(name.vi).toLocaleLowerCase('vi') === folded)?.id ?? null
  );
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll(/\s+/gu, ' ') === other.replaceAll(/\s+/gu, ' ');
}

const ORDER =
  'id indicator kind comparator line quote cell printed implied section bullet stratum yearFrom yearTo baseYear yearBasis average interpolation direction leadAgency citations note'.split(
    ' ',
  );

/** An entry with its fields in the order of the plan files. */
export function ordered(entry: RawEntry): RawEntry {
  const place = (field: string) => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length);
  return Object.fromEntries(Object.entries(entry).sort(([one], [other]) => place(one) - place(other)));
}
