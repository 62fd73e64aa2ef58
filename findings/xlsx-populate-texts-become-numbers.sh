#!/usr/bin/env bash
# xlsx-populate 1.21.0 opens a workbook and saves it with nothing changed: a text that is spelled as JavaScript would
# spell the number is a number afterwards. The year 2030 of a label, and 1.234 as typed by somebody who meant 1 234,
# change their type; texts with other spellings of numbers stay.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx-populate@1.21.0
cat >run.mjs <<'JS'
import ExcelJS from 'exceljs';
import XlsxPopulate from 'xlsx-populate';

const made = new ExcelJS.Workbook();
made.addWorksheet('a').addRow(['2030', '1.234', '-5', '03388', '1.50', '1e5', '12,5']);
const opened = await XlsxPopulate.fromDataAsync(await made.xlsx.writeBuffer());
const saved = new ExcelJS.Workbook();
await saved.xlsx.load(await opened.outputAsync());
console.log(JSON.stringify(saved.getWorksheet('a').getRow(1).values.slice(1)));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
[2030,1.234,-5,"03388","1.50","1e5","12,5"]
SEEN
