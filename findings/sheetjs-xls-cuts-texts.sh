#!/usr/bin/env bash
# SheetJS 0.20.3 (@e965/xlsx) writes a cell's text of more than 255 characters to .xls (biff8) cut off, without a word;
# the same text is whole in .xlsx, .xlsb and .ods.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @e965/xlsx@0.20.3
cat >run.mjs <<'JS'
import { read, utils, write } from '@e965/xlsx';

const text = 'a'.repeat(300);
for (const bookType of ['xlsx', 'biff8', 'xlsb', 'ods']) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[text]]), 'a');
  const again = read(write(book, { type: 'buffer', bookType }));
  console.log(bookType, again.Sheets.a.A1.v.length);
}
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
xlsx 300
biff8 255
xlsb 300
ods 300
SEEN
