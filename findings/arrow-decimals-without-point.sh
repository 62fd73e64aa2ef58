#!/usr/bin/env bash
# Parquet with DECIMAL(18,4), as DuckDB 1.5.6 writes it, read by parquet-wasm 0.8.0 into apache-arrow 21.2.0: a figure
# comes as its digits without the point. 64.1 is 641000, compares and adds as that (added with + it is a text), and
# nothing but the scale of the column's type tells it. bigNumToNumber with that scale gives 64.1 back.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1 parquet-wasm@0.8.0 apache-arrow@21.2.0
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC, util } from 'apache-arrow';
import parquet from 'parquet-wasm';

const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`copy (select '03388' as unit, 64.1::decimal(18,4) as rate
  union all select '03391', 39.995) to 'rates.parquet' (format parquet)`);
const table = tableFromIPC(parquet.readParquet(readFileSync('rates.parquet')).intoIPCStream());
for (const { unit, rate } of table)
  console.log(unit, String(rate), Number(rate), rate > 100, JSON.stringify(rate + 1));
const { scale } = table.schema.fields[1].type;
console.log(scale, util.bigNumToNumber(table.get(0).rate, scale));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
03388 641000 641000 true "6410001"
03391 399950 399950 true "3999501"
4 64.1
SEEN
