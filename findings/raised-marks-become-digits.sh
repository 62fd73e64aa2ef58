#!/usr/bin/env bash
# A footnote's raised 1 behind a figure, as workbooks and documents of plans have it: exceljs 4.4.0 (cell.text),
# read-excel-file 9.3.17, mammoth 1.13.0 (extractRawText) and word-extractor 1.0.4 give the ten times larger number
# with the mark as its last digit, and both figures as one where the first was struck out.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 read-excel-file@9.3.17 mammoth@1.13.0 word-extractor@1.0.4 docx@9.7.0
cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import readExcelFile from 'read-excel-file/node';
import WordExtractor from 'word-extractor';

const made = new ExcelJS.Workbook();
const raised = { text: '1', font: { vertAlign: 'superscript' } };
made.addWorksheet('Figures').addRow([{ richText: [{ text: '450' }, raised] }, { richText: [{ text: '45', font: { strike: true } }, { text: '46' }] }]);
await made.xlsx.writeFile('figures.xlsx');
const read = new ExcelJS.Workbook();
await read.xlsx.readFile('figures.xlsx');
console.log('exceljs', read.worksheets[0].getCell('A1').text, read.worksheets[0].getCell('B1').text);
console.log('read-excel-file', ...(await readExcelFile('figures.xlsx'))[0].data[0]);
const runs = [new TextRun('450'), new TextRun({ text: '1', superScript: true }), new TextRun(' and ')];
const struck = [new TextRun({ text: '45', strike: true }), new TextRun('46')];
const document = new Document({ sections: [{ children: [new Paragraph({ children: [...runs, ...struck] })] }] });
writeFileSync('plan.docx', await Packer.toBuffer(document));
console.log('mammoth', (await mammoth.extractRawText({ path: 'plan.docx' })).value.trim());
console.log('word-extractor', (await new WordExtractor().extract('plan.docx')).getBody().trim());
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
exceljs 4501 4546
read-excel-file 4501 4546
mammoth 4501 and 4546
word-extractor 4501 and 4546
SEEN
