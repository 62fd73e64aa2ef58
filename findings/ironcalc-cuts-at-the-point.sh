#!/usr/bin/env bash
# @ironcalc/wasm 0.8.4 with a locale that has a decimal comma: a formula with a decimal point is kept up to the point
# and computed as far as that, without an error: =100*0.834 becomes =100*0. Inside a function it is an error, and a
# number without "=" stays text. In the English locale nothing is cut.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @ironcalc/wasm@0.8.4
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import start, { Model } from '@ironcalc/wasm';

await start({ module_or_path: readFileSync('node_modules/@ironcalc/wasm/wasm_bg.wasm') });
for (const locale of ['en', 'de', 'fr']) {
  const model = new Model('rates', locale, 'UTC', 'en');
  ['=100*0.834', '=1.5+1', '=SUM(1.5)', '12.5'].forEach((typed, at) => {
    model.setUserInput(0, at + 1, 1, typed);
    model.evaluate();
    const [kept, shown] = [model.getCellContent(0, at + 1, 1), model.getFormattedCellValue(0, at + 1, 1)];
    console.log(`${locale}: ${typed} is kept as ${kept} and shows ${shown}`);
  });
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
en: =100*0.834 is kept as =100*0.834 and shows 83.4
en: =1.5+1 is kept as =1.5+1 and shows 2.5
en: =SUM(1.5) is kept as =SUM(1.5) and shows 1.5
en: 12.5 is kept as 12.5 and shows 12.5
de: =100*0.834 is kept as =100*0 and shows 0
de: =1.5+1 is kept as =1 and shows 1
de: =SUM(1.5) is kept as =SUM(1.5) and shows #ERROR!
de: 12.5 is kept as 12.5 and shows 12.5
fr: =100*0.834 is kept as =100*0 and shows 0
fr: =1.5+1 is kept as =1 and shows 1
fr: =SUM(1.5) is kept as =SUM(1.5) and shows #ERROR!
fr: 12.5 is kept as 12.5 and shows 12.5
SEEN
