import type { Descriptor } from '../../core/exchange/descriptor.ts';
import type { ExchangeNames } from '../../core/exchange/names.ts';
import { dialects, type Profile } from '../../core/exchange/profile.ts';
import {
  readTables,
  type CsvReturn,
  type TextTable,
  type TextTableRow,
} from '../../core/exchange/read-tables.ts';
import type { ExchangeTable } from '../../core/exchange/tables.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { decodeCsv } from './decode.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';
import { scanQuotes } from './quote-scan.ts';
import { readDescriptor } from './read-descriptor.ts';
import { headerOf, profileOf, recognise, type Recognised } from './recognise.ts';
import { sha256 } from './sha256.ts';
import { splitRows } from './split-rows.ts';
import type { ReturnFile } from './write-return.ts';

const report = reporter(csvReturnMessages);
const reportFile = reporter(fileMessages);

/** A file of the return that could be decoded and whose header is known. */
interface OpenTable extends Recognised {
  file: ReturnFile;
  text: string;
  /** Lines at the top that a spreadsheet does not show as rows. */
  unshown: number;
  profile: Profile;
}

/**
 * Reads the exchange files of one return, in either profile: the tables and, if it is there, the descriptor,
 * in any order. Every fault is a finding with file and physical line. Rows with an error are left out, so the
 * value is whole only when no finding is an error.
 * @param names what codes there are and what they are called; null leaves codes unchecked
 * @returns null when there is no table of observations that can be read
 */
export async function readReturnCsv(
  files: readonly ReturnFile[],
  names: ExchangeNames | null,
  limits: CsvLimits = CSV_LIMITS,
): Promise<{ value: CsvReturn | null; findings: Finding[] }> {
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

  const tables = openTables(
    files.filter((file) => !isDescriptor(file)),
    descriptor,
    limits,
    findings,
  );
  const texts: TextTable[] = [];
  for (const table of tables) {
    const read = rowsOf(table, limits, findings);
    if (read === null) continue;
    const { columns, rows, count } = read;
    texts.push({ table: table.table, file: table.file.name, columns, rows });
    if (descriptor) findings.push(...(await compareWithDescriptor(table, count, descriptor)));
  }
  for (const { path, name } of descriptor?.resources ?? []) {
    const isGiven = files.some((file) => file.name.normalize('NFC') === path.normalize('NFC'));
    if (!isGiven && !tables.some(({ table }) => table.id === name))
      findings.push(report('return-file-missing', { file: first?.name ?? '' }, { path }));
  }
  const observations = tables.find(({ table }) => table.id === 'observations');
  if (!observations || !texts.some(({ table }) => table.id === 'observations')) {
    if (!observations) findings.push(report('return-no-observations', {}, {}));
    return { value: null, findings };
  }
  const read = readTables(texts, { profile: observations.profile, descriptor, names });
  return { value: read.value, findings: [...findings, ...read.findings] };
}

function isDescriptor({ name }: ReturnFile): boolean {
  return name.toLowerCase().endsWith('.json');
}

/** The files whose header tells which table they are; each table once, all of one profile. */
function openTables(
  files: readonly ReturnFile[],
  descriptor: Descriptor | null,
  limits: CsvLimits,
  findings: Finding[],
): OpenTable[] {
  const tables: OpenTable[] = [];
  for (const file of files) {
    const place = { file: file.name };
    const decoded = decodeCsv(file.bytes, file.name, limits);
    findings.push(...decoded.findings);
    const text = decoded.value;
    if (text === null) continue;
    const recognised = recognise(text);
    if (recognised === null) {
      const { header, line } = headerOf(text);
      findings.push(report('csv-not-ours', { ...place, line }, { found: header }));
      continue;
    }
    const { table, delimiter } = recognised;
    const declared = descriptor?.chitieu.profile;
    // A tab says nothing of the decimal sign; the descriptor does.
    const profile = profileOf(delimiter) ?? declared;
    if (profile === undefined) {
      findings.push(report('csv-tab', { ...place, line: headerOf(text).line }, {}));
      continue;
    }
    const before = tables.find((one) => one.table.id === table.id);
    const [other] = tables;
    if (declared !== undefined && declared !== profile) {
      const data = { found: delimiter, expected: dialects[declared].delimiter };
      findings.push(report('csv-delimiter', { ...place, line: headerOf(text).line }, data));
    } else if (before) {
      findings.push(report('return-table-twice', place, { table: table.title, first: before.file.name }));
    } else if (other && other.profile !== profile) {
      findings.push(report('return-profile-differs', place, { first: other.file.name }));
    } else {
      tables.push({ file, text, unshown: decoded.unshown, ...recognised, profile });
    }
  }
  return tables;
}

/** The rows of a table by column, and how many there are; null when its header or its quotes are wrong. */
function rowsOf(
  { file, text, unshown, table, delimiter }: OpenTable,
  limits: CsvLimits,
  findings: Finding[],
): (Pick<TextTable, 'columns' | 'rows'> & { count: number }) | null {
  const fault = scanQuotes(text, delimiter, file.name, limits);
  if (fault !== null) {
    findings.push(fault);
    return null;
  }
  const [header, ...body] = splitRows(text, delimiter);
  const columns = withoutEmptyEnd((header?.cells ?? []).map((cell) => cell.trim()));
  const wrong = wrongColumns(table, columns);
  if (wrong !== null) {
    const place = { file: file.name, line: header?.line ?? 1 };
    findings.push(report('csv-wrong-columns', place, { table: table.title, ...wrong }));
    return null;
  }
  const rows = body.flatMap(({ cells, line, row }): TextTableRow[] => {
    const isWhole = cells.length >= columns.length && withoutEmptyEnd(cells).length <= columns.length;
    const byColumn = new Map(columns.map((column, at) => [column, cells[at] ?? '']));
    if (isWhole) return [{ cells: byColumn, line, row: row - unshown }];
    const data = { found: cells.length, expected: columns.length };
    findings.push(reportFile('csv-columns', { file: file.name, line }, data));
    return [];
  });
  return { columns, rows, count: body.length };
}

function wrongColumns(table: ExchangeTable, found: readonly string[]) {
  const expected = table.columns.map(({ name }) => name);
  const missing = expected.filter((name) => !found.includes(name));
  const unknown = [...new Set(found.filter((name) => !expected.includes(name)))];
  const twice = [
    ...new Set(found.filter((name, at) => expected.includes(name) && found.indexOf(name) !== at)),
  ];
  return missing.length + unknown.length + twice.length === 0 ? null : { missing, unknown, twice };
}

/** Spreadsheets add delimiters at the end of rows. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

async function compareWithDescriptor(
  { file, table }: OpenTable,
  rows: number,
  descriptor: Descriptor,
): Promise<Finding[]> {
  const listed = descriptor.resources.find(({ name }) => name === table.id);
  const place = { file: file.name };
  if (!listed) return [];
  const findings: Finding[] = [];
  if (listed.hash !== `sha256:${await sha256(file.bytes)}`) findings.push(report('return-hash', place, {}));
  if (listed.rowCount !== rows)
    findings.push(report('return-row-count', place, { found: rows, expected: listed.rowCount }));
  return findings;
}
