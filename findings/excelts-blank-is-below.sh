#!/usr/bin/env bash
# @cj-tech-master/excelts 10.2.0 (its formula engine): COUNTIF and SUMIF with a sign take a blank cell for a 0, so units
# without a figure are below every limit and at or above 0; COUNTIF with 0 does not count them. A limit in percent is
# compared as a text. TEXT does not scale by two commas: 1.2 million is 1234567.0. LibreOffice 7.4.7 and Gnumeric
# 1.12.55 both have what stands in brackets. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @cj-tech-master/excelts@10.2.0 exceljs@4.4.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import ExcelJS from 'exceljs';

const figures = [10, 20, null, 5, 0.5, null];
const formulas = [
  'COUNTIF(A1:A6,"<8")',
  'COUNTIF(A1:A6,">=0")',
  'COUNTIF(A1:A6,0)',
  'COUNTIF(A1:A6,"<250%")',
  'SUMIF(A1:A6,"<8",B1:B6)',
  'TEXT(1234567,"0.0,,")',
];
const fill = (book) => {
  const sheet = book.addWorksheet('a');
  figures.forEach((figure, at) => {
    if (figure !== null) sheet.getCell(at + 1, 1).value = figure;
    sheet.getCell(at + 1, 2).value = 1;
  });
  formulas.forEach((formula, at) => (sheet.getCell(at + 1, 4).value = { formula }));
  return sheet;
};
const book = new Workbook();
const sheet = fill(book);
calculateFormulas(book);
const made = new ExcelJS.Workbook();
fill(made);
await made.xlsx.writeFile('a.xlsx');
execFileSync('ssconvert', ['--recalc', 'a.xlsx', 'gnumeric.csv'], { stdio: 'ignore' });
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
execFileSync('soffice', [profile, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', 'a.xlsx'], { stdio: 'ignore' });
const [gnumeric, office] = ['gnumeric.csv', 'a.csv'].map((file) =>
  readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(',').at(-1)),
);
formulas.forEach((formula, at) => {
  if (gnumeric[at] !== office[at]) throw new Error(`${formula}: ${gnumeric[at]} and ${office[at]}`);
  console.log(formula, '|', sheet.getCell(at + 1, 4).value.result, `(${office[at]})`);
});
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
COUNTIF(A1:A6,"<8") | 4 (2)
COUNTIF(A1:A6,">=0") | 6 (4)
COUNTIF(A1:A6,0) | 0 (0)
COUNTIF(A1:A6,"<250%") | 5 (1)
SUMIF(A1:A6,"<8",B1:B6) | 4 (2)
TEXT(1234567,"0.0,,") | 1234567.0 (1.2)
SEEN
