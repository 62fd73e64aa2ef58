#!/usr/bin/env bash
# tableschema 1.12.6 (Frictionless Table Schema) casts numbers as a Vietnamese file writes them, decimalChar "," and
# groupChar ".": the comma becomes a dot first and is then taken for a grouping mark. 1.234,5 comes back tenfold and
# 45.001,25 a hundredfold, with no error. With bareNumber false the sign in front goes with the unit behind: -12.5%
# is 12.5.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund tableschema@1.12.6
cat >run.mjs <<'JS'
import tableschema from 'tableschema';

const marks = { decimalChar: ',', groupChar: '.' };
for (const [options, text] of [
  [marks, '1.234,5'],
  [marks, '45.001,25'],
  [{ decimalChar: ',' }, '12,5'],
  [{ bareNumber: false }, '12.5%'],
  [{ bareNumber: false }, '-12.5%'],
])
  console.log(text, new tableschema.Field({ name: 'rate', type: 'number', ...options }).castValue(text));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
1.234,5 12345
45.001,25 4500125
12,5 12.5
12.5% 12.5
-12.5% 12.5
SEEN
