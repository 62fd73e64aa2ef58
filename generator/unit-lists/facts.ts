import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';

/** The files of a folder of facts on the reform of 1 July 2025 and their columns, as its README describes them. */
const FILES = {
  oldProvinces: ['provinces-until-2025-06-30.csv', ['code', 'name']],
  oldDistricts: ['districts-until-2025-06-30.csv', ['code', 'name', 'province']],
  oldCommunes: ['communes-until-2025-06-30.csv', ['code', 'name', 'district']],
  newProvinces: ['provinces-from-2025-07-01.csv', ['code', 'name']],
  newCommunes: ['communes-from-2025-07-01.csv', ['code', 'name', 'province']],
  links: [
    'commune-links-2025-07-01.csv',
    ['old', 'oldName', 'oldDistrict', 'oldProvince', 'new', 'part', 'correctedFrom'],
  ],
} as const;

type FileName = keyof typeof FILES;
type RowOf<Name extends FileName> = Record<(typeof FILES)[Name][1][number], string>;

/** The facts, every cell as text. */
export type UnitFacts = { [Name in FileName]: RowOf<Name>[] };

/**
 * Reads a folder of facts.
 * @throws Error that names the file when one is missing or has other columns
 */
export async function readFacts(folder: string): Promise<UnitFacts> {
  const read = async <Name extends FileName>(name: Name): Promise<RowOf<Name>[]> => {
    const [file, columns] = FILES[name];
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, file)));
    const { data, errors, meta } = Papa.parse<RowOf<Name>>(text, { header: true, skipEmptyLines: true });
    if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
    if (meta.fields?.join() !== columns.join()) {
      throw new Error(`${file}: columns ${meta.fields?.join() ?? ''}; expected ${columns.join()}`);
    }
    return data;
  };
  return {
    oldProvinces: await read('oldProvinces'),
    oldDistricts: await read('oldDistricts'),
    oldCommunes: await read('oldCommunes'),
    newProvinces: await read('newProvinces'),
    newCommunes: await read('newCommunes'),
    links: await read('links'),
  };
}
