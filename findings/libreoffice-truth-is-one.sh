#!/usr/bin/env bash
# A TRUE typed among figures (a cell t="b" of .xlsx): LibreOffice 7.4.7 adds it to sums, means and weighted sums over
# ranges as a 1 and counts it; Gnumeric 1.12.55 leaves it out. Saved by LibreOffice the cell is no longer a value but
# a formula TRUE(), which a reader of typed figures passes over. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const formulas = ['SUM(A1:A3)', 'AVERAGE(A1:A3)', 'COUNT(A1:A3)', 'MIN(A1:A3)', 'SUMPRODUCT(A1:A3,B1:B3)', 'SUMIF(B1:B3,2,A1:A3)', 'COUNTIF(A1:A3,1)', 'A1+A2+A3'];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
sheet.addRows([[10, 2], [true, 2], [20, 2]]);
formulas.forEach((formula, at) => (sheet.getCell(at + 1, 4).value = { formula }));
await made.xlsx.writeFile('a.xlsx');
execFileSync('ssconvert', ['--recalc', 'a.xlsx', 'gnumeric.csv'], { stdio: 'ignore' });
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
mkdirSync('saved');
for (const to of ['csv:Text - txt - csv (StarCalc):44,34,76', 'xlsx'])
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', 'saved', 'a.xlsx'], { stdio: 'ignore' });
const [gnumeric, office] = ['gnumeric.csv', 'saved/a.csv'].map((file) =>
  readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(',').at(-1)),
);
formulas.forEach((formula, at) => console.log(formula, '| Gnumeric', gnumeric[at], '| LibreOffice', office[at]));
const saved = new ExcelJS.Workbook();
await saved.xlsx.readFile('saved/a.xlsx');
console.log('saved', JSON.stringify(saved.worksheets[0].getCell('A2').value));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
SUM(A1:A3) | Gnumeric 30 | LibreOffice 31
AVERAGE(A1:A3) | Gnumeric 15 | LibreOffice 10.3333333333333
COUNT(A1:A3) | Gnumeric 2 | LibreOffice 3
MIN(A1:A3) | Gnumeric 10 | LibreOffice 1
SUMPRODUCT(A1:A3,B1:B3) | Gnumeric 60 | LibreOffice 62
SUMIF(B1:B3,2,A1:A3) | Gnumeric 30 | LibreOffice 31
COUNTIF(A1:A3,1) | Gnumeric 0 | LibreOffice 1
A1+A2+A3 | Gnumeric 31 | LibreOffice 31
saved {"formula":"TRUE()","result":true}
SEEN
