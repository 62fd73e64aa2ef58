#!/usr/bin/env bash
# alasql 4.19.1 joins rows that have no code with each other, and '1' with 1, where SQL joins neither; NOT rate > 5 keeps
# a missing rate (rate < 5 does not). QUART2 of an even number of figures is the upper of the two in the middle, beside
# MEDIAN, which is their mean.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts alasql@4.19.1
cat >run.cjs <<'JS'
const alasql = require('alasql');

const rates = [{ unit: 'a', rate: 2 }, { unit: 'b', rate: null }, { unit: 'c', rate: 7 }];
const said = (query, ...tables) => alasql(query, tables).map((row) => Object.values(row).join(' ')).join(', ');
console.log('below 5:', said('SELECT unit FROM ? WHERE rate < 5', rates));
console.log('not above 5:', said('SELECT unit FROM ? WHERE NOT rate > 5', rates));
const people = [{ code: '01', people: 10 }, { code: 1, people: 20 }, { code: null, people: 30 }];
const poor = [{ code: '01', poor: 1 }, { code: '1', poor: 2 }, { code: null, poor: 3 }];
console.log('joined:', said('SELECT a.people, b.poor FROM ? a JOIN ? b ON a.code = b.code', people, poor));
const four = [10, 20, 30, 40].map((rate) => ({ rate }));
console.log('middle of four:', said('SELECT MEDIAN(rate) m, QUART2(rate) q FROM ?', four));
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
below 5: a
not above 5: a, b
joined: 10 1, 20 2, 30 3
middle of four: 25 30
SEEN
