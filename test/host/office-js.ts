import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the installed office.js keeps its files. */
export function officeJsFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
}
