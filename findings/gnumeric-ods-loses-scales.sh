#!/usr/bin/env bash
# Gnumeric 1.12.55 makes an .ods of an .xlsx: the commas that show figures in thousands and millions are lost, so 1.2 tr
# becomes 1234567.0tr under a heading "million"; optional decimals too, so 12.5 of the format #.## is shown as 13
# and 0.5 as 1; and a text of two lines is one word. The .ods that LibreOffice 7.4.7 makes of the same file shows all as
# before, in LibreOffice. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const cells = [
  [1234567, '#,##0,'],
  [1234567, '0.0,,"tr"'],
  [12.5, '#.##'],
  [0.5, '#.##'],
  [1234.5, '#,##0.##'],
  ['12\n5', 'General'],
];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
cells.forEach(([value, format], at) => {
  sheet.getCell(at + 1, 1).value = value;
  sheet.getCell(at + 1, 1).numFmt = format;
});
await made.xlsx.writeFile('made.xlsx');
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
const convert = (to, folder, file) =>
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], { stdio: 'ignore' });
for (const folder of ['office', 'gnumeric', 'shown']) mkdirSync(folder);
convert('ods', 'office', 'made.xlsx');
execFileSync('ssconvert', ['made.xlsx', 'gnumeric/made.ods'], { stdio: 'ignore' });
const shown = ['made.xlsx', 'office/made.ods', 'gnumeric/made.ods'].map((file, at) => {
  const copy = `${at}.${file.split('.').at(-1)}`;
  copyFileSync(file, copy);
  convert('csv:Text - txt - csv (StarCalc):124,34,76,1,,0,true,true', 'shown', copy);
  return readFileSync(`shown/${at}.csv`, 'utf8').trim().replaceAll('"12\n5"', '"12\\n5"').split('\n');
});
cells.forEach(([, format], at) => console.log(format, '| .xlsx', shown[0][at], '| LibreOffice .ods', shown[1][at], '| Gnumeric .ods', shown[2][at]));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
#,##0, | .xlsx 1,235 | LibreOffice .ods 1,235 | Gnumeric .ods 1,234,567
0.0,,"tr" | .xlsx 1.2tr | LibreOffice .ods 1.2tr | Gnumeric .ods 1234567.0tr
#.## | .xlsx 12.5 | LibreOffice .ods 12.5 | Gnumeric .ods 13
#.## | .xlsx .5 | LibreOffice .ods .5 | Gnumeric .ods 1
#,##0.## | .xlsx 1,234.5 | LibreOffice .ods 1,234.5 | Gnumeric .ods 1,235
General | .xlsx "12\n5" | LibreOffice .ods "12\n5" | Gnumeric .ods "125"
SEEN
