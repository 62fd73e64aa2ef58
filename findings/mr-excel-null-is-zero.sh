#!/usr/bin/env bash
# mr-excel 6.0.1 writes null and true so that Gnumeric 1.12.55 opens both as 0, while exceljs 4.4.0 finds nothing in the
# cell. A rate that nobody has reported yet is 0 to whoever opens the workbook. Needs Debian's gnumeric.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mr-excel@6.0.1 exceljs@4.4.0
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { generateExcel } from 'mr-excel';

const headers = ['code', 'rate'].map((label) => ({ label, text: label }));
const data = [{ code: '03388', rate: 12.5 }, { code: '03391', rate: null }, { code: '03394', rate: true }];
const file = await generateExcel({ notSave: true, backend: true, sheet: [{ headers, data }] });
writeFileSync('made.xlsx', file);
const book = new ExcelJS.Workbook();
await book.xlsx.readFile('made.xlsx');
console.log('exceljs', JSON.stringify(book.worksheets[0].getColumn(2).values.slice(2)));
execFileSync('ssconvert', ['made.xlsx', 'opened.csv'], { stdio: 'ignore' });
console.log(execFileSync('cat', ['opened.csv'], { encoding: 'utf8' }).trim());
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
exceljs [12.5,null,null]
code,rate
03388,12.5
03391,0
03394,0
SEEN
