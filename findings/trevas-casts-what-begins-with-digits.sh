#!/usr/bin/env bash
# @inseefr/trevas 0.1.21, an engine of VTL, the language in which SDMX writes validations. Its cast to a number refuses
# "-" and "...", but takes what begins with digits: "12,5" is 12, "1.234,5" is 1.234, "45%" is 45. Its replace takes the
# string to be replaced for a regular expression: without its points "1.234.567" is empty. -2.5 rounds up to -2.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @inseefr/trevas@0.1.21
cat >run.cjs <<'JS'
const { interpret } = require('@inseefr/trevas');

for (const expression of [
  'cast("12.5", number)',
  'cast("12,5", number)',
  'cast("1.234,5", number)',
  'cast("45%", number)',
  'cast("-", number)',
  'replace("1.234.567", ".", "")',
  'replace("12,5", ",", ".")',
  'round(2.5)',
  'round(-2.5)',
]) {
  let answer;
  try {
    answer = JSON.stringify(interpret(expression, {}));
  } catch {
    answer = 'refused';
  }
  console.log(expression, '=', answer);
}
JS
node run.cjs 2>/dev/null | tee seen.txt
diff - seen.txt <<'SEEN'
cast("12.5", number) = 12.5
cast("12,5", number) = 12
cast("1.234,5", number) = 1.234
cast("45%", number) = 45
cast("-", number) = refused
replace("1.234.567", ".", "") = ""
replace("12,5", ",", ".") = "12.5"
round(2.5) = 3
round(-2.5) = -2
SEEN
