#!/usr/bin/env bash
# A code with a leading zero without quotation marks is a decimal number in YAML 1.2, no octal and no text: yaml 2.9.1
# and js-yaml 4.1.0 both make 3388 of 03388 (a commune's code). They differ on 1_000 (a text; a thousand) and on
# 2026-07-01 (a text; a Date at midnight UTC). A dot that groups thousands makes 1 of 1.000 in both.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1 js-yaml@4.1.0
cat >run.mjs <<'JS'
import YAML from 'yaml';
import jsYaml from 'js-yaml';

const shown = (value) => (value instanceof Date ? `Date ${value.toISOString()}` : JSON.stringify(value));
for (const text of ['03388', '1.000', '1_000', '2026-07-01', '0o17'])
  console.log(`${text} | ${shown(YAML.parse(`k: ${text}`).k)} | ${shown(jsYaml.load(`k: ${text}`).k)}`);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
03388 | 3388 | 3388
1.000 | 1 | 1
1_000 | "1_000" | 1000
2026-07-01 | "2026-07-01" | Date 2026-07-01T00:00:00.000Z
0o17 | 15 | 15
SEEN
