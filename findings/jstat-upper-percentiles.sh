#!/usr/bin/env bash
# jstat 1.9.6: percentile() interpolates between neighbours, as PERCENTILE.INC does, except between the last two
# figures: there it gives the lower one. The 90th percentile of up to ten communes is always the second largest, and of
# two figures every percentile is the smaller. d3-array interpolates up to the end.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jstat@1.9.6 d3-array@3.2.4
cat >run.mjs <<'JS'
import { quantile } from 'd3-array';
import jstat from 'jstat';

for (const rates of [[10, 20], [3.1, 4.2, 5.5, 7.9, 8.4, 10, 12.5, 20]])
  for (const share of [0.5, 0.75, 0.9])
    console.log(rates.length, share, jstat.jStat.percentile(rates, share), Number(quantile(rates, share).toFixed(4)));
for (let count = 3; count <= 10; count += 1) {
  const rates = Array.from({ length: count }, (_, at) => at * at);
  if (jstat.jStat.percentile(rates, 0.9) !== rates.at(-2)) throw new Error(`not the second largest of ${count}`);
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
2 0.5 10 15
2 0.75 10 17.5
2 0.9 10 19
8 0.5 8.15 8.15
8 0.75 10.625 10.625
8 0.9 12.5 14.75
SEEN
