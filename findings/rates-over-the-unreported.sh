#!/usr/bin/env bash
# A rate over units as the sum of numerators over the sum of denominators: meanRate of @tidyjs/tidy 2.6.1 and "Sum over
# Sum" of react-pivottable 0.11.1 add the denominators of units whose numerator is missing, too. 5 of 100 children and
# 10 of 100, with 900 in a commune that has not reported, is 1.4%, not 7.5%. The pivot also takes the beginning of a
# text for a figure (12,5 is 12, 45% is 45), shows the sum of "..." as 0 and its mean as NaN.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tidyjs/tidy@2.6.1 react-pivottable@0.11.1 react@18.3.1 react-dom@18.3.1
cat >run.cjs <<'JS'
const { tidy, summarize, meanRate } = require('@tidyjs/tidy');
const { PivotData, aggregators } = require('react-pivottable/Utilities');

const units = [{ xa: 'A', poor: 5, all: 100 }, { xa: 'B', poor: 10, all: 100 }, { xa: 'C', poor: null, all: 900 }];
console.log('tidy meanRate', (100 * tidy(units, summarize({ rate: meanRate('poor', 'all') }))[0].rate).toFixed(2));
const whole = (data, vals, aggregatorName) =>
  new PivotData({ data, rows: [], cols: [], vals, aggregatorName, aggregators }).getAggregator([], []).value();
console.log('pivot Sum over Sum', (100 * whole(units, ['poor', 'all'], 'Sum over Sum')).toFixed(2));
for (const text of ['12,5', '1.234,5', '45%', '...'])
  console.log('pivot', text, '| sum', whole([{ gia: text }], ['gia'], 'Sum'), '| mean', whole([{ gia: text }], ['gia'], 'Average'));
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
tidy meanRate 1.36
pivot Sum over Sum 1.36
pivot 12,5 | sum 12 | mean 12
pivot 1.234,5 | sum 1.234 | mean 1.234
pivot 45% | sum 45 | mean 45
pivot ... | sum 0 | mean NaN
SEEN
