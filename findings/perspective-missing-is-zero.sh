#!/usr/bin/env bash
# @finos/perspective 3.8.0 (tables and pivots for dashboards): of records whose first figure is whole and a later one has
# decimals, a missing figure between them becomes 0, in rows as in columns, also where a count grows beyond 2^31; with the
# decimals first, or out of a CSV, it stays missing. In a pivot a missing figure is no part of the mean, but the least one
# in the median: of 10.5, none, 12.5 and 40.5 it is 11.5, and the least is none.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @finos/perspective@3.8.0
cat >read.mjs <<'JS'
import perspective from '@finos/perspective';

const figures = async (data) => {
  const table = await perspective.table(data);
  const rows = await (await table.view()).to_json();
  return JSON.stringify(rows.map(({ x }) => x));
};
console.log('whole first', await figures([{ x: 1250 }, { x: null }, { x: 83.4 }]));
console.log('in columns', await figures({ x: [1250, null, 83.4] }));
console.log('grown', await figures([{ x: 1250 }, { x: null }, { x: 3000000000 }]));
console.log('decimals first', await figures([{ x: 83.4 }, { x: null }, { x: 1250 }]));
console.log('all whole', await figures([{ x: 1250 }, { x: null }, { x: 83 }]));
console.log('CSV', await figures('g,x\nA,1250\nB,\nC,83.4\n'));
const table = await perspective.table('g,x\nA,10.5\nB,\nC,12.5\nD,40.5\n');
for (const aggregate of ['avg', 'median', 'min', 'count']) {
  const view = await table.view({ columns: ['x'], group_by: ['g'], aggregates: { x: aggregate } });
  const [all] = await view.to_json();
  console.log(aggregate, all.x);
}
JS
node read.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
whole first [1250,0,83.4]
in columns [1250,0,83.4]
grown [1250,0,3000000000]
decimals first [83.4,null,1250]
all whole [1250,null,83]
CSV [1250,null,83.4]
avg 21.166666666666668
median 11.5
min null
count 4
SEEN
