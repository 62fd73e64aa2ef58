#!/usr/bin/env bash
# xlsx-calc 0.9.2, which recalculates what SheetJS has read: ISNUMBER is true of a blank cell and of a text of digits,
# and SUM adds that text and counts TRUE as 1 (in workbooks ISNUMBER is false of both and a range's SUM leaves them
# out). SUMIF knows texts only: of figures above 0 it finds none and gives 0. A half below zero is rounded up.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx-calc@0.9.2
cat >run.cjs <<'JS'
const calculate = require('xlsx-calc');

const cells = { B1: { t: 'n', v: 1 }, B2: { t: 'n', v: 5 }, B4: { t: 's', v: '7' }, B5: { t: 'b', v: true } };
for (const f of ['ISNUMBER(B3)', 'ISNUMBER(B4)', 'SUM(B1:B2)', 'SUM(B1:B5)', 'SUMIF(B1:B2,">0")', 'ROUND(-2.5,0)']) {
  const sheet = { '!ref': 'A1:B5', ...structuredClone(cells), A1: { t: 'n', f } };
  calculate({ SheetNames: ['Figures'], Sheets: { Figures: sheet } });
  console.log(f, sheet.A1.v);
}
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
ISNUMBER(B3) true
ISNUMBER(B4) true
SUM(B1:B2) 6
SUM(B1:B5) 14
SUMIF(B1:B2,">0") 0
ROUND(-2.5,0) -2
SEEN
