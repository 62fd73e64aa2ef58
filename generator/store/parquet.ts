import type { SentRound } from '../../core/store/model.ts';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CommandFailure } from '../failure.ts';
import { isThere } from '../workbook/write-new.ts';
import type { Database } from './database.ts';
import { STORE_VERSION } from './tables.ts';
import { COLUMNS } from './entry-query.ts';
import { clearHalfCopies, halfCopyOf } from './half-copies.ts';
import { sha256Of } from './originals.ts';
import type { Original } from './store.ts';

/** Version of what the manifest says. */
export const MANIFEST_SCHEMA = 1;
/** `value` is DECIMAL(18,4), for sums; `digits` is the number as it was reported. */
const ENTRY = ['return', 'row', ...COLUMNS, 'value'].join(', ');

/** A file as the manifest lists it. */
export interface ParquetFile {
  /** Below the folder, with `/`. */
  path: string;
  rows: number;
  /** Sum of `value` in decimal digits; null where no row has one. */
  sum: string | null;
  sha256: string;
}

/** What was written. */
export interface ParquetManifest {
  schema: number;
  /** Version of the store. */
  store: number;
  program: string;
  entries: ParquetFile[];
  returns: ParquetFile;
  decisions: ParquetFile;
  /** Of the set of a closed round what it is; absent of a whole store. */
  round?: SentRound;
  /** Of such a set the planner's files that its verdicts rest on, as they were; absent where there are none. */
  given?: Pick<ParquetFile, 'path' | 'sha256'>[];
}

/** The set of a closed round: what it is, and the planner's files that go with it. */
export interface SetOfRound {
  round: SentRound;
  given: readonly Original[];
}

/**
 * Writes a store as Parquet: entries below `ky=<period>/tinh=<province>/`, returns and decisions beside them, and a
 * manifest. The names of folders only prune, as other programs take codes in them for numbers: every file holds period
 * and unit as text. What was written is read back and compared row by row before the folder gets its name.
 * @throws CommandFailure when the folder is there, or what is read back differs
 */
export async function writeParquet(
  database: Database,
  to: string,
  program: string,
  set?: SetOfRound,
): Promise<ParquetManifest> {
  if (await isThere(to))
    throw new CommandFailure(`"${to}" đã có; hãy chọn tên khác. Chưa ghi gì (it is there already).`);
  await clearHalfCopies(to);
  const made = halfCopyOf(to);
  try {
    await mkdir(made, { recursive: true });
    const write = async (path: string, query: string, sumOf = 'NULL'): Promise<ParquetFile> => {
      const file = join(made, ...path.split('/'));
      await mkdir(dirname(file), { recursive: true });
      await database.run(`COPY (${query}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`);
      const { rows } = await database.read(`SELECT count(*)::INTEGER, ${sumOf} FROM ${parquet(file)}`);
      const [count = 0, total = null] = rows[0] ?? [];
      return {
        path,
        rows: Number(count),
        sum: total === null ? null : String(total),
        sha256: await sha256OfFile(file),
      };
    };
    const province = "regexp_extract(unit, '^[A-Z]+[0-9]+')";
    const { rows: parts } = await database.read(
      `SELECT DISTINCT period, ${province} AS tinh FROM entries ORDER BY period, tinh`,
    );
    const entries: ParquetFile[] = [];
    for (const part of parts) {
      const [period, tinh] = part.map(String) as [string, string];
      const where = `period = ${quoted(period)} AND ${province} = ${quoted(tinh)}`;
      const query = `SELECT ${ENTRY} FROM entries WHERE ${where} ORDER BY return, row`;
      entries.push(await write(`ky=${period}/tinh=${tinh}/entries.parquet`, query, 'sum(value)::VARCHAR'));
    }
    const given: NonNullable<ParquetManifest['given']> = [];
    for (const { name, bytes } of set?.given ?? []) {
      const sha256 = sha256Of(bytes);
      const path = `given/${sha256}${extname(name).toLowerCase()}`;
      await mkdir(join(made, 'given'), { recursive: true });
      await writeFile(join(made, ...path.split('/')), bytes);
      given.push({ path, sha256 });
    }
    const manifest: ParquetManifest = {
      schema: MANIFEST_SCHEMA,
      store: STORE_VERSION,
      program,
      entries,
      returns: await write('returns.parquet', 'SELECT * FROM returns ORDER BY number'),
      decisions: await write('decisions.parquet', 'SELECT * FROM decisions ORDER BY number'),
      ...(set ? { round: set.round } : {}),
      ...(given.length > 0 ? { given } : {}),
    };
    await compareParquet(database, made, manifest);
    await writeFile(join(made, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(made, to);
    return manifest;
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
}

/** Holds a database against files: no row more, no row less, none other. @throws CommandFailure where they differ */
export async function compareParquet(
  database: Database,
  made: string,
  { entries }: Pick<ParquetManifest, 'entries'>,
): Promise<void> {
  const files = entries.map(({ path }) => quoted(join(made, ...path.split('/'))));
  const tables: [string, string, string][] = [
    ['returns', '*', parquet(join(made, 'returns.parquet'))],
    ['decisions', '*', parquet(join(made, 'decisions.parquet'))],
    ...(files.length > 0
      ? [
          ['entries', ENTRY, `read_parquet([${files.join(', ')}], hive_partitioning = false)`] as [
            string,
            string,
            string,
          ],
        ]
      : []),
  ];
  for (const [table, columns, written] of tables) {
    const [own, back] = [`SELECT ${columns} FROM ${table}`, `SELECT ${columns} FROM ${written}`];
    const { rows } = await database.read(
      `SELECT count(*)::INTEGER FROM ((${own} EXCEPT ALL ${back}) UNION ALL (${back} EXCEPT ALL ${own}))`,
    );
    if (rows[0]?.[0] !== 0)
      throw new CommandFailure(
        `Bảng ${table}: ${String(rows[0]?.[0])} dòng trong tệp Parquet khác với kho nên không giữ lại gì. Hãy kiểm tra đĩa rồi chạy lại (files and store differ).`,
      );
  }
}

/** A file as a table; its folders' names say nothing. */
export function parquet(path: string): string {
  return `read_parquet(${quoted(path)}, hive_partitioning = false)`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
