#!/usr/bin/env bash
# Codes of units as texts, and the criteria of COUNTIF and SUMIF. A text of digits in a criterion is a number: by
# "03388" LibreOffice 7.4.7 adds the text 03388 and the number 3388, but not the text 3388; Gnumeric 1.12.55 adds the
# text 3388 too, and the text 03388.0, counts 1e3 as 1000, and 2025-01 as 01/2025. MATCH and = tell all of them apart, in
# both programs. Two units whose codes differ by a nought have one sum. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const codes = ['03388', '3388', '03388.0', 3388, '1e3', '1000', '2025-01', '01/2025'];
const formulas = [
  'SUMIF(A1:A8,"03388",B1:B8)',
  'SUMIF(A1:A8,A2,B1:B8)',
  'SUMIF(A1:A8,3388,B1:B8)',
  'SUMIF(A1:A8,"1e3",B1:B8)',
  'SUMIF(A1:A8,"01/2025",B1:B8)',
  'SUMPRODUCT((A1:A8="03388")*B1:B8)',
  'MATCH("3388",A1:A8,0)',
  'MATCH(3388,A1:A8,0)',
];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
codes.forEach((code, at) => sheet.addRow([code, 2 ** at]));
formulas.forEach((formula, at) => (sheet.getCell(at + 1, 4).value = { formula }));
await made.xlsx.writeFile('a.xlsx');
execFileSync('ssconvert', ['--recalc', 'a.xlsx', 'gnumeric.csv'], { stdio: 'ignore' });
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
execFileSync('soffice', [profile, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', 'a.xlsx'], { stdio: 'ignore' });
const [gnumeric, office] = ['gnumeric.csv', 'a.csv'].map((file) =>
  readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(',').at(-1)),
);
const named = (sum) => codes.filter((_, at) => Math.floor(sum / 2 ** at) % 2 === 1).map((code) => JSON.stringify(code)).join(' ');
formulas.forEach((formula, at) => {
  const say = formula.startsWith('MATCH') ? (place) => JSON.stringify(codes[place - 1]) : named;
  console.log(formula, '| Gnumeric', say(gnumeric[at]), '| LibreOffice', say(office[at]));
});
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
SUMIF(A1:A8,"03388",B1:B8) | Gnumeric "03388" "3388" "03388.0" 3388 | LibreOffice "03388" 3388
SUMIF(A1:A8,A2,B1:B8) | Gnumeric "03388" "3388" "03388.0" 3388 | LibreOffice "3388" 3388
SUMIF(A1:A8,3388,B1:B8) | Gnumeric "03388" "3388" "03388.0" 3388 | LibreOffice 3388
SUMIF(A1:A8,"1e3",B1:B8) | Gnumeric "1e3" "1000" | LibreOffice "1e3"
SUMIF(A1:A8,"01/2025",B1:B8) | Gnumeric "2025-01" "01/2025" | LibreOffice "01/2025"
SUMPRODUCT((A1:A8="03388")*B1:B8) | Gnumeric "03388" | LibreOffice "03388"
MATCH("3388",A1:A8,0) | Gnumeric "3388" | LibreOffice "3388"
MATCH(3388,A1:A8,0) | Gnumeric 3388 | LibreOffice 3388
SEEN
