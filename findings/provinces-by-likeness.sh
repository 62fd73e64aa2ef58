#!/usr/bin/env bash
# vietnam-provinces-js 2.0.0: fuzzySearchProvinces gives another province first for the plain name of some. The words
# "Tỉnh" and "Thành phố" count as letters, so a name as long as the one sought comes before the name itself: "Thái Bình"
# finds Bắc Ninh, Nam Định and Tây Ninh and not Thái Bình among the first three, "Hòa Bình" finds Bắc Ninh first.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vietnam-provinces-js@2.0.0
cat >run.cjs <<'JS'
const { fuzzySearchProvinces } = require('vietnam-provinces-js/fuzzy');
const { getAllProvince } = require('vietnam-provinces-js/provinces');

(async () => {
  const nameOf = ({ item, name }) => item?.name ?? name;
  for (const sought of ['Thái Bình', 'Hòa Bình', 'Lai Châu'])
    console.log(`${sought}: ${(await fuzzySearchProvinces(sought, { limit: 3 })).slice(0, 3).map(nameOf).join(', ')}`);
  const bare = (await getAllProvince()).map(({ name }) => name.replace(/^(Tỉnh|Thành phố) /, ''));
  let others = 0;
  for (const name of bare) {
    const [first] = await fuzzySearchProvinces(name, { limit: 1 });
    if (first !== undefined && !nameOf(first).endsWith(name)) others += 1;
  }
  console.log('another province first', others, 'of', bare.length);
})();
JS
node run.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
Thái Bình: Tỉnh Bắc Ninh, Tỉnh Nam Định, Tỉnh Tây Ninh
Hòa Bình: Tỉnh Bắc Ninh, Tỉnh Hoà Bình, Tỉnh Hà Tĩnh
Lai Châu: Tỉnh Lai Châu, Tỉnh Cà Mau, Tỉnh Lào Cai
another province first 27 of 63
SEEN
