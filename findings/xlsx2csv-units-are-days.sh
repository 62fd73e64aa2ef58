#!/usr/bin/env bash
# xlsx2csv 0.7.8 of Debian takes a format with d, h, m, s or y in it for a day's, units in quotes too, and does not write
# the figure at all but the format with day, hour and month put in: 12.5 ha is 0.0 "12a", 5 m² of the format 0\ \m is
# "0 01", and the year 2013 is "nă07" "0". Formats without these letters keep their figures. Needs Debian's python3.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
apt-get download -qq -o APT::Sandbox::User=root xlsx2csv=1:0.7.8-1 >/dev/null
dpkg -x xlsx2csv_*.deb debian
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';

const cells = [[12.5, '0.0" ha"'], [5, '0\\ \\m'], [2013, '"Năm "0'], [12.5, '0.0" người/m2"'], [450, '#,##0" mẹ"'], [12.5, '0.0" %"'], [12.5, '#,##0.0" đ"'], [45839, 'dd/mm/yyyy']];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
cells.forEach(([value, format], at) => {
  sheet.getCell(at + 1, 1).value = value;
  sheet.getCell(at + 1, 1).numFmt = format;
});
await made.xlsx.writeFile('a.xlsx');
const lines = execFileSync('/usr/bin/python3', ['debian/usr/bin/xlsx2csv', '-d', '|', 'a.xlsx'], { encoding: 'utf8' }).trim().split('\n');
cells.forEach(([value, format], at) => console.log(value, '|', format, '|', lines[at]));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
12.5 | 0.0" ha" | "0.0"" 12a"""
5 | 0\ \m | 0 01
2013 | "Năm "0 | """nă07 ""0"
12.5 | 0.0" người/m2" | "0.0"" người/012"""
450 | #,##0" mẹ" | "#,##0"" 03ẹ"""
12.5 | 0.0" %" | 12.500000
12.5 | #,##0.0" đ" | 12.5
45839 | dd/mm/yyyy | 01/07/2025
SEEN
