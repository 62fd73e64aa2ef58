#!/usr/bin/env bash
# exceljs 4.4.0 does not write a row that has no cell and no height, even if it is hidden or in an outline: the rows
# 3, 6 and 10 below are gone from the file, so a blank hidden row comes out visible.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 fflate@0.8.2
cat >run.mjs <<'JS'
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
sheet.getCell('A1').value = 1;
sheet.getRow(3).hidden = true;
sheet.getRow(5).height = 40;
sheet.getRow(6).outlineLevel = 1;
sheet.getCell('A8').value = 2;
sheet.getRow(10).hidden = true;
const part = strFromU8(unzipSync(new Uint8Array(await made.xlsx.writeBuffer()))['xl/worksheets/sheet1.xml']);
console.log([...part.matchAll(/<row r="(\d+)"/g)].map(([, row]) => row).join(' '));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
1 5 8
SEEN
