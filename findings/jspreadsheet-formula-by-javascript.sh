#!/usr/bin/env bash
# @jspreadsheet/formula 2.0.2 computes by JavaScript's operators: "12"+1 is the text 121 (spreadsheets: 13), 1&2 is 3
# (the text 12), 2^3^2 is 512 (64), ROUND(-2.5,0) is -2 (-3). MEDIAN sorts a sign for "no figure" and a blank among the
# figures: of 10, blank, "..." and 20 it is 5 (15).
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @jspreadsheet/formula@2.0.2
cat >run.cjs <<'JS'
const formula = require('@jspreadsheet/formula');

const cells = { A1: 10, A2: null, A3: '"..."', A4: 20 };
for (const text of ['"12"+1', '1&2', '2^3^2', 'ROUND(-2.5,0)', 'AVERAGE(A1:A4)', 'MEDIAN(A1:A4)'])
  console.log(text, formula(text, cells));
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
"12"+1 121
1&2 3
2^3^2 512
ROUND(-2.5,0) -2
AVERAGE(A1:A4) 15
MEDIAN(A1:A4) 5
SEEN
