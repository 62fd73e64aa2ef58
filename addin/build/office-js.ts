import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `cdn`: Microsoft's server, the supported source. `local`: copied from the npm package into the build. */
export type OfficeJsSource = 'cdn' | 'local';

export const OFFICE_JS_ORIGIN = 'https://appsforoffice.microsoft.com';
const LOCAL_FOLDER = 'office-js';

/** Address of office.js as the pages write it. */
export function officeJsAddress(source: OfficeJsSource): string {
  return source === 'cdn' ? `${OFFICE_JS_ORIGIN}/lib/1/hosted/office.js` : `./${LOCAL_FOLDER}/office.js`;
}

/**
 * What office.js loads for Excel: one file per platform; the one for pages opened outside of Office; its own
 * messages in Vietnamese and, for every other language, English. Its telemetry is left out: it then stays off.
 */
export const localOfficeJsFiles = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-win32-16.00.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'excel-ios-16.00.js',
  'o15apptofilemappingtable.js',
  'vi-vn/office_strings.js',
  'en-us/office_strings.js',
] as const;

/** Copies the files, unchanged, with their licence, below the folder of the built pages. */
export async function copyOfficeJs(outFolder: string): Promise<void> {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'));
  const target = join(outFolder, LOCAL_FOLDER);
  for (const file of localOfficeJsFiles) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    await cp(join(packageFolder, 'dist', file), join(target, file));
  }
  await cp(join(packageFolder, 'LICENSE.md'), join(target, 'LICENSE.md'));
}
