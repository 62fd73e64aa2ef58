import { basename, extname, join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { describeFinding } from '../../core/check/describe.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import type { Language } from '../../core/base/finding.ts';
import { parseAddress } from '../../core/sheet/address.ts';
import { keyNamesOf, type KeyNames } from '../../core/workbook/key-label.ts';
import type { CellMark } from '../../formats/xlsx/mark.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CheckedInput } from './check-input.ts';
import { checkWords } from './words.ts';

/** A workbook with its findings as colours and comments. */
export type MarkedCopy =
  | { kind: 'marked'; bytes: Uint8Array; cells: number; unmarked: number }
  /** Nothing of what was found stands in a cell. */
  | { kind: 'nothing' };

/**
 * Marks a copy of a workbook.
 * @returns null where the return is no workbook or nothing was found
 */
export async function markedCopy(
  { checked, bytes }: CheckedInput,
  { language, catalogue }: { language: Language; catalogue: Catalogue },
): Promise<MarkedCopy | null> {
  const { findings } = checked.report;
  if (bytes === null || findings.length === 0) return null;
  const known = checked.request ? keyNamesOf(checked.request) : catalogue;
  const marks = findings.flatMap((finding) => markOf(finding, language, known));
  if (marks.length === 0) return { kind: 'nothing' };
  const { markWorkbook } = await import('../../formats/xlsx/mark.ts');
  const { bytes: marked, unmarked } = await markWorkbook(bytes, marks);
  const lost = cellsOf(unmarked.map(({ mark }) => mark)).size;
  return { kind: 'marked', bytes: marked, cells: cellsOf(marks).size - lost, unmarked: lost };
}

/**
 * Writes the marked copy of a workbook into a folder, under its own name. A file that is there is never replaced.
 * @param taken names of the copies of this run: of two workbooks of one name the second is numbered
 */
export async function writeMarkedCopy(
  bytes: Uint8Array,
  { original, folder, taken }: { original: string; folder: string; taken: Set<string> },
): Promise<{ path: string; isWritten: boolean }> {
  const path = join(folder, freeName(basename(original), taken));
  return { path, isWritten: await writeNew(path, bytes) };
}

/** `s.xlsx`, then `s (2).xlsx`; names are the same to some disks whatever their case and composition. */
function freeName(name: string, taken: Set<string>): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  const same = (one: string) => one.normalize('NFC').toLowerCase();
  let free = name;
  for (let number = 2; taken.has(same(free)); number += 1) free = `${stem} (${number})${extension}`;
  taken.add(same(free));
  return free;
}

function markOf(finding: CheckFinding, language: Language, catalogue: KeyNames): CellMark[] {
  const { sheet, cell } = finding.place;
  if (sheet === undefined || cell === undefined || parseAddress(cell) === null) return [];
  const said = describeFinding(finding, language, { catalogue, rules: allRules });
  const words = checkWords[language];
  const text = [
    `${said.severity}: ${said.title}. ${said.message}`,
    ...(said.expected === '' ? [] : [`${words.expected}: ${said.expected}`]),
    ...(said.fix === '' ? [] : [`${words.fix}: ${said.fix}`]),
  ];
  return [{ sheet, address: cell, severity: finding.severity, text: text.join('\n') }];
}

function cellsOf(marks: readonly CellMark[]): Set<string> {
  return new Set(marks.map(({ sheet, address }) => `${sheet.toLowerCase()}!${address}`));
}
