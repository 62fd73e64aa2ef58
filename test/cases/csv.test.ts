import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReturnCsv } from '../../formats/csv/read-return.ts';
import { filesBeside } from '../../generator/check/csv-files.ts';
import type { FileJson } from '../../generator/check/report-json.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { run } from '../generator/commands/run.ts';

const FOLDER = join(packageRoot(), 'test/cases/csv');

/** What must come of a set of files in `test/cases/csv`. */
interface Case {
  folder: string;
  done: string;
  /** Errors of reading: code and cell. */
  errors: [code: string, cell: string][];
  /** Figures of the round that are owed and not taken as entered. */
  missing: number;
}

const cases: Case[] = [
  { folder: '01-ctrlz', done: '0x1A at the end', errors: [], missing: 0 },
  { folder: '02-sep-line', done: '"sep=;" first', errors: [], missing: 0 },
  { folder: '60-name-trailing-space', done: 'a blank behind a name', errors: [], missing: 0 },
  { folder: '64-name-emptied', done: 'a name emptied', errors: [], missing: 0 },
  {
    folder: '19-thousands-dot-000',
    done: '1.000 for a count, its check emptied',
    errors: [['return-thousands-or-decimal', 'M101']],
    missing: 1,
  },
  { folder: 'renamed-set', done: 'the browser\'s " (1)" on all four files', errors: [], missing: 0 },
];

/** What `chitieu check` says of the returns behind a path. */
async function check(path: string): Promise<FileJson[]> {
  const { out } = await run(packageRoot(), 'check', path, '--json');
  return (JSON.parse(out) as { files: FileJson[] }).files;
}

describe.each(cases)('$folder: $done', ({ folder, errors, missing }) => {
  it('comes out as it must, whichever of its files is named', async () => {
    const names = readdirSync(join(FOLDER, folder));
    for (const path of [folder, ...names.map((name) => join(folder, name))]) {
      const files = await check(join(FOLDER, path));
      expect(files, path).toHaveLength(1);
      const { findings, progress } = files[0] ?? { findings: [], progress: null };
      const read = findings.filter(({ code }) => /^(?:return|csv)-/u.test(code));
      expect(
        read.filter(({ severity }) => severity !== 'note').map(({ code, place }) => [code, place.cell]),
        path,
      ).toEqual(errors);
      expect(progress && progress.owed - progress.done, path).toBe(missing);
    }
  });
});

it('a set that was renamed is one return, with all of its baselines and verdicts', async () => {
  const name = 'lai-chau-2021_VN12_2023.observations (1).csv';
  const { files } = await filesBeside(join(FOLDER, 'renamed-set', name));
  const { value, findings } = await readReturnCsv(files, null);
  expect(findings).toEqual([]);
  expect([value?.baselines.length, value?.ownVerdicts.length]).toEqual([23, 8]);
  const { out } = await run(packageRoot(), 'check', join(FOLDER, 'renamed-set'));
  expect(out).toContain('Xét theo kế hoạch đang cài và số gốc ghi trong bộ tệp');
  expect(out).not.toContain('không có số giao, số gốc');
});

/** A set made anew from the first case, with its table of figures or its names changed. */
interface Sibling {
  done: string;
  table?: (text: string) => string | Buffer;
  renamed?: (name: string) => string;
  errors?: Case['errors'];
  missing?: number;
}

const COLUMNS = 18;
const inName = (change: (name: string) => string) => (text: string) =>
  text.replaceAll(/Huyện Tam Đường|"(?:Số|Tỷ lệ) [^"]*"|(?:Số|Tỷ lệ) [^,]*/gu, change);
/** The jobs of the round, and no check beside them. */
const jobs = (typed: string) => (text: string) =>
  text.replace(/(new-jobs,[^\n]*,2023,[a-z]+,reported,)\d+(,[^\n]*,)[a-z]+(\r?\n)/u, `$1${typed}$2$3`);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const siblings: Sibling[] = [
  { done: '0x1A behind the last row', table: (text) => `${text.trimEnd()}\u001a` },
  { done: '0x1A on rows of its own', table: (text) => `${text}\r\n\u001a\r\n\u001a` },
  { done: '"sep=," first', table: (text) => `sep=,\r\n${text}` },
  { done: 'tabs between the columns, sep=tab first, UTF-16', table: (text) => utf16(`sep=\t\r\n${tabs(text)}`) },
  { done: 'UTF-16 as "Unicode text"', table: (text) => utf16(tabs(text)) },
  { done: 'rows of delimiters at the end', table: (text) => text + `${','.repeat(COLUMNS - 1)}\r\n`.repeat(30) },
  { done: 'delimiters behind every row', table: (text) => text.replaceAll('\r\n', ',,\r\n') },
  { done: 'names in capitals', table: inName((name) => name.toUpperCase()) },
  { done: 'names in letters and marks apart', table: inName((name) => name.normalize('NFD')) },
  { done: 'names with Ð and hard blanks', table: inName((name) => name.replaceAll('Đ', 'Ð').replaceAll(' ', '\u00a0')) },
  { done: 'every name emptied', table: inName(() => '') },
  { done: 'renamed by a copy', renamed: (name) => name.replace(/(\.\w+)$/u, ' - Copy$1') },
  { done: 'renamed by a copy in Vietnamese', renamed: (name) => `Bản sao của ${name}` },
  { done: 'downloaded a third time', renamed: (name) => name.replace(/(\.\w+)$/u, ' (2)$1') },
  ...['1.250', '9.000', '1.0'].map((typed) => ({
    done: `${typed} jobs`,
    table: jobs(typed),
    errors: [['return-thousands-or-decimal', 'M42']] as Case['errors'],
    missing: 1,
  })),
];

function tabs(text: string): string {
  return text
    .split('\r\n')
    .map((line) => line.replaceAll(/("(?:[^"]|"")*")|,/gu, (found, quoted?: string) => quoted ?? (found ? '\t' : '')))
    .join('\r\n');
}

describe('siblings of the sets', () => {
  let folder: string;
  const found = new Map<string, FileJson[]>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-csv-siblings-'));
    for (const [at, { table = (text: string) => text, renamed = (name: string) => name }] of siblings.entries()) {
      const to = join(folder, String(at));
      await mkdir(to);
      for (const name of readdirSync(join(FOLDER, '01-ctrlz'))) {
        const bytes = await readFile(join(FOLDER, '01-ctrlz', name));
        const text = bytes.toString('utf8').replace('\u001a', '');
        await writeFile(join(to, renamed(name)), name.includes('observations') ? table(text) : bytes);
      }
    }
    const { out } = await run(packageRoot(), 'check', ...siblings.map((_, at) => join(folder, String(at))), '--json');
    for (const file of (JSON.parse(out) as { files: FileJson[] }).files) {
      const [at = ''] = file.file.slice(folder.length + 1).split('/');
      found.set(at, [...(found.get(at) ?? []), file]);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(siblings.map((one, at) => ({ at: String(at), ...one })))('$done', ({ at, errors = [], missing = 0 }) => {
    const files = found.get(at) ?? [];
    expect(files).toHaveLength(1);
    const { findings, progress } = files[0] ?? { findings: [], progress: null };
    const read = findings.filter(({ code, severity }) => /^(?:return|csv)-/u.test(code) && severity !== 'note');
    expect(read.map(({ code, place }) => [code, place.cell])).toEqual(errors);
    expect(progress && progress.owed - progress.done).toBe(missing);
  });
});
