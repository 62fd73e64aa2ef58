#!/usr/bin/env bash
# Gnumeric 1.12.55 (of Debian, with long doubles) writes figures with up to twenty digits, and not the nearest ones:
# 2.11 becomes 2.1099999999999999999 in CSV, 0.02 becomes 0.0199999999999999999996 in .xlsx; it has only opened and
# saved the file. A reader of binary numbers gets the same number back. One of decimals (decimal.js 10.6.0 here, a
# DECIMAL of a database) does not: 39.995, rounded to two decimals, is 40.00 before and 39.99 after. Needs gnumeric.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 decimal.js@10.6.0 fflate@0.8.2
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

const figures = [12.5, 2.11, 0.02, 39.995];
const made = new ExcelJS.Workbook();
made.addWorksheet('a').addRows(figures.map((figure) => [figure]));
await made.xlsx.writeFile('made.xlsx');
execFileSync('ssconvert', ['made.xlsx', 'saved.csv'], { stdio: 'ignore' });
execFileSync('ssconvert', ['made.xlsx', 'saved.xlsx'], { stdio: 'ignore' });
const texts = readFileSync('saved.csv', 'utf8').trim().split('\n');
const part = strFromU8(unzipSync(readFileSync('saved.xlsx'))['xl/worksheets/sheet1.xml']);
const stored = [...part.matchAll(/<v>(.*?)<\/v>/g)].map(([, text]) => text);
figures.forEach((figure, at) => {
  const rounded = [figure, texts[at]].map((value) => new Decimal(value).toFixed(2));
  console.log(`${figure} | ${texts[at]} | ${stored[at]} | ${Number(stored[at]) === figure} | ${rounded.join(' ')}`);
});
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
12.5 | 12.5 | 12.5 | true | 12.50 12.50
2.11 | 2.1099999999999999999 | 2.1099999999999999999 | true | 2.11 2.11
0.02 | 0.02 | 0.0199999999999999999996 | true | 0.02 0.02
39.995 | 39.994999999999999999 | 39.994999999999999999 | true | 40.00 39.99
SEEN
