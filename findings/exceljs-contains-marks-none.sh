#!/usr/bin/env bash
# A rule of exceljs 4.4.0 that colours what contains a text ("Chưa đạt") is written with its formula and without the text
# as an attribute. LibreOffice 7.4.7 reads the attribute and not the formula: no verdict is red. Saved from there the rule
# searches for the empty text, which Gnumeric 1.12.55 finds in every cell (LibreOffice in none): where the formula is what
# counts, all verdicts are red. A rule of the type expression is kept. Needs Debian's gnumeric and libreoffice-calc.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 fflate@0.8.2
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

const style = { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFF0000' } } };
const expression = { type: 'expression', formulae: ['NOT(ISERROR(SEARCH("Chưa đạt",A1)))'] };
const contains = { type: 'containsText', operator: 'containsText', text: 'Chưa đạt' };
const verdicts = [['Đạt'], ['Chưa đạt'], ['Vượt']];
const profile = `-env:UserInstallation=file://${process.cwd()}/profile`;
mkdirSync('saved');
const convert = (to, file) => execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', 'saved', file], { stdio: 'ignore' });
const formulaOf = (file) => {
  const sheet = strFromU8(unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml']);
  return /<formula>(.*?)<\/formula>/.exec(sheet)[1].replaceAll('&quot;', '"');
};
for (const [name, rule] of Object.entries({ expression, contains })) {
  const made = new ExcelJS.Workbook();
  const sheet = made.addWorksheet('a');
  sheet.addRows(verdicts);
  sheet.addConditionalFormatting({ ref: 'A1:A3', rules: [{ ...rule, style, priority: 1 }] });
  await made.xlsx.writeFile(`${name}.xlsx`);
  for (const to of ['xlsx', 'html']) convert(to, `${name}.xlsx`);
  const red = readFileSync(`saved/${name}.html`, 'utf8').match(/bgcolor="#FF0000"/gi) ?? [];
  const answered = new ExcelJS.Workbook();
  const answers = answered.addWorksheet('a');
  answers.addRows(verdicts);
  const formula = formulaOf(`saved/${name}.xlsx`);
  verdicts.forEach((_, at) => (answers.getCell(at + 1, 2).value = { formula: formula.replace('A1', `A${at + 1}`) }));
  await answered.xlsx.writeFile('answers.xlsx');
  convert('csv:Text - txt - csv (StarCalc):44,34,76', 'answers.xlsx');
  execFileSync('ssconvert', ['--recalc', 'answers.xlsx', 'gnumeric.csv'], { stdio: 'ignore' });
  const lines = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(',').at(-1)).join(' ');
  console.log(name, '| written', formulaOf(`${name}.xlsx`), '| red in LibreOffice', red.length);
  console.log(name, '| saved', formula, '|', lines('saved/answers.csv'), '|', lines('gnumeric.csv'));
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
expression | written NOT(ISERROR(SEARCH("Chưa đạt",A1))) | red in LibreOffice 1
expression | saved NOT(ISERROR(SEARCH("Chưa đạt",A1))) | FALSE TRUE FALSE | FALSE TRUE FALSE
contains | written NOT(ISERROR(SEARCH("Chưa đạt",A1))) | red in LibreOffice 0
contains | saved NOT(ISERROR(SEARCH("",A1))) | FALSE FALSE FALSE | TRUE TRUE TRUE
SEEN
