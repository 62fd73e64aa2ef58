#!/usr/bin/env bash
# excelize-wasm 0.1.3 (CalcCellValue): SUM and AVERAGE of a range take a cell of text "12" for a number, COUNT, MEDIAN
# and SUMIF do not, so the mean of 10, 20 and the text is a third of 42; spreadsheets leave the text out of all five.
# ROUND is not rounded where a text is made of it: ROUND(10/3,2)&"%" is 3.3300000000000005%. TEXT(39.995,"0.00") is
# 39.99 beside a ROUND of 40.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts excelize-wasm@0.1.3
cat >run.cjs <<'JS'
const { init } = require('excelize-wasm');

(async () => {
  const excelize = await init(require.resolve('excelize-wasm/excelize.wasm.gz'));
  const book = excelize.NewFile();
  for (const [cell, value] of [['A1', 10], ['A2', 20], ['A3', '12']]) book.SetCellValue('Sheet1', cell, value);
  for (const formula of ['SUM(A1:A3)', 'AVERAGE(A1:A3)', 'COUNT(A1:A3)', 'MEDIAN(A1:A3)', 'SUMIF(A1:A3,">0")',
    'ROUND(10/3,2)&"%"', 'ROUND(39.995,2)', 'TEXT(39.995,"0.00")']) {
    book.SetCellFormula('Sheet1', 'C1', `=${formula}`);
    console.log(formula, book.CalcCellValue('Sheet1', 'C1').value);
  }
  process.exit();
})();
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
SUM(A1:A3) 42
AVERAGE(A1:A3) 14
COUNT(A1:A3) 2
MEDIAN(A1:A3) 15
SUMIF(A1:A3,">0") 30
ROUND(10/3,2)&"%" 3.3300000000000005%
ROUND(39.995,2) 40
TEXT(39.995,"0.00") 39.99
SEEN
