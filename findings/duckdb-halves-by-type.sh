#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1) rounds the same half by the type it happens to have. Made whole, 2.5 is 3
# as a decimal, which a number in a query is, and 2 as a double, which a column read from CSV is (halves to
# even). Made a DECIMAL(9,2), and by round(), 39.995 is 40.00 in a query and 39.99 out of a column. What a statement
# gives on figures typed into it, it need not give on the data.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

writeFileSync('figures.csv', 'people,rate\n2.5,39.995\n');
const connection = await (await DuckDBInstance.create()).connect();
const asked = (people, rate) => `${people}::INTEGER, ${rate}::DECIMAL(9,2), round(${rate}, 2)`;
for (const query of [
  `SELECT ${asked('2.5', '39.995')}`,
  `SELECT ${asked('people', 'rate')} FROM 'figures.csv'`,
])
  console.log((await connection.runAndReadAll(query)).getRowsJson()[0].join(' '));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
3 40.00 40.00
2 39.99 39.99
SEEN
