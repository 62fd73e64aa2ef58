import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../generator/package-root.ts';
import { Database } from '../../generator/store/database.ts';

type Row = (string | number | null)[];

/** What docs/sql/duckdb.sql says of a file of Parquet. */
export async function byDuckDb(path: string): Promise<Row[]> {
  const database = await Database.open(':memory:');
  const { rows } = await database.read(await statement('duckdb', path));
  database.close();
  return rows;
}

/** What docs/sql/clickhouse.sql says of it. @param chdb folder of the package chdb, which is not installed here */
export async function byClickHouse(path: string, chdb: string): Promise<Row[]> {
  const main = createRequire(pathToFileURL(join(chdb, 'package.json'))).resolve('chdb');
  const { query } = (await import(pathToFileURL(main).href)) as {
    query: (sql: string, format: string) => string;
  };
  const sql = (await statement('clickhouse', path)).replace(/^--.*\n/gmu, '').replace(/;\s*$/u, '');
  return query(sql, 'JSONCompactEachRow')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

async function statement(engine: string, path: string): Promise<string> {
  const sql = await readFile(join(packageRoot(), 'docs', 'sql', `${engine}.sql`), 'utf8');
  return sql.replaceAll('{file}', path);
}
