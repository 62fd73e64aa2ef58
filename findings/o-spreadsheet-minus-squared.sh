#!/usr/bin/env bash
# @odoo/o-spreadsheet 19.3.7: -2^2 is -4, SUMIF whose figures are given by their first cell adds that cell alone, and in
# a product of columns a text is 0, so a weighted sum with "..." in it has a figure. LibreOffice 7.4.7 and Gnumeric 1.12.55
# have 4 and an error; LibreOffice adds all of the column. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @odoo/o-spreadsheet@19.3.7 @odoo/owl@2.8.3 exceljs@4.4.0 jsdom@26.1.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ExcelJS from 'exceljs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true, url: 'http://localhost/' });
for (const name of ['window', ...Object.getOwnPropertyNames(window)])
  if (!(name in globalThis)) globalThis[name] = name === 'window' ? window : window[name];
const load = createRequire(import.meta.url);
globalThis.owl = load('@odoo/owl');
const log = console.log;
console.log = console.debug = console.info = () => {};
const { Model } = load('@odoo/o-spreadsheet');

const rows = [['Đạt', 10, 3], ['Chưa đạt', '...', 4], ['Đạt', 20, 5]];
const formulas = ['-2^2', 'SUMIF(A1:A3,"Đạt",B1)', 'SUMPRODUCT((A1:A3="Đạt")*B1:B3)', 'SUMPRODUCT(B1:B3*C1:C3)'];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
sheet.addRows(rows);
const model = new Model({});
const sheetId = model.getters.getActiveSheetId();
const put = (row, col, content) => model.dispatch('UPDATE_CELL', { sheetId, col, row, content });
rows.forEach((cells, row) => cells.forEach((value, col) => put(row, col, String(value))));
formulas.forEach((formula, row) => {
  sheet.getCell(row + 1, 5).value = { formula };
  put(row, 4, `=${formula}`);
});
await made.xlsx.writeFile('a.xlsx');
execFileSync('ssconvert', ['--recalc', 'a.xlsx', 'gnumeric.csv'], { stdio: 'ignore' });
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
execFileSync('soffice', [profile, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', 'a.xlsx'], { stdio: 'ignore' });
const [gnumeric, office] = ['gnumeric.csv', 'a.csv'].map((file) =>
  readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(',').at(-1)),
);
formulas.forEach((formula, row) =>
  log(formula, '|', model.getters.getEvaluatedCell({ sheetId, col: 4, row }).value, '| Gnumeric', gnumeric[row], '| LibreOffice', office[row]),
);
process.exit(0);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
-2^2 | -4 | Gnumeric 4 | LibreOffice 4
SUMIF(A1:A3,"Đạt",B1) | 10 | Gnumeric #VALUE! | LibreOffice 30
SUMPRODUCT((A1:A3="Đạt")*B1:B3) | 30 | Gnumeric #VALUE! | LibreOffice #VALUE!
SUMPRODUCT(B1:B3*C1:C3) | 130 | Gnumeric #VALUE! | LibreOffice #VALUE!
SEEN
