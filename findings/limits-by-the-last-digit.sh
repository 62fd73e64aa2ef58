#!/usr/bin/env bash
# Figures that meet a limit but for the last digit of a double. LibreOffice 7.4.7 takes 1.1 + 2.2 as within 3.3, a stored
# 0.30000000000000004 as equal to 0.3 (COUNTIF and MATCH too), and their difference as 0; Gnumeric 1.12.55 does none of
# it: one verdict in one program, another in the other. In ROUND it is the other way round: a share of 0.145
# times 100 is 15 in Gnumeric and 14 in LibreOffice. Needs Debian's gnumeric and libreoffice-calc.
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
  'IF(1.1+2.2<=3.3,"within","above")',
  'IF(A1=A2,"equal","differ")',
  'SIGN(A1-A2)',
  'COUNTIF(A1:A2,0.3)',
  'COUNTIF(A1:A2,">0.3")',
  'MATCH(0.3,A1:A2,0)',
  'ROUND(0.145*100,0)',
  'ROUND(0.285*100,0)',
  'ROUND(4.015*100,0)',
  'ROUND(0.145,2)',
];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
sheet.addRows([[0.1 * 3], [0.3]]);
formulas.forEach((formula, at) => (sheet.getCell(at + 1, 3).value = { formula }));
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
IF(1.1+2.2<=3.3,"within","above") | Gnumeric above | LibreOffice within
IF(A1=A2,"equal","differ") | Gnumeric differ | LibreOffice equal
SIGN(A1-A2) | Gnumeric 1 | LibreOffice 0
COUNTIF(A1:A2,0.3) | Gnumeric 1 | LibreOffice 2
COUNTIF(A1:A2,">0.3") | Gnumeric 1 | LibreOffice 0
MATCH(0.3,A1:A2,0) | Gnumeric 2 | LibreOffice 1
ROUND(0.145*100,0) | Gnumeric 15 | LibreOffice 14
ROUND(0.285*100,0) | Gnumeric 29 | LibreOffice 28
ROUND(4.015*100,0) | Gnumeric 402 | LibreOffice 401
ROUND(0.145,2) | Gnumeric 0.15 | LibreOffice 0.15
SEEN
