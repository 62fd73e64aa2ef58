import { checkWorkbook } from '../../core/check/check-workbook.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import { checkStructure } from '../../core/check/structure/check-structure.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { isKeyText } from '../../core/repair/key-text.ts';
import {
  KEY_MARKER,
  identityKey,
  identityOf,
  parseIdentityKey,
  sheetNames,
} from '../../core/workbook/contract.ts';
import { requestOf } from '../../core/workbook/definition.ts';
import { readReturned, type ReturnedWorkbook } from '../../core/returned/read.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { notForPeople, wordsOf } from '../core/check/words.ts';
import type { Subject, Typed } from './subject.ts';

/** What a check and a repair make of a damaged file. */
export interface Outcome {
  /** Code of the error with which the file was not read; null when it was. */
  refused: string | null;
  /** The file says whose it is. */
  isIdentified: boolean;
  /** What the check says of it and not of the undamaged file: `error formula-altered`, once each. */
  findings: string[];
  /** Findings of the check that say what is not for people: there must be none. */
  notForPeople: string[];
  /** Entries read otherwise than they were typed: what is gone or different, and what is new. */
  lost: string[];
  gained: string[];
  /** Null where there is nothing to repair. */
  repair: Repair | null;
  milliseconds: number;
}

/** What a repair made of it. */
export interface Repair {
  /** Entries that stand in the repaired workbook as they were typed. */
  restored: number;
  /** Entries the repair lists for people to place. */
  listed: number;
  /** Entries that the damage itself took from the file, or put something else in the place of. */
  taken: number;
  /** Entries the file still holds and the repair neither put back nor listed: there must be none. */
  dropped: string[];
  /** Errors of structure that the repaired workbook has: there must be none. */
  errors: string[];
}

const structureCodes = new Set(structureRules.map(({ code }) => code));

/** Reads, checks and repairs a damaged file of a subject. */
export async function outcomeOf(subject: Subject, bytes: Uint8Array): Promise<Outcome> {
  const start = performance.now();
  let facts: WorkbookFacts;
  try {
    facts = await readFacts(bytes);
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    const repair = await repairUnreadable(subject, bytes);
    const milliseconds = performance.now() - start;
    const { code } = error.finding;
    const nothing = { findings: [], notForPeople: [], lost: [], gained: [] };
    return { refused: code, isIdentified: false, ...nothing, repair, milliseconds };
  }
  const { report, returned } = checkWorkbook(facts, { definitionOf: () => subject.definition });
  const before = typedIn(subject);
  const after = returned ? entriesOf(returned) : new Map<string, string>();
  const repair = repairOf(subject, facts, after);
  return {
    refused: null,
    isIdentified: returned !== null,
    findings: newFindings(subject, report.findings),
    notForPeople: notForPeopleIn(subject, report.findings),
    lost: [...before].flatMap(([id, value]) => (after.get(id) === value ? [] : [id])),
    gained: [...after].flatMap(([id, value]) => (before.get(id) === value ? [] : [id])),
    repair,
    milliseconds: performance.now() - start,
  };
}

/** A file that a check refuses may still be repaired in part. */
async function repairUnreadable(subject: Subject, bytes: Uint8Array): Promise<Repair | null> {
  try {
    const facts = await readFacts(bytes, DEFAULT_LIMITS, { lenient: true });
    const { value: returned } = readReturned(facts.sheets);
    return repairOf(subject, facts, returned ? entriesOf(returned) : new Map());
  } catch (error) {
    if (error instanceof WorkbookReadError) return null;
    throw error;
  }
}

/** By severity and code, those of the file that the undamaged one does not have. */
function newFindings({ findings: before }: Subject, findings: readonly CheckFinding[]): string[] {
  const idOf = ({ code, place, key, period, data }: CheckFinding) =>
    JSON.stringify([code, structureCodes.has(code) ? [place, data] : [key, period]]);
  const known = new Set(before.map(idOf));
  const added = findings.filter((one) => !known.has(idOf(one)));
  return [...new Set(added.map(({ severity, code }) => `${severity} ${code}`))];
}

/** Each finding that says something people do not read, with what it says. */
function notForPeopleIn({ definition }: Subject, findings: readonly CheckFinding[]): string[] {
  const { catalogue } = requestOf(definition);
  return findings.flatMap((one) =>
    wordsOf(one, catalogue).flatMap((words) => {
      const found = notForPeople(one.code, words, catalogue);
      return found.length > 0 ? [`${one.code}: ${found.join(', ')} in: ${words}`] : [];
    }),
  );
}

/** What was typed into a subject, which every damage is held against. */
const typedIn = once((subject) => entriesOf(subject.typed));

/** What stands in the cells of a subject before it is damaged. */
const contentsBefore = once((subject) => contentsOf(subject.facts));

function once<Value>(of: (subject: Subject) => Value): (subject: Subject) => Value {
  const known = new WeakMap<Subject, Value>();
  return (subject) => {
    const value = known.get(subject) ?? of(subject);
    known.set(subject, value);
    return value;
  };
}

/** @param damaged the entries that are read in the damaged file as it is */
function repairOf(
  subject: Subject,
  facts: WorkbookFacts,
  damaged: ReadonlyMap<string, string>,
): Repair | null {
  const repaired = repairWorkbook(openDamaged(facts), subject.definition);
  if (!repaired) return null;
  const again = factsOf(repaired.model);
  const { value: returned } = readReturned(again.sheets);
  if (!returned) throw new Error('A repaired workbook is not read.');
  const after = entriesOf(returned);
  const listed = new Map<string, number>();
  for (const { value } of repaired.unplaced) {
    const text = String(value).trim();
    listed.set(text, (listed.get(text) ?? 0) + 1);
  }
  const repair: Repair = { restored: 0, listed: 0, taken: 0, dropped: [], errors: [] };
  const [held, holds, left] = [contentsBefore(subject), contentsOf(facts), contentsOf(again, true)];
  for (const [id, value] of typedIn(subject)) {
    const text = JSON.parse(value) as string;
    const still = holds.get(text) ?? 0;
    if (after.get(id) === value) repair.restored += 1;
    else if ((listed.get(text) ?? 0) > 0) {
      repair.listed += 1;
      listed.set(text, (listed.get(text) ?? 0) - 1);
    } else if (after.has(id) && after.get(id) === damaged.get(id)) repair.taken += 1;
    else if (still < (held.get(text) ?? 0) || still <= (left.get(text) ?? 0)) repair.taken += 1;
    else repair.dropped.push(id);
  }
  const ofOthers = keysOfOthers(subject, facts);
  for (const [text] of holds) {
    if (held.has(text) || left.has(text) || listed.has(text) || ofOthers.has(text)) continue;
    repair.dropped.push(`new content ${text.slice(0, 60)}`);
  }
  // Results are compared where the file is checked; here it counts that the template is whole again.
  const { findings } = checkStructure(subject.issued, again);
  repair.errors = findings.flatMap(({ severity, code, data }) =>
    severity === 'error' ? [`${code} ${JSON.stringify(data).slice(0, 200)}`] : [],
  );
  return repair;
}

/** Keys beside the marker of sheets that say they are of another workbook; nobody types these. */
function keysOfOthers(subject: Subject, { sheets }: WorkbookFacts): Set<string> {
  const own = identityKey(identityOf(requestOf(subject.definition)));
  return new Set(
    sheets.flatMap(({ cells }) => {
      const texts = cells.flatMap((cell) =>
        typeof cell.value === 'string' ? [{ ...cell, value: cell.value }] : [],
      );
      const marker = texts.find(({ value }) => value === KEY_MARKER);
      const isOther = texts.some(({ value }) => parseIdentityKey(value) !== null && value !== own);
      if (!marker || !isOther) return [];
      return texts
        .filter(({ row, column }) => row === marker.row || column === marker.column)
        .flatMap(({ value }) => (isKeyText(value) ? [value] : []));
    }),
  );
}

/** How often each content stands in the cells of a file, typed ones or all, `_meta` aside. */
function contentsOf({ sheets }: WorkbookFacts, computedToo = false): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, cells } of sheets) {
    if (name === sheetNames.meta || cells.some(({ value }) => value === 'definition')) continue;
    for (const { value, formula } of cells) {
      if (value === null || (formula !== null && !computedToo)) continue;
      const text =
        typeof value === 'object'
          ? value.error
          : typeof value === 'boolean'
            ? String(value).toUpperCase()
            : String(value).trim();
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return counts;
}

/** Everything typed, one entry a cell: what it is of, and its content as JSON text. */
export function entriesOf({
  observations,
  baselines,
  remarks,
  ownVerdicts,
}: Typed | ReturnedWorkbook): Map<string, string> {
  const entries = new Map<string, string>();
  const add = (id: string, value: number | string | null) => {
    if (value !== null) entries.set(id, JSON.stringify(String(value)));
  };
  for (const { unit, indicator, stratum, period, vintage, figure } of observations) {
    add(`${unit} ${indicator}|${stratum ?? '_T'} ${period} ${vintage}`, figure);
  }
  for (const { indicator, stratum, year, value, source } of baselines) {
    const key = `${indicator}|${stratum ?? '_T'}`;
    add(`${key} base year`, year);
    add(`${key} base value`, value);
    add(`${key} base source`, source);
  }
  for (const { key, period, field, text } of remarks) add(`${key} ${period} ${field}`, text);
  for (const { series, period, verdict, reason } of ownVerdicts) {
    add(`${series} ${period} own verdict`, verdict);
    add(`${series} ${period} own reason`, reason);
  }
  return entries;
}
