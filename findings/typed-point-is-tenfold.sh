#!/usr/bin/env bash
# 12.5 typed with a point where the decimal mark is a comma: @internationalized/number 3.6.9 (vi-VN; the parser of
# React Aria's fields), numeral 2.0.6 (vi) and numbro 2.5.0 (de-DE, the same marks) all take the point for a grouping
# mark wherever it stands, and give 125. Expected: no number, as a group has three digits. numeral also joins what is
# no number: 3-5 is -35 and 2/5 is 25; "5 triệu" is five million and "5 nghìn người" (thousand people) five.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @internationalized/number@3.6.9 numeral@2.0.6 numbro@2.5.0
cat >run.mjs <<'JS'
import { NumberParser } from '@internationalized/number';
import numbro from 'numbro';
import german from 'numbro/languages/de-DE.js';
import numeral from 'numeral';
import 'numeral/locales/vi.js';

numeral.locale('vi');
numbro.registerLanguage(german, true);
const parser = new NumberParser('vi-VN');
for (const text of ['12,5', '12.5', '1.25', '1.234', '3-5', '2/5', '5 triệu', '5 nghìn người'])
  console.log(`${text} | ${parser.parse(text)} | ${numeral(text).value()} | ${numbro.unformat(text)}`);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
12,5 | 12.5 | 12.5 | 12.5
12.5 | 125 | 125 | 125
1.25 | 125 | 125 | 125
1.234 | 1234 | 1234 | 1234
3-5 | NaN | -35 | undefined
2/5 | NaN | 25 | undefined
5 triệu | NaN | 5000000 | undefined
5 nghìn người | NaN | 5 | undefined
SEEN
