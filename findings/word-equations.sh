#!/usr/bin/env bash
# A third of the households, 1/3, typed as an equation in Word, and a rate with its sign, ≥95%. word-extractor 1.0.4
# joins what stands above and below the line of a fraction: 13. mammoth 1.13.0 leaves equations out
# (extractRawText). officeparser 7.8.0 gives LaTeX: \frac13 and ≥95\%.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0 officeparser@7.8.0 word-extractor@1.0.4 mammoth@1.13.0
cat >run.mjs <<'JS'
import { Document, Math as Equation, MathFraction, MathRun, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';
import { OfficeParser } from 'officeparser';
import WordExtractor from 'word-extractor';

const third = new MathFraction({ numerator: [new MathRun('1')], denominator: [new MathRun('3')] });
for (const part of [third, new MathRun('≥95%')]) {
  const children = [new TextRun('Giảm '), new Equation({ children: [part] }), new TextRun(' số hộ')];
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
  const texts = [
    (await OfficeParser.parseOffice(bytes)).toText(),
    (await new WordExtractor().extract(bytes)).getBody(),
    (await mammoth.extractRawText({ buffer: bytes })).value,
  ];
  console.log(texts.map((text) => text.trim()).join(' | '));
}
process.exit(0);
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
Giảm \frac13 số hộ | Giảm 13 số hộ | Giảm  số hộ
Giảm ≥95\% số hộ | Giảm ≥95% số hộ | Giảm  số hộ
SEEN
