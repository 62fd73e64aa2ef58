import { checkCsvReturn } from '../../core/check/check-csv-return.ts';
import type { CheckedReturn } from '../../core/check/check-return-figures.ts';
import { checkWorkbook, type CheckedWorkbook } from '../../core/check/check-workbook.ts';
import { reporter, type Finding } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import type { CsvReturn } from '../../core/exchange/read-tables.ts';
import type { Reading } from '../../core/exchange/reading.ts';
import type { ReturnedWorkbook } from '../../core/returned/read.ts';
import type { ReturnFigures } from '../../core/exchange/return-figures.ts';
import { parsePeriod } from '../../core/period/period.ts';
import { firstYear } from '../../core/period/first-year.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { readReturnCsv } from '../../formats/csv/read-return.ts';
import type { ReturnFile } from '../../formats/csv/write-return.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { definitionFromSeeds } from '../workbook/definition-from-seeds.ts';
import { fileTrouble } from '../file-trouble.ts';
import { readWorkbookBytes } from '../regular-file.ts';
import { filesBeside, type FilesRead, type FolderNames } from './csv-files.ts';
import type { Input } from './inputs.ts';
import type { Installed } from './installed.ts';

const report = reporter(fileMessages);

/** Whose return it is, by ids. */
export interface FileIdentity {
  unit: string;
  reporter: string;
  round: string;
  plans: readonly string[];
  sample: boolean;
}

/**
 * What says what was asked: the workbook itself; or the installed plans, without or with what a planner gave
 * beside them.
 */
export type JudgedBy = 'definition' | 'plans' | 'plans-and-files';

/** A return and what the check says of it. */
export interface CheckedInput {
  kind: 'checked';
  input: Input;
  identity: FileIdentity;
  checked: CheckedReturn;
  judgedBy: JudgedBy | null;
  /** The file itself, for a marked copy; null for CSV files. */
  bytes: Uint8Array | null;
  /** What was read, for whoever takes it in. */
  opened: OpenedWorkbook | OpenedSet;
}

/** A workbook as it was read. */
export interface OpenedWorkbook {
  kind: 'workbook';
  returned: ReturnedWorkbook;
  checked: CheckedWorkbook;
  bytes: Uint8Array;
}

/** A return in CSV files as it was read. */
export interface OpenedSet {
  kind: 'csv';
  returned: CsvReturn;
  files: readonly ReturnFile[];
  /** What the reader of the files found. */
  findings: readonly Finding[];
  reading: Reading | null;
}

/** A return that could not be read, and why. */
export interface UnreadableInput {
  kind: 'unreadable';
  input: Input;
  findings: readonly Finding[];
}

/** What lies behind an input, read from the disk. */
export type Behind = ({ kind: 'csv' } & FilesRead) | { kind: 'workbook'; bytes: Uint8Array };

/** Reads the files of an input. @param listed the names in the folder of a CSV set, where they are known */
export async function behind({ kind, path }: Input, listed?: FolderNames): Promise<Behind> {
  if (kind === 'workbook') return { kind, bytes: await readWorkbookBytes(path) };
  return { kind, ...(await filesBeside(path, listed)) };
}

/**
 * Reads and checks one return. Whatever is wrong with it is in the result: one broken file must not keep the
 * others from being checked.
 * @param read what lies behind it, where that was read already
 */
export async function checkInput(
  input: Input,
  installed: Installed,
  read?: Behind | null,
): Promise<CheckedInput | UnreadableInput> {
  try {
    const found = read ?? (await behind(input));
    return await (found.kind === 'csv'
      ? checkCsv(input, found, installed)
      : checkWorkbookFile(input, found.bytes, installed));
  } catch (error) {
    return unfinished(input, error);
  }
}

/** A return whose check ended before its time. */
export function unfinished(input: Input, error: unknown): UnreadableInput {
  return unreadable(input, [error instanceof WorkbookReadError ? error.finding : failure(error)]);
}

async function checkWorkbookFile(
  input: Input,
  bytes: Uint8Array,
  installed: Installed,
): Promise<CheckedInput | UnreadableInput> {
  const whole = checkWorkbook(await readFacts(bytes), {
    expectation: installed.expectationOf,
    definitionOf: (workbook) => definitionFromSeeds(installed, workbook),
  });
  const { returned, ...checked } = whole;
  if (!returned) return unreadable(input, checked.report.findings);
  const { definition } = returned;
  return {
    kind: 'checked',
    input,
    identity: identityOf(returned),
    checked,
    judgedBy: checked.request && (definition === null ? byPlans(installed) : 'definition'),
    bytes,
    opened: { kind: 'workbook', returned, checked: whole, bytes },
  };
}

async function checkCsv(
  input: Input,
  { files, findings: ofFiles }: FilesRead,
  installed: Installed,
): Promise<CheckedInput | UnreadableInput> {
  const {
    value,
    findings: ofReading,
    reading,
  } = await readReturnCsv(files, installed.names, { encoding: input.encoding ?? null });
  const findings = [...ofFiles, ...ofReading];
  if (value === null) return unreadable(input, findings);
  const plans = value.plans.size > 0 ? value.plans : onlyPlan(value, installed);
  const returned = { ...value, plans };
  const checked = checkCsvReturn(returned, findings, {
    definition: definitionFromSeeds(installed, returned),
    expectation: installed.expectationOf,
  });
  return {
    kind: 'checked',
    input,
    identity: identityOf(returned),
    checked,
    judgedBy: checked.request && byPlans(installed),
    bytes: null,
    opened: { kind: 'csv', returned, files, findings, reading },
  };
}

function byPlans({ hasFiles }: Installed): JudgedBy {
  return hasFiles ? 'plans-and-files' : 'plans';
}

function identityOf({
  unit,
  reporter,
  round,
  sample,
  plans,
}: Pick<ReturnFigures, 'unit' | 'reporter' | 'round' | 'sample' | 'plans'>): FileIdentity {
  return { unit, reporter, round, sample, plans: [...plans.keys()] };
}

/** The plan of a return without descriptor, where only one of the installed plans can be meant. */
function onlyPlan({ unit, round }: CsvReturn, { plans }: Installed): ReadonlyMap<string, string> {
  const year = parsePeriod(round)?.year ?? Number.NaN;
  const [first, ...others] = plans.filter(
    ({ file, units }) =>
      units.some(({ id }) => id === unit) && firstYear(file.firstRound) <= year && year <= file.period.to,
  );
  return new Map(first && others.length === 0 ? [[first.file.id, '']] : []);
}

function unreadable(input: Input, findings: readonly Finding[]): UnreadableInput {
  return { kind: 'unreadable', input, findings };
}

/** What the operating system says; anything else is a fault of the program. */
function failure(error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return fileTrouble(error) ?? report('check-failed', {}, { reason });
}
