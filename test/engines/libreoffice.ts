import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireEngine } from './availability.ts';
import { runProcess, said } from './process.ts';

/** Locale of number and date display; the interface stays English. */
export type EngineLocale = 'en-US' | 'vi-VN';

export interface LibreOfficeOptions {
  locale?: EngineLocale;
  timeoutMilliseconds?: number;
}

const START_MILLISECONDS = 120_000;
const FILE_MILLISECONDS = 15_000;

/**
 * Opens workbooks in LibreOffice, recalculates every formula and saves them again as xlsx; one start for
 * the whole batch.
 * @param files workbooks whose base names differ from each other
 * @param outDir where the results go, under the same base names; must not be the folder of an input
 * @returns paths of the results, in the order of `files`
 * @throws Error with LibreOffice's own words when a result is missing
 */
export function recalculate(
  files: readonly string[],
  outDir: string,
  options: LibreOfficeOptions = {},
): Promise<string[]> {
  return convert(files, outDir, 'xlsx', 'xlsx:Calc MS Excel 2007 XML', options);
}

/** Prints workbooks to PDF, one file each, as {@link recalculate} does. */
export function toPdf(
  files: readonly string[],
  outDir: string,
  options: LibreOfficeOptions = {},
): Promise<string[]> {
  return convert(files, outDir, 'pdf', 'pdf:calc_pdf_Export', options);
}

/** Output filters of LibreOffice by extension. */
const FILTERS: Readonly<Record<string, string>> = {
  ods: 'ods:calc8',
  fods: 'fods:OpenDocument Spreadsheet Flat XML',
  xls: 'xls:MS Excel 97',
};

/**
 * Saves a workbook under another name, in the format of its extension.
 * @throws Error with LibreOffice's own words when no result was written
 */
export async function saveAs(file: string, outFile: string): Promise<void> {
  const extension = extname(outFile).slice(1);
  const [made = ''] = await convert(
    [file],
    `${outFile}.folder`,
    extension,
    FILTERS[extension] ?? extension,
    {},
  );
  await rename(made, outFile);
}

/**
 * Opens CSV files with a separator as a person of the locale would and saves them again in the same form.
 * Numbers and dates are recognised by the locale, and saved as they are shown.
 * @param separator code of the character between cells
 */
export function resaveCsv(
  files: readonly string[],
  outDir: string,
  separator: number,
  options: LibreOfficeOptions = {},
): Promise<string[]> {
  const form = `${separator},34,76,1`;
  return convert(files, outDir, 'csv', `csv:Text - txt - csv (StarCalc):${form},,0,false,true`, options, [
    `--infilter=Text - txt - csv (StarCalc):${form},,0,false,true`,
  ]);
}

async function convert(
  files: readonly string[],
  outDir: string,
  extension: string,
  filter: string,
  options: LibreOfficeOptions,
  parameters: readonly string[] = [],
): Promise<string[]> {
  if (files.length === 0) return [];
  const soffice = requireEngine('libreoffice');
  const results = resultPaths(files, outDir, extension);
  await mkdir(outDir, { recursive: true });
  const profile = await privateProfile(options.locale ?? 'en-US');
  try {
    // A result of an earlier run must not pass for one of this run.
    await Promise.all(results.map((path) => rm(path, { force: true })));
    const { code, stdout, stderr } = await runProcess(
      soffice,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--nolockcheck',
        ...parameters,
        '--convert-to',
        filter,
        '--outdir',
        resolve(outDir),
        ...files.map((file) => resolve(file)),
      ],
      {
        timeoutMilliseconds:
          options.timeoutMilliseconds ?? START_MILLISECONDS + FILE_MILLISECONDS * files.length,
      },
    );
    // LibreOffice ends with 0 even when it could not load a file: only the results tell.
    const missing: string[] = [];
    for (const [index, path] of results.entries()) {
      if (!(await hasContent(path))) missing.push(files[index] ?? path);
    }
    if (code !== 0 || missing.length > 0) {
      throw new Error(
        `LibreOffice (exit code ${code}) made no ${extension} of: ${missing.join(', ') || '(all made)'}.\n${said(stdout, stderr)}`,
      );
    }
    return results;
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

function resultPaths(files: readonly string[], outDir: string, extension: string): string[] {
  const results = files.map((file) => join(resolve(outDir), `${basename(file, extname(file))}.${extension}`));
  if (new Set(results).size !== results.length) {
    throw new Error(
      'Two workbooks of one batch have the same base name; their results would overwrite each other.',
    );
  }
  if (files.some((file) => dirname(resolve(file)) === resolve(outDir))) {
    throw new Error(`The results must not go where the workbooks are: ${outDir}`);
  }
  return results;
}

async function hasContent(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch {
    return false;
  }
}

/**
 * A profile of its own for each run: two runs can share the machine, and nobody's settings leak in. Without
 * `OOXMLRecalcMode` 0 ("always") LibreOffice trusts the results stored in an xlsx file and would confirm
 * anything.
 */
async function privateProfile(locale: EngineLocale): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'chitieu-libreoffice-'));
  await mkdir(join(profile, 'user'));
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings(locale));
  return profile;
}

function settings(locale: EngineLocale): string {
  const item = (path: string, name: string, value: string) =>
    `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${item('/org.openoffice.Office.Calc/Formula/Load', 'OOXMLRecalcMode', '0')}
${item('/org.openoffice.Office.Calc/Formula/Load', 'ODFRecalcMode', '0')}
${item('/org.openoffice.Setup/L10N', 'ooSetupSystemLocale', locale)}
${item('/org.openoffice.Setup/L10N', 'ooLocale', 'en-US')}
${item('/org.openoffice.Office.Common/Misc', 'FirstRun', 'false')}
</oor:items>
`;
}
