#!/usr/bin/env bash
# LibreOffice 7.4.7 draws odd roots of negative numbers: the mean yearly growth of a balance that went from -50 to 100 in
# five years is -214.87% there, an error in Gnumeric 1.12.55, and in LibreOffice too over four years. IFERROR around
# it does not help, and a sum of 0.2 that is a bit less has no root again. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const formulas = [
  'IFERROR(ROUND((B1/A1)^(1/5)-1,4),"none")',
  'IFERROR(ROUND((B1/A1)^(1/4)-1,4),"none")',
  'IFERROR(ROUND((B1/A1)^(1/3)-1,4),"none")',
  'IFERROR(ROUND(POWER(B1/A1,1/5)-1,4),"none")',
  'IFERROR(ROUND((B1/A1)^0.2-1,4),"none")',
  'IFERROR(ROUND((B1/A1)^0.3333-1,4),"none")',
];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
sheet.addRow([-50, 100]);
formulas.forEach((formula, at) => (sheet.getCell(at + 1, 4).value = { formula }));
await made.xlsx.writeFile('a.xlsx');
execFileSync('ssconvert', ['--recalc', 'a.xlsx', 'gnumeric.csv'], { stdio: 'ignore' });
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
execFileSync('soffice', [profile, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', 'a.xlsx'], { stdio: 'ignore' });
const [gnumeric, office] = ['gnumeric.csv', 'a.csv'].map((file) =>
  readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(',').at(-1)),
);
formulas.forEach((formula, at) => console.log(formula, '| Gnumeric', gnumeric[at], '| LibreOffice', office[at]));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
IFERROR(ROUND((B1/A1)^(1/5)-1,4),"none") | Gnumeric none | LibreOffice -2.1487
IFERROR(ROUND((B1/A1)^(1/4)-1,4),"none") | Gnumeric none | LibreOffice none
IFERROR(ROUND((B1/A1)^(1/3)-1,4),"none") | Gnumeric none | LibreOffice -2.2599
IFERROR(ROUND(POWER(B1/A1,1/5)-1,4),"none") | Gnumeric none | LibreOffice -2.1487
IFERROR(ROUND((B1/A1)^0.2-1,4),"none") | Gnumeric none | LibreOffice -2.1487
IFERROR(ROUND((B1/A1)^0.3333-1,4),"none") | Gnumeric none | LibreOffice none
SEEN
