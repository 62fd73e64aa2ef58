#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1: VALUE of the signs "-" and "..." (nothing to report, not available) is 0, where Excel,
# LibreOffice and Gnumeric give #VALUE!; and NUMBERVALUE looks for a decimal comma only where a grouping mark stands
# too, so 1.234,5 is right and 12,5 comes back as 125. Expected: an error twice, then 1234.5 and 12.5.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1
cat >run.mjs <<'JS'
import { NUMBERVALUE, VALUE } from '@formulajs/formulajs';

for (const text of ['-', '...', '12.5']) console.log(`VALUE("${text}")`, VALUE(text));
for (const text of ['1.234,5', '12,5']) console.log(`NUMBERVALUE("${text}",",",".")`, NUMBERVALUE(text, ',', '.'));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
VALUE("-") 0
VALUE("...") 0
VALUE("12.5") 12.5
NUMBERVALUE("1.234,5",",",".") 1234.5
NUMBERVALUE("12,5",",",".") 125
SEEN
