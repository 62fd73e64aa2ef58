#!/usr/bin/env bash
# jsonstat-utils 2.5.5 reads JSON-stat from CSV: a blank figure becomes 0, while "-" and "n/a" become null; so a cell
# that some program left blank for "not available" is a zero in the cube. The other way, toCSV with a decimal comma
# keeps the comma as delimiter and quotes no figure: 4.5 is the two columns 4 and 5.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonstat-utils@2.5.5
cat >run.mjs <<'JS'
import utils from 'jsonstat-utils';

const read = utils.fromCSV('commune,year,value\n03388,2024,1.5\n03388,2025,\n03391,2024,-\n03391,2025,n/a\n');
console.log(JSON.stringify(read.value));
const rate = utils.fromCSV('commune,year,value\n03388,2025,4.5\n');
console.log(utils.toCSV(rate, { decimal: ',' }).trim());
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
[1.5,0,null,null]
commune,year,Value
03388,2025,4,5
SEEN
