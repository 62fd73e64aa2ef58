#!/usr/bin/env bash
# Halves that no binary number holds, with two decimals. LibreOffice 7.4.7 and Gnumeric 1.12.55 both round 39.995 to 40
# in ROUND and write 39.99 with FIXED. In TEXT, and so in a cell of the format 0.00, LibreOffice shows 40.00, Gnumeric
# 39.99, and so do texts of cells in SheetJS 0.20.3. A verdict over ROUND and the printed figure beside it
# contradict each other. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @e965/xlsx@0.20.3
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';

const figures = [39.995, 1.005, 0.285];
const functions = ['ROUND(A#,2)', 'FIXED(A#,2)', 'TEXT(A#,"0.00")'];
const sheet = utils.aoa_to_sheet(figures.map((v) => [{ t: 'n', v, z: '0.00' }]));
figures.forEach((_, row) =>
  functions.forEach((f, at) => {
    sheet[utils.encode_cell({ r: row, c: at + 1 })] = { t: 's', v: '', f: f.replace('#', row + 1) };
  }),
);
sheet['!ref'] = 'A1:D3';
const book = utils.book_new();
utils.book_append_sheet(book, sheet, 'a');
const bytes = write(book, { type: 'buffer' });
writeFileSync('a.xlsx', bytes);
const shown = read(bytes, { cellNF: true, cellText: true }).Sheets.a;
console.log('SheetJS', figures.map((_, row) => shown[`A${row + 1}`].w).join(' '));
execFileSync('ssconvert', ['--recalc', 'a.xlsx', 'gnumeric.csv'], { stdio: 'ignore' });
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
execFileSync('soffice', [profile, '--headless', '--convert-to', csv, 'a.xlsx'], { stdio: 'ignore' });
for (const [program, file] of [['Gnumeric', 'gnumeric.csv'], ['LibreOffice', 'a.csv']])
  for (const line of readFileSync(file, 'utf8').trim().split('\n'))
    console.log(program, line.split(',').slice(1).join(' '));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
SheetJS 39.99 1.00 0.28
Gnumeric 40 39.99 39.99
Gnumeric 1.01 1.00 1.00
Gnumeric 0.29 0.28 0.28
LibreOffice 40 39.99 40.00
LibreOffice 1.01 1.00 1.01
LibreOffice 0.29 0.28 0.29
SEEN
