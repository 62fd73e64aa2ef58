#!/usr/bin/env bash
# Sums in Vietnamese words. to-words 5.7.0 (vi-VN) says no zero in between: 1005 is "một nghìn năm", which is how one
# says 1500, and 105 "một trăm năm", 150. n2words 4.0.0 (vi-VN) has no million of
# billions: 10^15 is "a hundred thousand billion", a tenth of it, and 2 500 000 000 000 000 đồng, the size of a year's
# budget of the state, "two hundred thousand billion five hundred thousand billion".
# Expected: một nghìn không trăm linh năm; hai triệu năm trăm nghìn tỷ.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund to-words@5.7.0 n2words@4.0.0
cat >run.mjs <<'JS'
import { toCardinal } from 'n2words/vi-VN';
import { ToWords } from 'to-words';

const words = new ToWords({ localeCode: 'vi-VN' });
for (const sum of [105, 1005, 999_000_000_000_000, 1_000_000_000_000_000, 2_500_000_000_000_000])
  console.log(`${sum} | ${words.convert(sum)} | ${toCardinal(sum)}`);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
105 | Một Trăm Năm | một trăm lẻ năm
1005 | Một Nghìn Năm | một nghìn lẻ năm
999000000000000 | Chín Trăm Chín Mươi Chín Nghìn Tỷ | chín trăm chín mươi chín nghìn tỷ
1000000000000000 | Một Triệu Tỷ | một trăm nghìn tỷ
2500000000000000 | Hai Triệu Tỷ Năm Trăm Nghìn Tỷ | hai trăm nghìn tỷ năm trăm nghìn tỷ
SEEN
