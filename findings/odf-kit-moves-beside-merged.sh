#!/usr/bin/env bash
# odf-kit 0.13.14 makes an .ods of an .xlsx: what stands to the right of merged cells moves by as many columns as the
# merged cells hide, in each of their rows: the figures of C3 and C4 beside a name over A3:B4 land in D3 and E4. (Its
# formulas keep the commas of .xlsx, so LibreOffice 7.4.7 shows Err:508 for them.) Needs Debian's libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund odf-kit@0.13.14 exceljs@4.4.0
cat >run.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { xlsxToOds } from 'odf-kit/xlsx';

const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet('Figures');
sheet.addRow(['unit', '', 'poor', 'households']);
sheet.addRow(['A', '', 12, 900]);
sheet.addRow(['B', '', 45, 800]);
sheet.addRow(['', '', 46, 810]);
sheet.mergeCells('A3:B4');
sheet.getCell('C6').value = { formula: 'SUM(C2,C3)', result: 57 };
await workbook.xlsx.writeFile('figures.xlsx');
writeFileSync('figures.ods', await xlsxToOds(readFileSync('figures.xlsx')));
JS
node run.mjs
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to csv figures.ods >/dev/null 2>&1
tee seen.txt <figures.csv
diff - seen.txt <<'SEEN'
unit,,poor,households,,
A,,12,900,,
B,,,45,800,
,,,,46,810
,,,,,
,,Err:508,,,
SEEN
