#!/usr/bin/env bash
# @dhis2/expression-parser 1.1.0 computes indicators of DHIS2. A sum goes before a difference and a product before a
# quotient, whichever stands first: 10 - 4 + 2 is 4 and 100 / 4 * 2 is 12.5, not 8 and 50. So a rate written
# numerator / denominator * 100 is divided by a hundred times the denominator; numerator * 100 / denominator is right.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @dhis2/expression-parser@1.1.0
cat >run.mjs <<'JS'
import { ExpressionDataJs, ExpressionJs, ExpressionMode } from '@dhis2/expression-parser';

const figures = { aaaaaaaaaaa: 45, bbbbbbbbbbb: 900 };
const poor = '#{aaaaaaaaaaa}';
const households = '#{bbbbbbbbbbb}';
for (const text of [
  '10 - 4 + 2',
  '10 + 2 - 4',
  '10 - 4 - 2',
  '100 / 4 * 2',
  `${poor} / ${households} * 100`,
  `${poor} * 100 / ${households}`,
  `(${poor} / ${households}) * 100`,
]) {
  const expression = new ExpressionJs(text, ExpressionMode.INDICATOR_EXPRESSION);
  const values = new Map(expression.collectDataItems().map((item) => [item, figures[item.uid0.value]]));
  const data = new ExpressionDataJs(new Map(), new Map(), new Map(), values, new Map());
  console.log(text.replace(poor, 'poor').replace(households, 'households'), '=', expression.evaluate(() => null, data));
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
10 - 4 + 2 = 4
10 + 2 - 4 = 8
10 - 4 - 2 = 4
100 / 4 * 2 = 12.5
poor / households * 100 = 0.0005
poor * 100 / households = 5
(poor / households) * 100 = 5
SEEN
