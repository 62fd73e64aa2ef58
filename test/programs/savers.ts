import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BookType, read, write } from '@e965/xlsx';
import { requireEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';

/** Formats that LibreOffice opens again. */
type Format = 'ods' | 'fods' | 'xls' | 'xlsb';

/** Where the paths of a run lead: one workbook saved by every program, some over another format. */
export async function savedByAll(given: Uint8Array, folder: string): Promise<Record<string, string>> {
  await Promise.all(['over', 'direct', 'reopened'].map((name) => mkdir(join(folder, name))));
  const source = join(folder, 'given.xlsx');
  await writeFile(source, given);
  const over = (name: string, format: Format) => join(folder, 'over', `${name}-${format}.${format}`);

  const direct: Record<string, string> = {};
  const reopened: string[] = [];
  for (const format of ['ods', 'fods', 'xls'] as const) {
    const path = over('libreoffice', format);
    await libreoffice.saveAs(source, path);
    reopened.push(path);
  }
  const inGnumeric = join(folder, 'over', 'gnumeric.gnumeric');
  await gnumeric.saveAs(source, inGnumeric, 'Gnumeric_XmlIO:sax');
  direct['gnumeric-gnumeric'] = join(folder, 'direct', 'gnumeric-gnumeric.xlsx');
  await gnumeric.saveAs(inGnumeric, direct['gnumeric-gnumeric'], gnumeric.XLSX);
  for (const [format, type] of [
    ['ods', 'Gnumeric_OpenCalc:odf'],
    ['xls', 'Gnumeric_Excel:excel_biff8'],
  ] as const) {
    const path = over('gnumeric', format);
    await gnumeric.saveAs(source, path, type);
    reopened.push(path);
  }
  for (const format of ['xlsb', 'ods', 'xls'] as const) {
    const path = over('sheetjs', format);
    await writeFile(path, sheetJs(given, format === 'xls' ? 'biff8' : format));
    reopened.push(path);
  }
  direct.sheetjs = join(folder, 'direct', 'sheetjs.xlsx');
  await writeFile(direct.sheetjs, sheetJs(given, 'xlsx'));
  direct.openpyxl = join(folder, 'direct', 'openpyxl.xlsx');
  execFileSync(requireEngine('openpyxl'), [
    '-c',
    'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])',
    source,
    direct.openpyxl,
  ]);
  const again = await libreoffice.recalculate(reopened, join(folder, 'reopened'));
  for (const path of again) direct[path.replace(/^.*[\\/]|\.xlsx$/gu, '')] = path;
  return direct;
}

function sheetJs(given: Uint8Array, bookType: BookType): Uint8Array {
  const workbook = read(given, { cellFormula: true, cellStyles: true });
  return new Uint8Array(write(workbook, { type: 'array', bookType, cellStyles: true }) as ArrayBuffer);
}

/** The bytes of a saved workbook. */
export async function bytesAt(path: string | undefined): Promise<Uint8Array> {
  if (path === undefined) throw new Error('no program of this name saved anything');
  return new Uint8Array(await readFile(path));
}
