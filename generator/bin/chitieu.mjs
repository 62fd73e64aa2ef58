#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { URL, fileURLToPath } from 'node:url';

const built = new URL('../../dist/generator/cli.js', import.meta.url);
const tuning = new URL('../../dist/generator/tune-v8.js', import.meta.url);

if (existsSync(fileURLToPath(built))) {
  const { tuneV8 } = await import(tuning.href);
  tuneV8();
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv);
} else {
  console.error('Chưa biên dịch; hãy chạy "npm run build". (Not built yet; run "npm run build".)');
  process.exitCode = 2;
}
