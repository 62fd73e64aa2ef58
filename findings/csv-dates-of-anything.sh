#!/usr/bin/env bash
# csv-parse 7.0.3 with cast_date and vega-loader 5.1.3 with parse "auto" ask Date.parse what is a day, which takes any
# text that has a number a month could have. A rate with a decimal comma is a day of December 2001, a commune called
# "Xã 3" the first of March, the second quarter "II/2025" the first of January 2025, 01/07/2025 the seventh of January.
# d3-dsv 3.0.1, whose autoType asks for ISO 8601, leaves them texts.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-parse@7.0.3 vega-loader@5.1.3 d3-dsv@3.0.1
cat >run.mjs <<'JS'
import { parse } from 'csv-parse/sync';
import { autoType, csvParse } from 'd3-dsv';
import { read } from 'vega-loader';

process.env.TZ = 'UTC';
const day = (value) => (typeof value === 'string' ? `"${value}"` : new Date(value).toISOString().slice(0, 10));
for (const text of ['12,5', '12%', 'Xã 3', 'Thôn 12', 'II/2025', '01/07/2025', '3-5']) {
  const csv = `k\n"${text}"\n`;
  const [byCsvParse] = parse(csv, { columns: true, cast: true, cast_date: true });
  const [byVega] = read(csv, { type: 'csv', parse: 'auto' });
  const [byD3] = csvParse(csv, autoType);
  console.log(`${text} | ${day(byCsvParse.k)} | ${day(byVega.k)} | ${day(byD3.k)}`);
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
12,5 | 2001-12-05 | 2001-12-05 | "12,5"
12% | 2001-12-01 | 2001-12-01 | "12%"
Xã 3 | 2001-03-01 | 2001-03-01 | "Xã 3"
Thôn 12 | 2001-12-01 | 2001-12-01 | "Thôn 12"
II/2025 | 2025-01-01 | 2025-01-01 | "II/2025"
01/07/2025 | 2025-01-07 | 2025-01-07 | "01/07/2025"
3-5 | 2001-03-05 | 2001-03-05 | "3-5"
SEEN
