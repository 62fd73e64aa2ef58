#!/usr/bin/env bash
# hot-formula-parser 4.0.0 takes the beginning of a text for a number: "12,5"+1 is 13, "12,5"*2 is 24, "12 500"+1 is 13
# and "7%"+1 is 8, each without an error. ROUND(-2.5,0) is -2, and ROUND(39.995,2) is 39.99.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hot-formula-parser@4.0.0
cat >run.cjs <<'JS'
const { Parser } = require('hot-formula-parser');

const parser = new Parser();
for (const formula of ['"12,5"+1', '"12,5"*2', 'SUM("12,5",1)', '"12 500"+1', '"7%"+1', 'ROUND(-2.5,0)', 'ROUND(39.995,2)'])
  console.log(formula, parser.parse(formula).error ?? parser.parse(formula).result);
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
"12,5"+1 13
"12,5"*2 24
SUM("12,5",1) 13
"12 500"+1 13
"7%"+1 8
ROUND(-2.5,0) -2
ROUND(39.995,2) 39.99
SEEN
