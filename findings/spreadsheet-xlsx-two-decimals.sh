#!/usr/bin/env bash
# Spreadsheet::XLSX 0.17 of Debian, through Spreadsheet::Read 0.87: what it gives as shown has two decimals wherever the
# format is General (0.004 is 0.00, 12.346 is 12.35), and where it is 0, so that 2.5 is 2.50. A 0% has five, a time of
# 36:00 hours is 36:01, and a figure with an m in its unit is the text "450 mẹ", not a number.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0
apt-get download -qq -o APT::Sandbox::User=root libspreadsheet-read-perl=0.87-1 libspreadsheet-xlsx-perl=0.17-1 libspreadsheet-parseexcel-perl libarchive-zip-perl libole-storage-lite-perl \
  libcrypt-rc4-perl libdigest-perl-md5-perl >/dev/null
for package in *.deb; do dpkg -x "$package" debian; done
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';

const cells = [[0.004], [12.346], [12.346, '0.000'], [2.5, '0'], [0.125, '0%'], [0.125, '0.0%'], [1.5, '[h]:mm'], [12.5, '0.0" ha"'], [450, '0" mẹ"']];
const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('a');
cells.forEach(([value, format], at) => {
  sheet.getCell(at + 1, 1).value = value;
  sheet.getCell(at + 1, 2).value = 'x';
  if (format) sheet.getCell(at + 1, 1).numFmt = format;
});
await made.xlsx.writeFile('a.xlsx');
const read = String.raw`use Spreadsheet::Read; my $s = ReadData("a.xlsx")->[1]; print $s->{cell}[1][$_], "\t", $s->{"A$_"}, "\n" for 1 .. $s->{maxrow}`;
const lines = execFileSync('perl', ['-Idebian/usr/share/perl5', '-e', read], { encoding: 'utf8' }).trim().split('\n');
cells.forEach(([value, format], at) => {
  const [figure, shown] = lines[at].split('\t');
  console.log(value, '|', format ?? 'General', '| value', figure, '| shown', shown);
});
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
0.004 | General | value 0.004 | shown 0.00
12.346 | General | value 12.346 | shown 12.35
12.346 | 0.000 | value 12.346 | shown 12.346
2.5 | 0 | value 2.5 | shown 2.50
0.125 | 0% | value 0.125 | shown 12.50000%
0.125 | 0.0% | value 0.125 | shown 12.5%
1.5 | [h]:mm | value 36:01 | shown 36:01
12.5 | 0.0" ha" | value 12.5 | shown 12.5 ha
450 | 0" mẹ" | value 450 mẹ | shown 450 mẹ
SEEN
