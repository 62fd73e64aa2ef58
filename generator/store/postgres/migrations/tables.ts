import { COLUMNS, REQUIRED } from '../../entry-query.ts';

/**
 * The tables, each cut up by province. Keys are on the parts, not on the whole: where the parts are on other servers
 * the whole can have none, and the statements are the same everywhere.
 */
export const tables = `
CREATE TABLE provinces (
  province text PRIMARY KEY,
  name text NOT NULL,
  -- Where its part is; null: here.
  server text,
  address text
);
-- Whose rows an account may add; of an office that takes returns of the whole country no row is here.
CREATE TABLE members (member name PRIMARY KEY, province text NOT NULL);

-- One row a province, locked while something is added to it. The clocks run ahead of all numbers given.
CREATE TABLE heads (
  province text NOT NULL,
  return_clock integer NOT NULL DEFAULT 0,
  decision_clock integer NOT NULL DEFAULT 0,
  last_return integer NOT NULL DEFAULT 0,
  last_decision integer NOT NULL DEFAULT 0
) PARTITION BY LIST (province);
CREATE TABLE returns (
  province text NOT NULL,
  number integer NOT NULL,
  unit text NOT NULL,
  reporter text NOT NULL,
  round text NOT NULL,
  state text NOT NULL,
  received text NOT NULL,
  sha256 text NOT NULL,
  -- How many returns of the same bytes there were before: what was withdrawn may come again, nothing comes twice.
  repeats integer NOT NULL,
  said text NOT NULL
) PARTITION BY LIST (province);
CREATE TABLE entries (
  province text NOT NULL,
  "return" integer NOT NULL,
  "row" integer NOT NULL,
  ${COLUMNS.map((name) => `${name} text${REQUIRED.includes(name) ? ' NOT NULL' : ''}`).join(',\n  ')},
  value numeric(18, 4)
) PARTITION BY LIST (province);
CREATE TABLE originals (province text NOT NULL, sha256 text NOT NULL, bytes bytea NOT NULL) PARTITION BY LIST (province);
CREATE TABLE decisions (province text NOT NULL, number integer NOT NULL, said text NOT NULL) PARTITION BY LIST (province);
`;
