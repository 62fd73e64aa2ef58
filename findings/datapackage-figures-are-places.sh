#!/usr/bin/env bash
# datapackage 1.1.10 and tableschema 1.12.6 infer the type of a column from its texts: rates with a decimal comma are
# places on the globe (12,5 is 12 degrees east, 5 north), as long as what stands behind the comma is at most 90: with one
# 7,95 the column is of any type, texts as they stand. Codes of communes lose their nought in all of them.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund datapackage@1.1.10 tableschema@1.12.6
cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { Package } from 'datapackage';

for (const rates of [['12,5', '7,25'], ['12,5', '7,95'], ['12.5', '7.25']]) {
  writeFileSync('rates.csv', `ma;ty_le\n03388;${rates[0]}\n03391;${rates[1]}\n`);
  const made = await Package.load({ name: 'a', resources: [{ name: 'rates', path: 'rates.csv' }] }, { basePath: '.' });
  const resource = made.getResource('rates');
  await resource.infer();
  console.log(resource.schema.fields.map(({ name, type }) => `${name} ${type}`).join(', '), JSON.stringify(await resource.read()));
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
ma number, ty_le geopoint [[3388,[12,5]],[3391,[7,25]]]
ma number, ty_le any [[3388,"12,5"],[3391,"7,95"]]
ma number, ty_le number [[3388,12.5],[3391,7.25]]
SEEN
