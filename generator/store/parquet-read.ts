import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { CommandFailure } from '../failure.ts';
import { readRegular } from '../regular-file.ts';
import { makeFolder } from '../workbook/make-folder.ts';
import { COLUMNS, Database, STORE_VERSION } from './database.ts';
import { openStore } from './home.ts';
import { readLedger } from './ledger.ts';
import { compareParquet, MANIFEST_SCHEMA, parquet, sha256OfFile, type ParquetFile } from './parquet.ts';
import { storePaths } from './paths.ts';

const file = (path: RegExp) =>
  z.strictObject({
    path: z.string().regex(path),
    rows: z.number().int().min(0),
    sum: z.string().nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  });

/** manifest.json; its paths lead nowhere but below the folder. */
const manifestSchema = z.strictObject({
  schema: z.number().int(),
  store: z.number().int(),
  program: z.string(),
  entries: z.array(file(/^ky=[\w-]+\/tinh=\w*\/entries\.parquet$/u)),
  returns: file(/^returns\.parquet$/u),
  decisions: file(/^decisions\.parquet$/u),
});
type Manifest = z.output<typeof manifestSchema>;

/** What came in. */
export interface ImportedParquet {
  returns: number;
  entries: number;
  decisions: number;
  /** Files of the returns that are not beside the store. */
  originals: string[];
}

/**
 * Makes a store of what `store export --parquet` wrote: every file is held against the manifest before, and every row
 * against its file after. The originals are no part of Parquet.
 * @param since ISO time, said to others while it is open
 * @throws CommandFailure when there is a store already, a file is missing or another one, or rows differ
 */
export async function importParquet(from: string, folder: string, since: string): Promise<ImportedParquet> {
  const paths = storePaths(folder);
  if (existsSync(paths.database) || (await readLedger(paths.ledger)).length > 0)
    throw new CommandFailure(
      'Thư mục làm việc này đã có kho; chỉ nhập được vào kho còn trống. Hãy lập thư mục làm việc mới bằng "chitieu init" (there is a store already).',
    );
  const manifest = await readManifest(from);
  for (const { path, sha256 } of filesOf(manifest)) {
    const found = await sha256OfFile(join(from, ...path.split('/'))).catch(() => null);
    if (found !== sha256)
      throw new CommandFailure(
        `${path}: ${found === null ? 'thiếu tệp' : 'tệp đã đổi so với manifest.json'}. Chưa nhập gì; hãy lấy lại cả thư mục đã xuất (a file is missing or changed).`,
      );
  }
  await makeFolder(folder);
  const made = `${paths.database}.new`;
  await rm(made, { force: true });
  const database = await Database.open(made);
  try {
    await database.together([
      ...manifest.entries.map((one) => () => insert(database, from, one, 'entries', ENTRY)),
      () => insert(database, from, manifest.returns, 'returns', RETURN),
      () => insert(database, from, manifest.decisions, 'decisions', DECISION),
    ]);
    await compareParquet(database, from, manifest);
    await database.run('CHECKPOINT');
    database.close();
  } catch (error) {
    database.close();
    await rm(made, { force: true });
    throw error;
  }
  await rename(made, paths.database);
  // Opening it writes the ledger, which has to say what the database has.
  const store = await openStore(folder, since);
  try {
    const returns = await store.returns();
    // Each is kept under its SHA-256, with the ending of its name.
    const kept = new Set((await readdir(paths.originals).catch(() => [])).map((name) => name.slice(0, 64)));
    const missing = returns.flatMap((one) => one.files.filter(({ sha256 }) => !kept.has(sha256)));
    return {
      returns: returns.length,
      entries: manifest.entries.reduce((sum, { rows }) => sum + rows, 0),
      decisions: manifest.decisions.rows,
      originals: [...new Set(missing.map(({ name }) => name))],
    };
  } finally {
    await store.close();
  }
}

const ENTRY = ['return', 'row', ...COLUMNS, 'value'];
const RETURN = ['number', 'unit', 'reporter', 'round', 'state', 'received', 'said'];
const DECISION = ['number', 'said'];

async function readManifest(from: string): Promise<Manifest> {
  const refuse = (why: string) =>
    new CommandFailure(
      `${join(from, 'manifest.json')}: ${why}. Hãy đưa thư mục do "chitieu store export --parquet" ghi (no exported store).`,
    );
  const bytes = await readRegular(join(from, 'manifest.json')).catch(() => null);
  if (bytes === null) throw refuse('không có tệp này');
  const parsed = manifestSchema.safeParse(jsonOf(bytes.toString()));
  if (!parsed.success) throw refuse('không phải bản kê của kho đã xuất');
  const { schema, store } = parsed.data;
  if (schema > MANIFEST_SCHEMA || store > STORE_VERSION)
    throw refuse('do bản chương trình mới hơn ghi; hãy nâng cấp chương trình');
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function filesOf({ entries, returns, decisions }: Manifest): ParquetFile[] {
  return [...entries, returns, decisions];
}

/** Columns go by their names: another program may have written them in another order. */
async function insert(
  database: Database,
  from: string,
  { path, rows }: ParquetFile,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const names = columns.join(', ');
  const before = await countOf(database, table);
  await database.run(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${parquet(join(from, ...path.split('/')))}`,
  );
  const added = (await countOf(database, table)) - before;
  if (added !== rows)
    throw new CommandFailure(
      `${path} có ${added} dòng, manifest.json ghi ${rows}. Chưa nhập gì (rows differ).`,
    );
}

async function countOf(database: Database, table: string): Promise<number> {
  const { rows } = await database.read(`SELECT count(*)::INTEGER FROM ${table}`);
  return Number(rows[0]?.[0]);
}
