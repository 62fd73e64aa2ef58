import type { Descriptor } from '../../core/exchange/descriptor.ts';
import type { ExchangeNames } from '../../core/exchange/names.ts';
import { dialects, type Profile } from '../../core/exchange/profile.ts';
import { readTables, type CsvReturn } from '../../core/exchange/read-tables.ts';
import type { OldEncoding, Reading } from '../../core/exchange/reading.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';
import { openTable, type OpenTable } from './open-table.ts';
import { readDescriptor } from './read-descriptor.ts';
import { sha256 } from './sha256.ts';
import type { ReturnFile } from './write-return.ts';

const report = reporter(csvReturnMessages);

/** A table whose decimal sign is known. */
type ReadyTable = OpenTable & { profile: Profile };

/** What is known of the files of a return beside what they say. */
export interface ReadOptions {
  limits?: CsvLimits;
  /** Encoding that somebody says they have; used where the names beside the codes agree. */
  encoding?: OldEncoding | null;
  /** How they were read before, to be read the same again. */
  reading?: Reading | null;
}

/** A return as it was read, with every fault. */
export interface ReadReturn {
  /** Null when there is no table of observations that can be read. */
  value: CsvReturn | null;
  findings: Finding[];
  /** What was read by the code lists; null where the files say everything themselves. */
  reading: Reading | null;
}

/**
 * Reads the exchange files of one return, in either profile: the tables and, if it is there, the descriptor,
 * in any order. Every fault is a finding with file and physical line. Rows with an error are left out, so the
 * value is whole only when no finding is an error.
 * @param names what codes there are and what they are called; null leaves codes unchecked
 */
export async function readReturnCsv(
  files: readonly ReturnFile[],
  names: ExchangeNames | null,
  { limits = CSV_LIMITS, encoding = null, reading = null }: ReadOptions = {},
): Promise<ReadReturn> {
  const findings: Finding[] = [];
  const descriptors = files.filter(isDescriptor);
  const [first, second] = descriptors;
  const opened = first === undefined ? null : readDescriptor(first, limits);
  findings.push(...(opened?.findings ?? []));
  if (first && second)
    findings.push(report('csv-descriptor-twice', { file: second.name }, { first: first.name }));
  if (!first) findings.push(report('return-no-descriptor', {}, {}));
  const descriptor = opened?.value ?? null;
  const { errors = 0, errorCodes = [], forced = false } = descriptor?.chitieu ?? {};
  if (first && (errors > 0 || forced)) {
    const codes = errorCodes.map((one) => ({ ...one, title: null }));
    findings.push(report('return-had-errors', { file: first.name }, { count: errors, codes, forced }));
  }

  const before = reading && new Map(reading.encodings);
  const encodingOf = (file: string) => (before ? (before.get(file) ?? null) : encoding);
  const tables: ReadyTable[] = [];
  for (const file of files.filter((one) => !isDescriptor(one))) {
    const table = openTable(file, { names, limits, encodingOf }, findings);
    const ready = table && placed(table, tables, { descriptor, findings });
    if (ready) tables.push(ready);
  }
  if (descriptor)
    for (const table of tables) findings.push(...(await compareWithDescriptor(table, descriptor)));
  for (const { path, name } of descriptor?.resources ?? []) {
    const isGiven = files.some((file) => file.name.normalize('NFC') === path.normalize('NFC'));
    if (!isGiven && !tables.some(({ table }) => table.id === name))
      findings.push(report('return-file-missing', { file: first?.name ?? '' }, { path }));
  }
  const observations = tables.find(({ table }) => table.id === 'observations');
  if (!observations || observations.count === null) {
    if (!observations) findings.push(report('return-no-observations', {}, {}));
    return { value: null, findings, reading: null };
  }
  const texts = tables
    .filter(({ count }) => count !== null)
    .map(({ table, file, columns, rows }) => ({ table, file: file.name, columns, rows }));
  const { profile } = observations;
  const read = readTables(texts, { profile, descriptor, names, codes: new Map(reading?.codes) });
  const encodings = tables.flatMap((one) =>
    one.encoding === null ? [] : [[one.file.name, one.encoding] as const],
  );
  const codes = [...read.restored];
  return {
    value: read.value,
    findings: [...findings, ...read.findings],
    reading: encodings.length + codes.length > 0 ? { encodings, codes } : null,
  };
}

function isDescriptor({ name }: ReturnFile): boolean {
  return name.toLowerCase().endsWith('.json');
}

/** A table among those before it: each once, all of one profile; null where it is none of them. */
function placed(
  table: OpenTable,
  before: readonly ReadyTable[],
  { descriptor, findings }: { descriptor: Descriptor | null; findings: Finding[] },
): ReadyTable | null {
  const place = { file: table.file.name };
  const header = { ...place, line: table.line };
  const declared = descriptor?.chitieu.profile;
  // A tab says nothing of the decimal sign; the descriptor does, or the numbers do.
  const profile = table.delimiter === '\t' ? (declared ?? table.profile) : table.profile;
  const same = before.find((one) => one.table.id === table.table.id);
  const [other] = before;
  if (profile === null) findings.push(report('csv-tab', header, {}));
  else if (declared !== undefined && declared !== profile) {
    const data = { found: table.delimiter, expected: dialects[declared].delimiter };
    findings.push(report('csv-delimiter', header, data));
  } else if (same)
    findings.push(report('return-table-twice', place, { table: table.table.title, first: same.file.name }));
  else if (other && other.profile !== profile)
    findings.push(report('return-profile-differs', place, { first: other.file.name }));
  else return { ...table, profile };
  return null;
}

async function compareWithDescriptor(
  { file, table, count }: OpenTable,
  descriptor: Descriptor,
): Promise<Finding[]> {
  const listed = descriptor.resources.find(({ name }) => name === table.id);
  const place = { file: file.name };
  if (!listed || count === null) return [];
  const findings: Finding[] = [];
  if (listed.hash !== `sha256:${await sha256(file.bytes)}`) findings.push(report('return-hash', place, {}));
  if (listed.rowCount !== count)
    findings.push(report('return-row-count', place, { found: count, expected: listed.rowCount }));
  return findings;
}
