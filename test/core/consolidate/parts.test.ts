import { appendFileSync, readdirSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../../core/consolidate/parts.ts';
import { parseAddress } from '../../../core/sheet/address.ts';
import { keysAt } from '../../../core/sheet/keyed.ts';
import type { ReadWorkbook } from '../../../formats/xlsx/cells.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { sha256Of } from '../../../generator/store/originals.ts';
import { same } from '../../workbook/agreement.ts';
import { typedOver } from '../../generator/consolidate/typed-over.ts';
import { COVER, MOST, writtenInParts, type InParts } from './parts-fixture.ts';

let made: InParts;
beforeAll(async () => {
  made = await writtenInParts();
});
afterAll(() => made.gone());

const bytesOf = (name: string) => readFile(join(made.folder, name));
const read = async (name: string): Promise<ReadWorkbook> => readWorkbook(await bytesOf(name));
const partNames = async () => (await readdir(made.folder)).filter((name) => name !== COVER);

/** Every file of the folder with the digest of what is in it. */
const contents = async () =>
  new Map(
    await Promise.all(
      (await readdir(made.folder)).map(async (name) => [name, sha256Of(await bytesOf(name))] as const),
    ),
  );

describe('a consolidation that is too large for one workbook', () => {
  it('is one workbook where it is not', () => {
    expect(partsOf(made.found, Infinity)).toEqual([]);
  });

  it('has every unit in one file, and cuts a province only where it has to', () => {
    const { parts, found } = made;
    expect(parts.flatMap(({ units }) => units).sort()).toEqual(found.rows.map(({ unit }) => unit.id).sort());
    expect(new Set(parts.map(({ of }) => of)).size).toBeGreaterThan(1);
  });

  it('has no file with more cells than it may', async () => {
    const names = await partNames();
    expect(names.length).toBe(made.parts.length);
    for (const name of names) {
      const { sheets } = await read(name);
      expect(sheets.reduce((sum, { cells }) => sum + cells.length, 0)).toBeLessThanOrEqual(MOST);
    }
  });

  it('has the totals of all units in the file that covers them', async () => {
    const { found } = made;
    const { sheets } = await readFacts(await bytesOf(COVER));
    let compared = 0;
    for (const { sheet: name } of found.catalogue.domains.values()) {
      const cells = sheets.find((one) => one.name === name)?.cells ?? [];
      const { columns } = keysAt(cells, { row: 1, column: 1 }, { row: () => true, column: () => ({}) });
      for (const { key, column } of columns) {
        const total = found.totals.find((one) => one.group === '_T' && one.column === key);
        const shown = cells.find((cell) => cell.row === 10 && cell.column === column)?.value;
        if (total?.value === null || total?.value === undefined) expect(shown ?? '').toBe('');
        else expect(same(shown ?? null, total.value)).toBe(true);
        compared += total?.value ? 1 : 0;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  it('says of every figure of a file in which cell it stands, and that cell has it', async () => {
    const rows = (await read(COVER)).sheets
      .find(({ name }) => name === 'Nguồn tổng')
      ?.cells.reduce((lines, { row, column, value }) => {
        lines.set(row, lines.get(row) ?? []);
        const line = lines.get(row) ?? [];
        line[column] = value;
        return lines;
      }, new Map<number, unknown[]>());
    const books = new Map<string, ReadWorkbook>();
    let compared = 0;
    for (const [, line] of rows ?? []) {
      const [value, file, sheet, address, sha256] = [6, 9, 10, 11, 12].map((at) => line[at]);
      if (typeof file !== 'string' || !file.startsWith('tong-hop_') || typeof value !== 'number') continue;
      expect(sha256Of(await bytesOf(file))).toBe(sha256);
      const book = books.get(file) ?? (await read(file));
      books.set(file, book);
      const at = parseAddress(String(address));
      const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? [];
      const there = cells.find(({ row, column }) => row === at?.row && column === at.column);
      expect(there?.value).toBe(value);
      compared += 1;
    }
    expect(books.size).toBe(made.parts.length);
    expect(compared).toBeGreaterThan(100);
  });

  it('puts each file on the disk before it makes the next, and names all of them in the end', async () => {
    const before = await contents();
    const waiting: number[] = [];
    const said: string[] = [];
    await made.write((text) => {
      if (text === '') return;
      said.push(text);
      waiting.push(readdirSync(made.folder).filter((name) => name.endsWith('.tmp')).length);
    });
    expect(waiting).toEqual([...made.parts, COVER].map((_, at) => at));
    expect(said[0]).toMatch(/^1\/\d+ tong-hop_VN\d+(_1)?\.xlsx$/u);
    expect(said.at(-1)).toBe(`${waiting.length}/${waiting.length} ${COVER}`);
    expect(await contents()).toEqual(before);
  });

  it('removes what a run that was cut off has left a day ago', async () => {
    const before = await contents();
    const left = join(made.folder, `.${COVER}.0b9f8d5e-1c2d-4e3f-8a9b-0c1d2e3f4a5b.tmp`);
    await writeFile(left, '');
    const dayBefore = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(left, dayBefore, dayBefore);
    await made.write();
    expect(await contents()).toEqual(before);
  });

  it('leaves everything as it was where a file cannot be made', async () => {
    const before = await contents();
    const failing = made.write((text) => {
      if (text.startsWith('3/')) throw new Error('The disk is full.');
    });
    await expect(failing).rejects.toThrow('The disk is full.');
    expect(await contents()).toEqual(before);
  });

  it('replaces nothing where somebody edits a file while the others are made', async () => {
    const before = await contents();
    const [first = ''] = await partNames();
    const path = join(made.folder, first);
    const bytes = await readFile(path);
    const outcome = await made.write((text) => {
      if (text.startsWith('2/')) appendFileSync(path, 'typed');
    });
    expect(outcome).toEqual({ kept: [path] });
    expect(await readFile(path, 'latin1')).toMatch(/typed$/u);
    await writeFile(path, bytes);
    expect(await contents()).toEqual(before);
  });

  it('is written again the same, and leaves everything where one file was edited', async () => {
    const before = sha256Of(await bytesOf(COVER));
    expect(await made.write()).toHaveProperty('written');
    expect(sha256Of(await bytesOf(COVER))).toBe(before);
    const [first = ''] = await partNames();
    const typed = (await read(first)).sheets
      .flatMap(({ cells }) => cells)
      .find(({ value, formula }) => formula === null && typeof value === 'number' && value > 0);
    const edited = await typedOver(await bytesOf(first), `<v>${String(typed?.value)}</v>`, '<v>0.5</v>');
    await writeFile(join(made.folder, first), edited);
    expect(await made.write()).toEqual({ kept: [join(made.folder, first)] });
    expect(sha256Of(await bytesOf(COVER))).toBe(before);
  });
});
