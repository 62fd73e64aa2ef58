#!/usr/bin/env bash
# @zazuko/rdf-parser-csvw 0.17.0 reads CSV on the Web. A column that names one sign for "no figure" (csvw:null) leaves
# such rows out; where it names two, as the standard allows, none is known any more, and "-" and "..." become decimals.
# A number format (decimal comma) is not applied, so 12,5 is a decimal that no store adds up, and a date that does not
# exist goes through as it stands. Expected: 12.5 alone in the second line too, "12.5" in the third, an error last.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @zazuko/rdf-parser-csvw@0.17.0 n3@2.1.1 rdf-ext@2.6.0
cat >run.mjs <<'JS'
import { Readable } from 'node:stream';
import CsvwParser from '@zazuko/rdf-parser-csvw';
import { Parser } from 'n3';
import rdf from 'rdf-ext';

async function read(column, csv) {
  const text = `@prefix csvw: <http://www.w3.org/ns/csvw#> .
    <> a csvw:Table; csvw:url "d.csv"; csvw:dialect [csvw:delimiter ";"];
      csvw:tableSchema [csvw:column ([csvw:title "rate"; csvw:name "rate"; ${column}])] .`;
  const metadata = rdf.dataset(new Parser({ baseIRI: 'http://example.org/' }).parse(text));
  const parser = new CsvwParser({ metadata, baseIRI: 'http://example.org/' });
  const values = [];
  for await (const { predicate, object } of parser.import(Readable.from([csv])))
    if (predicate.value.endsWith('#rate'))
      values.push(`"${object.value}" ${object.datatype.value.split('#')[1]}`);
  console.log(values.join(' | '));
}
await read('csvw:datatype [csvw:base "decimal"]; csvw:null "-"', 'rate\n-\n12.5\n');
await read('csvw:datatype [csvw:base "decimal"]; csvw:null "-", "..."', 'rate\n-\n...\n12.5\n');
await read('csvw:datatype [csvw:base "decimal"; csvw:format [csvw:decimalChar ","]]', 'rate\n12,5\n');
await read('csvw:datatype [csvw:base "date"; csvw:format "dd/MM/yyyy"]', 'rate\n01/07/2025\n31/06/2025\n');
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
"12.5" decimal
"-" decimal | "..." decimal | "12.5" decimal
"12,5" decimal
"2025-07-01" date | "31/06/2025" date
SEEN
