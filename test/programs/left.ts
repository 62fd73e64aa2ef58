import { checkOpened } from '../../core/check/check-workbook.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { keyOfEntry } from '../../core/returned/keyed-cells.ts';
import { readReturned } from '../../core/returned/read.ts';
import type { SheetCells } from '../../core/sheet/facts.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';

/** What a program has left of a workbook. */
export interface Left {
  /** Entries that are not read as they were typed: what was typed, what is read. */
  otherwise: (readonly [typed: unknown, read: unknown])[];
  /** The same after a repair; null where nothing says what the workbook was. */
  afterRepair: (readonly [typed: unknown, read: unknown])[] | null;
  /** How many cells the repair lists as without a place. */
  listed: number | null;
  /** Codes of findings that the workbook did not have before, each once. */
  newly: string[];
  /** How many findings are errors. */
  errors: number;
}

/** What was typed into a workbook: every keyed cell that says something, by its key. */
function typedInto(sheets: readonly SheetCells[]): Map<string, unknown> {
  const entries = readReturned(sheets).value?.entries ?? [];
  return new Map(
    entries.filter(({ value }) => value !== null).map((cell) => [keyOfEntry(cell), cell.value] as const),
  );
}

function difference(typed: ReadonlyMap<string, unknown>, read: ReadonlyMap<string, unknown>) {
  return [...typed].flatMap(([key, was]) => {
    const is = read.get(key) ?? null;
    return shown(was) === shown(is) ? [] : [[was, is] as const];
  });
}

/** Spreadsheet programs keep 15 digits of a number; a repair keeps a truth value as the text that it is read as. */
function shown(value: unknown): unknown {
  if (typeof value === 'number') return value.toPrecision(15);
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

/** Compares a workbook with what a program saved of it, as check and repair see both. */
export async function leftOf(given: Uint8Array, saved: Uint8Array): Promise<Left> {
  const before = openDamaged(await readFacts(given));
  const after = openDamaged(await readFacts(saved));
  const typed = typedInto(before.facts.sheets);
  if (typed.size < 40) throw new Error('too little was typed to say anything of a program');
  const was = new Set(checkOpened(before).report.findings.map(({ code }) => code));
  const { findings, counts } = checkOpened(after).report;
  const is = new Set(findings.map(({ code }) => code));
  const repaired = after.issued && repairWorkbook(after, after.issued.definition);
  return {
    otherwise: difference(typed, typedInto(after.facts.sheets)),
    afterRepair: repaired && difference(typed, typedInto(factsOf(repaired.model).sheets)),
    listed: repaired?.unplaced.length ?? null,
    newly: [...is].filter((code) => !was.has(code)).sort(),
    errors: counts.errors,
  };
}
