#!/usr/bin/env bash
# xlsx-stream-reader 1.1.1 gives figures as their format shows them, as text: 0.125 with the format 0% is "13%", and
# -1234567.891 with #,##0 is "-1,234,568". With an escaped unit (0.00\ \m²) a figure is blank.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx-stream-reader@1.1.1
cat >run.cjs <<'JS'
const ExcelJS = require('exceljs');
const Reader = require('xlsx-stream-reader');
const { createReadStream } = require('node:fs');

(async () => {
  const made = new ExcelJS.Workbook();
  const sheet = made.addWorksheet('a');
  sheet.addRow([0.125, -1234567.891, 64.55, 64.55]);
  ['0%', '#,##0', String.raw`0.00\ \m²`].forEach((numFmt, at) => Object.assign(sheet.getCell(1, at + 1), { numFmt }));
  await made.xlsx.writeFile('made.xlsx');
  const reader = new Reader();
  reader.on('worksheet', (one) => {
    one.on('row', ({ values }) => console.log(JSON.stringify(values.slice(1))));
    one.process();
  });
  createReadStream('made.xlsx').pipe(reader);
})();
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
["13%","-1,234,568","","64.55"]
SEEN
