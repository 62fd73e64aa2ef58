#!/usr/bin/env bash
# PROPER of a commune's name: fast-formula-parser 1.0.19 writes a letter beyond ASCII and the one after it as capitals,
# which breaks the name; @formulajs/formulajs 4.6.1 begins a word at its first letter of ASCII, so "đông" becomes "đôNg".
# In fast-formula-parser "xã"="XÃ" is false as well, and true in Excel. HyperFormula 3.5.0 does both as Excel does.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19 @formulajs/formulajs@4.6.1 hyperformula@3.5.0
cat >run.mjs <<'JS'
import { PROPER } from '@formulajs/formulajs';
import FormulaParser from 'fast-formula-parser';
import { HyperFormula } from 'hyperformula';

const parser = new FormulaParser();
const hyper = HyperFormula.buildFromArray([['=PROPER("phường đông ngạc")', '="xã"="XÃ"']], { licenseKey: 'gpl-v3' });
console.log(parser.parse('PROPER("phường đông ngạc")'), parser.parse('"xã"="XÃ"'));
console.log(PROPER('phường đông ngạc'));
console.log(hyper.getSheetValues(0)[0].join(' '));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
PhưỜNg đÔNg NgẠC false
Phường đôNg Ngạc
Phường Đông Ngạc true
SEEN
