#!/usr/bin/env node
import { packageRoot } from '../../dist/generator/package-root.js';
import { writeUnitLists } from '../../dist/generator/unit-lists/write.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run units:lists -- <folder of facts>');
  process.exitCode = 2;
} else {
  for (const warning of await writeUnitLists(folder, packageRoot())) console.error(warning);
}
