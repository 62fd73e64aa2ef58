#!/usr/bin/env bash
# fast-formula-parser 1.0.19 computes a column of four communes of which one has not reported. A criterion of 0 takes the
# blank cell for a zero, so that COUNTIF says two communes have no poor household and AVERAGEIF takes in what belongs to
# the blank; "0" in quotes, the same criterion in Excel, counts none. Verdicts are told apart by case: "Đạt" and "đạt" are
# two, in = and in COUNTIF. Excel answers 1, 1, 30, 2 and TRUE.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19
cat >run.mjs <<'JS'
import FormulaParser from 'fast-formula-parser';

// Poor households, people, verdict.
const rows = [
  [12, 40, 'Đạt'],
  [0, 30, 'đạt'],
  [null, 10, null],
  [7, 20, 'Chưa đạt'],
];
const cell = (row, column) => rows[row - 1]?.[column - 1] ?? null;
const parser = new FormulaParser({
  onCell: ({ row, col }) => cell(row, col),
  onRange: ({ from, to }) =>
    Array.from({ length: to.row - from.row + 1 }, (_, down) =>
      Array.from({ length: to.col - from.col + 1 }, (_, across) => cell(from.row + down, from.col + across)),
    ),
});
for (const formula of [
  'COUNTIF(A1:A4,0)',
  'COUNTIF(A1:A4,"0")',
  'AVERAGEIF(A1:A4,0,B1:B4)',
  'COUNTIF(C1:C4,"đạt")',
  'C1=C2',
])
  console.log(formula, '=', parser.parse(formula, { sheet: 'x', row: 9, col: 9 }));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
COUNTIF(A1:A4,0) = 2
COUNTIF(A1:A4,"0") = 0
AVERAGEIF(A1:A4,0,B1:B4) = 20
COUNTIF(C1:C4,"đạt") = 1
C1=C2 = false
SEEN
