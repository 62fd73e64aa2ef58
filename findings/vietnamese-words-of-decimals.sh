#!/usr/bin/env bash
# number-to-text-vietnamese 1.1.7 and vn-str 0.4.0 put figures into words by taking the text of the number apart in
# threes, decimal point and all: 0.5 is read as 005, 12.5 as 1205, 3.14 as 3000, 45001.5 as four and a half million.
# vn-num2words 1.0.4 takes a minus sign for a digit it has no word for.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund number-to-text-vietnamese@1.1.7 vn-str@0.4.0 vn-num2words@1.0.4
cat >run.mjs <<'JS'
import texts from 'number-to-text-vietnamese';
import vnStr from 'vn-str';
import vnNum2words from 'vn-num2words';

for (const figure of [0.5, 12.5, 3.14, 45001.5])
  console.log(`${figure} | ${texts.getText(figure).trim()} | ${vnStr.numToText(figure).trim()}`);
console.log(`-5 | ${texts.getText(-5)} | ${vnNum2words('-5')}`);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
0.5 | không trăm linh năm | không trăm linh năm
12.5 | một nghìn hai trăm linh năm | một nghìn hai trăm linh năm
3.14 | ba nghìn | ba nghìn
45001.5 | bốn triệu năm trăm nghìn một trăm linh năm | bốn triệu năm trăm nghìn
-5 | âm năm | undefined mươi lăm
SEEN
