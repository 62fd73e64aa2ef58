#!/usr/bin/env bash
# COUNTIF and SUMIFS with a sign before a pattern. Gnumeric 1.12.55 knows the stars of "*đạt", but not of "<>*đạt" nor
# "=*đạt": the figures of all units but cities are the figures of all units, and none is counted by an equals sign.
# LibreOffice 7.4.7 takes the stars in all three. Needs Debian's gnumeric and libreoffice-calc.
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
  'SUM(B1:B4)',
  'SUMIF(A1:A4,"Thành phố*",B1:B4)',
  'SUMIF(A1:A4,"=Thành phố*",B1:B4)',
  'SUMIF(A1:A4,"<>Thành phố*",B1:B4)',
  'COUNTIF(C1:C4,"*đạt")',
  'COUNTIFS(C1:C4,"<>*đạt")',
  'COUNTIFS(C1:C4,"<>Chưa đạt")',
];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
sheet.addRows([['Thành phố A', 500, 'Đạt'], ['Huyện B', 20, 'Chưa đạt'], ['Huyện C', 30, 'Vượt'], ['Thành phố D', 400, 'Đạt']]);
formulas.forEach((formula, at) => (sheet.getCell(at + 1, 5).value = { formula }));
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
SUM(B1:B4) | Gnumeric 950 | LibreOffice 950
SUMIF(A1:A4,"Thành phố*",B1:B4) | Gnumeric 900 | LibreOffice 900
SUMIF(A1:A4,"=Thành phố*",B1:B4) | Gnumeric 0 | LibreOffice 900
SUMIF(A1:A4,"<>Thành phố*",B1:B4) | Gnumeric 950 | LibreOffice 50
COUNTIF(C1:C4,"*đạt") | Gnumeric 3 | LibreOffice 3
COUNTIFS(C1:C4,"<>*đạt") | Gnumeric 4 | LibreOffice 1
COUNTIFS(C1:C4,"<>Chưa đạt") | Gnumeric 3 | LibreOffice 3
SEEN
