#!/usr/bin/env bash
# A cell may hold a day as itself (t="d", ECMA-376 part 1, 18.18.11; strict workbooks have it). exceljs 4.4.0, and its
# fork @zurmokeeper/exceljs 4.4.9, read the figures before the first hyphen: 2025-07-01 is the number 2025.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 @zurmokeeper/exceljs@4.4.9 jszip@3.10.1
cat >run.mjs <<'JS'
import Fork from '@zurmokeeper/exceljs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const made = new ExcelJS.Workbook();
made.addWorksheet('a').addRow([7]);
const parts = await JSZip.loadAsync(await made.xlsx.writeBuffer());
const sheet = await parts.file('xl/worksheets/sheet1.xml').async('string');
const [cell] = /<c [^>]*>.*?<\/c>/.exec(sheet);
parts.file('xl/worksheets/sheet1.xml', sheet.replace(cell, '<c r="A1" t="d"><v>2025-07-01</v></c>'));
const bytes = await parts.generateAsync({ type: 'nodebuffer' });
for (const [name, { Workbook }] of [['exceljs', ExcelJS], ['fork', Fork]]) {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  console.log(name, JSON.stringify(book.worksheets[0].getCell('A1').value));
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
exceljs 2025
fork 2025
SEEN
