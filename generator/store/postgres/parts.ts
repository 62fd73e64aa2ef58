import { SCHEMA } from './session.ts';
import type { Province } from './province.ts';

/** The tables that are cut up by province, each with what keeps its part whole and quick to ask. Every key has the province, as Citus wants it. */
const KEYS = {
  heads: ['PRIMARY KEY (province)'],
  returns: ['PRIMARY KEY (number, province)', 'UNIQUE (sha256, repeats, province)'],
  entries: ['PRIMARY KEY ("return", "row", province)'],
  originals: ['PRIMARY KEY (sha256, province)'],
  decisions: ['PRIMARY KEY (number, province)'],
} as const;
type Table = keyof typeof KEYS;
const TABLES = Object.keys(KEYS) as Table[];

const partOf = (table: Table, province: Province) => `${table}_${province.toLowerCase()}`;

/** Statements that make the part of a province on this server; what is there stays. */
export function ownPart(province: Province): string {
  const made = TABLES.map(
    (table) =>
      `CREATE TABLE IF NOT EXISTS ${partOf(table, province)} PARTITION OF ${table} (${KEYS[table].join(', ')}) FOR VALUES IN ('${province}')`,
  );
  return [
    ...made,
    `CREATE INDEX IF NOT EXISTS ${partOf('entries', province)}_unit ON ${partOf('entries', province)} (unit, indicator)`,
    // For the coordinator, which asks the parts themselves.
    `GRANT SELECT ON ${TABLES.map((table) => partOf(table, province)).join(', ')} TO chitieu_ministry`,
    `INSERT INTO heads (province) SELECT '${province}'
      WHERE NOT EXISTS (SELECT FROM heads WHERE province = '${province}')`,
  ].join(';\n');
}

/** Statements that make the part of a province which another server keeps. @param server as it is called here */
export function farPart(province: Province, server: string): string {
  return TABLES.map(
    (table) =>
      `CREATE FOREIGN TABLE IF NOT EXISTS ${partOf(table, province)} PARTITION OF ${table} FOR VALUES IN ('${province}')
        SERVER ${server} OPTIONS (schema_name '${SCHEMA}', table_name '${partOf(table, province)}')`,
  ).join(';\n');
}
