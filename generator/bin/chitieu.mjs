#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { URL, fileURLToPath } from 'node:url';

const built = new URL('../../dist/generator/cli.js', import.meta.url);
const shortRun = new URL('../../dist/generator/short-run.js', import.meta.url);

if (existsSync(fileURLToPath(built))) {
  const { expectShortRun } = await import(shortRun.href);
  expectShortRun();
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv);
} else {
  console.error('Chưa biên dịch; hãy chạy "npm run build". (Not built yet; run "npm run build".)');
  process.exitCode = 2;
}
