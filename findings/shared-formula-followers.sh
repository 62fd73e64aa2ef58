#!/usr/bin/env bash
# Cells below a shared formula, as exceljs 4.4.0 and SheetJS (@e965/xlsx 0.20.3) write their formulas out:
# anything that looks like a cell moves, also inside texts and inside names of sheets, so a sheet 'Q1' becomes 'Q2';
# whole rows and their relative ends stay where they were, though Excel moves them.
# Expected in the second cell, one row down: 'Q1'!A2, A2&"xã A1", IF(A2="B2",1,0), SUM(2:2).
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 @e965/xlsx@0.20.3
cat >run.mjs <<'JS'
import ExcelJS from 'exceljs';
import * as SheetJS from '@e965/xlsx';

const formulas = [`'Q1'!A1`, 'A1&"xã A1"', 'IF(A1="B2",1,0)', 'SUM(1:1)', '$A1+A$1'];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
made.addWorksheet('Q1');
made.addWorksheet('Q2');
formulas.forEach((formula, at) => {
  const row = 2 + 3 * at;
  sheet.getCell(row, 2).value = { formula, result: 1, shareType: 'shared', ref: `B${row}:B${row + 1}` };
  sheet.getCell(row + 1, 2).value = { sharedFormula: `B${row}`, result: 1 };
});
const bytes = await made.xlsx.writeBuffer();
const again = new ExcelJS.Workbook();
await again.xlsx.load(bytes);
const cells = SheetJS.read(bytes, { cellFormula: true }).Sheets.a;
formulas.forEach((formula, at) => {
  const row = 3 + 3 * at;
  console.log(`${formula} | ${again.getWorksheet('a').getCell(row, 2).formula} | ${cells[`B${row}`].f}`);
});
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
'Q1'!A1 | 'Q2'!A2 | 'Q2'!A2
A1&"xã A1" | A2&"xã A2" | A2&"xã A2"
IF(A1="B2",1,0) | IF(A2="B3",1,0) | IF(A2="B3",1,0)
SUM(1:1) | SUM(1:1) | SUM(1:1)
$A1+A$1 | $A2+A$1 | $A2+A$1
SEEN
