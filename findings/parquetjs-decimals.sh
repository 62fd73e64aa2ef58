#!/usr/bin/env bash
# @dsnp/parquetjs 1.8.8 (the newest for Node 20) and DECIMAL(9,2). It rounds down what it writes, after multiplying as
# binary: 64.10 becomes 64.09 and -1.15 stays. Its own file, which has 64 bits a value as the format allows, it reads as
# 32 bits a value: half of each figure comes back as a figure of its own, and the last rows are lost.
# hyparquet 1.33.0 shows what the file holds.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @dsnp/parquetjs@1.8.8 hyparquet@1.33.0
cat >run.mjs <<'JS'
import parquetjs from '@dsnp/parquetjs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

const { ParquetReader, ParquetSchema, ParquetWriter } = parquetjs;
const schema = new ParquetSchema({ rate: { type: 'DECIMAL', precision: 9, scale: 2 } });
const writer = await ParquetWriter.openFile(schema, 'rates.parquet');
for (const rate of [64.1, 1.15, -1.15, 12.5]) await writer.appendRow({ rate });
await writer.close();
const rows = await parquetReadObjects({ file: await asyncBufferFromFile('rates.parquet') });
console.log('hyparquet', rows.map(({ rate }) => rate).join(' '));
const reader = await ParquetReader.openFile('rates.parquet');
const cursor = reader.getCursor();
const read = [];
for (let row = await cursor.next(); row; row = await cursor.next()) read.push(row.rate);
console.log('parquetjs', read.join(' '));
await reader.close();
JS
node run.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
hyparquet 64.09 1.14 -1.15 12.5
parquetjs 64.09 0 1.14 0
SEEN
