#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1 skips a blank cell (null) in AVERAGE, COUNT and MIN, and takes it for a 0 that sorts
# among the figures in MEDIAN, SMALL, LARGE and RANK.EQ and for a 0 in GEOMEAN. Of two units that returned 3 and 7 and
# one that has not yet, the average is 5, as in a workbook, but the median is 3 and the smallest figure 0.
# Expected as in Excel: 5 2 3 | 5 3 3 1 and a geometric mean of 4.58.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1
cat >run.mjs <<'JS'
import { AVERAGE, COUNT, GEOMEAN, LARGE, MEDIAN, MIN, RANK, SMALL } from '@formulajs/formulajs';

const returned = [3, null, 7];
console.log(AVERAGE(returned), COUNT(returned), MIN(returned));
console.log(MEDIAN(returned), SMALL(returned, 1), LARGE(returned, 2), RANK.EQ(3, returned, 1), GEOMEAN(returned));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
5 2 3
3 0 3 2 0
SEEN
