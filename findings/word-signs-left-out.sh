#!/usr/bin/env bash
# What Word keeps as an element and not as a letter, read by officeparser 7.8.0, word-extractor 1.0.4 and mammoth
# 1.13.0 (extractRawText). A hyphen that does not break (Ctrl+Shift+_) is gone in two of them: "from 5-7%" is 57%; "≥"
# out of Word's table of symbols in the same two; a line break between two figures in two, a tab in one, so that 45 and
# 12 become 4512. Expected in each line: 5-7%, ≥ 95%, 45 and 12 apart, twice.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0 officeparser@7.8.0 word-extractor@1.0.4 mammoth@1.13.0
cat >run.mjs <<'JS'
import { Document, NoBreakHyphen, Packer, Paragraph, SymbolRun, Tab, TextRun } from 'docx';
import mammoth from 'mammoth';
import { OfficeParser } from 'officeparser';
import WordExtractor from 'word-extractor';

const paragraphs = [
  [new TextRun({ children: ['5', new NoBreakHyphen(), '7%'] })],
  [new SymbolRun({ char: 'F0B3', symbolfont: 'Symbol' }), new TextRun(' 95%')],
  [new TextRun('45'), new TextRun({ text: '12', break: 1 })],
  [new TextRun({ children: ['45', new Tab(), '12'] })],
];
for (const children of paragraphs) {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
  const texts = [
    (await OfficeParser.parseOffice(bytes)).toText(),
    (await new WordExtractor().extract(bytes)).getBody(),
    (await mammoth.extractRawText({ buffer: bytes })).value,
  ];
  console.log(texts.map((text) => JSON.stringify(text.trim())).join(' | '));
}
process.exit(0);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
"57%" | "57%" | "5‑7%"
"95%" | "95%" | "≥ 95%"
"4512" | "45\n12" | "4512"
"4512" | "45\t12" | "45\t12"
SEEN
