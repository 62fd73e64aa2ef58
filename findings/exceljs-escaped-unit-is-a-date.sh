#!/usr/bin/env bash
# exceljs 4.4.0 reads a number as a date where its format has a letter of dates behind a backslash or an underscore
# (`#,##0\ \m` shows "45.001 m", `0.0_d` leaves the width of a d): 45 000.5 comes back as a day in 2023.
# It also gives the format back without the backslashes.
# A unit between quotation marks is safe.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat >run.mjs <<'JS'
import ExcelJS from 'exceljs';

const formats = [String.raw`#,##0\ \m`, '0.0_d', '#,##0" m"', '0.0'];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
formats.forEach((numFmt, at) => Object.assign(sheet.getCell(at + 1, 1), { value: 45000.5, numFmt }));
const again = new ExcelJS.Workbook();
await again.xlsx.load(await made.xlsx.writeBuffer());
formats.forEach((format, at) => {
  const { value, numFmt } = again.getWorksheet('a').getCell(at + 1, 1);
  console.log(`${format} | ${numFmt} | ${value instanceof Date ? value.toISOString() : value}`);
});
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
#,##0\ \m | #,##0 m | 2023-03-15T12:00:00.000Z
0.0_d | 0.0_d | 2023-03-15T12:00:00.000Z
#,##0" m" | #,##0" m" | 45000.5
0.0 | 0.0 | 45000.5
SEEN
