import { COLUMNS, REQUIRED } from './entry-query.ts';

/**
 * Version of what a store holds; one of a later version is refused, one of an earlier is copied and migrated when it is
 * opened. 1: no closings, no explained differences, no sets of provinces, which a program of that time would count as
 * returns.
 */
export const STORE_VERSION = 2;

/** What makes the tables of an empty store. */
export const TABLES = [
  'CREATE TABLE about (version INTEGER NOT NULL)',
  `INSERT INTO about VALUES (${STORE_VERSION})`,
  `CREATE TABLE returns (number INTEGER PRIMARY KEY, unit VARCHAR NOT NULL,
    reporter VARCHAR NOT NULL, round VARCHAR NOT NULL, state VARCHAR NOT NULL, received VARCHAR NOT NULL,
    said VARCHAR NOT NULL)`,
  `CREATE TABLE entries (return INTEGER NOT NULL, row INTEGER NOT NULL, ${COLUMNS.map((name) => `${name} VARCHAR${REQUIRED.includes(name) ? ' NOT NULL' : ''}`).join(', ')},
    value DECIMAL(18, 4))`,
  'CREATE TABLE decisions (number INTEGER PRIMARY KEY, said VARCHAR NOT NULL)',
];
