#!/usr/bin/env bash
# Names of communes made into keys without tones, each spelled with composed and with decomposed letters (as macOS and
# some PDF give them); Unicode holds both for the same text. lodash.deburr 4.1.0 takes tones off the decomposed spelling
# only, remove-accents 0.5.0 off the composed one only, speakingurl 14.0.1 parts the decomposed one at every tone:
# each gives two keys for one commune. transliteration 2.6.1 reads Ý as U, so Ý Yên is u-yen. slugify 1.6.9 gives one
# key, in which Đ is DJ. Expected each time: Y Yen, Duc Pho and the like, once.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund \
  lodash.deburr@4.1.0 remove-accents@0.5.0 speakingurl@14.0.1 transliteration@2.6.1 slugify@1.6.9
cat >run.mjs <<'JS'
import deburr from 'lodash.deburr';
import removeAccents from 'remove-accents';
import slugify from 'slugify';
import speakingUrl from 'speakingurl';
import { slugify as transliterated } from 'transliteration';

const libraries = { deburr, removeAccents, speakingUrl, transliterated, slugify };
for (const name of ['Ý Yên', 'Đức Phổ'])
  for (const [library, key] of Object.entries(libraries))
    console.log([library, ...['NFC', 'NFD'].map((form) => key(name.normalize(form)))].join(' | '));
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
deburr | Y Yen | Y Yen
removeAccents | Y Yen | Ý Yên
speakingUrl | y-yen | y-ye-n
transliterated | u-yen | y-yen
slugify | Y-Yen | Y-Yen
deburr | Dức Phổ | Duc Pho
removeAccents | Duc Pho | Dức Phổ
speakingUrl | duc-pho | du-c-pho
transliterated | duc-pho | duc-pho
slugify | DJuc-Pho | DJuc-Pho
SEEN
