#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): the median of decimals has their type and is cut to their places, so that
# of 1.1 and 1.2 it is 1.1, half a place off and never to be seen in the answer; quantile_cont likewise. avg of the same
# column is 1.15 (a DOUBLE), and so is the median once the column is a DOUBLE, as one read from CSV is.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

writeFileSync('rates.csv', 'rate\n1.1\n1.2\n');
const connection = await (await DuckDBInstance.create()).connect();
const answers = 'median(rate), quantile_cont(rate, 0.25), avg(rate), typeof(median(rate))';
for (const type of ['DECIMAL(4,1)', 'DECIMAL(4,2)', 'DOUBLE']) {
  const reader = await connection.runAndReadAll(
    `SELECT ${answers} FROM read_csv('rates.csv', columns = {'rate': '${type}'})`,
  );
  console.log(type, reader.getRowsJson()[0].join(' '));
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
DECIMAL(4,1) 1.1 1.1 1.15 DECIMAL(4,1)
DECIMAL(4,2) 1.15 1.12 1.15 DECIMAL(4,2)
DOUBLE 1.15 1.125 1.15 DOUBLE
SEEN
