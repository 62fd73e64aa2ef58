#!/usr/bin/env bash
# hucre 1.0.0: a workbook that readXlsx and writeXlsx have passed on keeps formulas and the numbers they came to, but
# not the texts: the verdict "Đạt" of an IF is blank for whoever reads the file without calculating it.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 hucre@1.0.0
cat >run.mjs <<'JS'
import ExcelJS from 'exceljs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

const made = new ExcelJS.Workbook();
made.addWorksheet('a').addRow([12.5, { formula: 'A1*2', result: 25 }, { formula: 'IF(A1>5,"Đạt","Chưa đạt")', result: 'Đạt' }]);
const read = await readXlsx(await made.xlsx.writeBuffer());
const passed = new ExcelJS.Workbook();
await passed.xlsx.load(await writeXlsx(read));
console.log('read', JSON.stringify(read.sheets[0].rows[0]));
console.log('written', JSON.stringify(passed.worksheets[0].getRow(1).values.slice(1)));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
read [12.5,25,"Đạt"]
written [12.5,{"formula":"A1*2","result":25},{"formula":"IF(A1>5,\"Đạt\",\"Chưa đạt\")"}]
SEEN
