#!/usr/bin/env bash
# Gnumeric 1.12.55 stores the text that a formula gives as a shared text (t="s" with an index), as the format allows,
# where another cell has the same text. exceljs 4.4.0 looks no such result up: the index itself is the result, a number,
# and for the first shared text there is none. Expected as results below: "x" and "-". The sign "-" (nothing to
# report) that a formula shows becomes a figure, and another sign is gone, once Gnumeric has saved the file.
# Needs Debian's gnumeric.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';

const made = new ExcelJS.Workbook();
made.addWorksheet('a').addRow(['x', '...', '-', { formula: 'A1', result: 'x' }, { formula: 'C1', result: '-' }]);
await made.xlsx.writeFile('made.xlsx');
execFileSync('ssconvert', ['made.xlsx', 'saved.xlsx'], { stdio: 'ignore' });
const saved = new ExcelJS.Workbook();
await saved.xlsx.readFile('saved.xlsx');
const row = saved.getWorksheet('a').getRow(1);
console.log(JSON.stringify([1, 2, 3, 4, 5].map((column) => row.getCell(column).value)));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
["x","...","-",{"formula":"A1"},{"formula":"C1","result":1}]
SEEN
