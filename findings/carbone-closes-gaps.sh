#!/usr/bin/env bash
# carbone 3.8.2 renders a workbook that has no tags at all, and takes the addresses of all rows and cells out: A1, C1
# and B4 come back as A1, B1 and A2, because a reader can only count. A template with a blank column moves.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 carbone@3.8.2 fflate@0.8.2
cat >run.mjs <<'JS'
import ExcelJS from 'exceljs';
import carbone from 'carbone';
import { strFromU8, unzipSync } from 'fflate';

const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
sheet.getCell('A1').value = 1;
sheet.getCell('C1').value = 3;
sheet.getCell('B4').value = 42;
await made.xlsx.writeFile('made.xlsx');
const bytes = await new Promise((resolve, reject) => {
  carbone.render(`${process.cwd()}/made.xlsx`, {}, (error, result) => (error ? reject(error) : resolve(result)));
});
const part = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml']);
console.log(part.match(/<sheetData>.*<\/sheetData>/s)[0].replace(/ (spans|x14ac:dyDescent)="[^"]*"/g, ''));
process.exit(0);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
<sheetData><row  ><c ><v>1</v></c><c ><v>3</v></c></row><row  ><c ><v>42</v></c></row></sheetData>
SEEN
