#!/usr/bin/env bash
# dataframe-js 1.4.4: stat.min() of a column with a missing figure is 0, a figure that no unit has, while sum, mean and
# max leave it out; a filter for less than 5 keeps it.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dataframe-js@1.4.4
cat >run.cjs <<'JS'
const { DataFrame } = require('dataframe-js');

const rates = new DataFrame([{ rate: 10 }, { rate: null }, { rate: 20 }]);
const { sum, mean, min, max } = rates.stat.stats('rate');
console.log('sum', sum, 'mean', mean, 'min', min, 'max', max);
console.log('less than 5:', rates.filter((row) => row.get('rate') < 5).count());
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
sum 30 mean 15 min 0 max 20
less than 5: 1
SEEN
