#!/usr/bin/env bash
# HyperFormula 3.5.0 and figures that workbooks round or show. ROUND(1.005,2) is 1 and ROUND(39.995,2) 39.99 (Excel,
# LibreOffice and Gnumeric: 1.01 and 40), though it hides such ends of binary in 0.1+0.2=0.3. ROUNDDOWN(4.35,2) takes a
# hundredth away: 4.34. TEXT knows no percent and no grouping: 0.125 as "0.0%" is 0.1%, 1234.5 as "#,##0.0" is 1235,##0.0.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat >run.mjs <<'JS'
import { HyperFormula } from 'hyperformula';

const rounded = ['ROUND(1.005,2)', 'ROUND(39.995,2)', '0.1+0.2=0.3', 'ROUNDDOWN(4.35,2)'];
const formulas = [...rounded, 'TEXT(0.125,"0.0%")', 'TEXT(1234.5,"#,##0.0")'];
const sheet = HyperFormula.buildFromArray([formulas.map((formula) => `=${formula}`)], { licenseKey: 'gpl-v3' });
formulas.forEach((formula, col) => console.log(formula, sheet.getCellValue({ sheet: 0, row: 0, col })));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
ROUND(1.005,2) 1
ROUND(39.995,2) 39.99
0.1+0.2=0.3 true
ROUNDDOWN(4.35,2) 4.34
TEXT(0.125,"0.0%") 0.1%
TEXT(1234.5,"#,##0.0") 1235,##0.0
SEEN
