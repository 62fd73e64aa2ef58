import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicBook } from '../../../core/consolidate/public/public-book.ts';
import { publicFigures } from '../../../core/consolidate/public/public.ts';
import { publicWords } from '../../../core/consolidate/public/words.ts';
import { consolidationWords } from '../../../core/consolidate/words.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { COVER, writtenInParts, type InParts } from './parts-fixture.ts';

const THRESHOLD = 5;
const { hidden, rows } = publicWords.vi;

let made: InParts;
beforeAll(async () => {
  made = await writtenInParts(THRESHOLD);
});
afterAll(() => made.gone());

/** Cells of a row by the heads of their columns: provinces have other columns. */
type Row = Map<string, unknown>;

/** Rows in which the heads of columns stand. */
const HEADS = [6, 7];

/** Rows of a file's domain sheets, as `sheet|what stands first|second`. */
async function rowsIn(bytes: Uint8Array): Promise<Map<string, Row>> {
  const { sheets } = await readFacts(bytes);
  const domains = new Set([...made.found.catalogue.domains.values()].map(({ sheet }) => sheet));
  const found = new Map<string, Row>();
  for (const { name: sheet, cells } of sheets.filter((one) => domains.has(one.name))) {
    const at = (row: number, column: number) =>
      cells.find((one) => one.row === row && one.column === column)?.value ?? null;
    const heads = new Map(
      cells
        .filter(({ row, column }) => row === HEADS[0] && column > 3)
        .map(({ column }) => [column, HEADS.map((row) => at(row, column)).join('|')]),
    );
    for (const row of new Set(cells.map((one) => one.row))) {
      const own = cells.filter((one) => one.row === row && one.value !== null);
      const named = own.flatMap(({ column, value }): [string, unknown][] => {
        const head = heads.get(column);
        return head === undefined ? [] : [[head, value]];
      });
      found.set([sheet, at(row, 2), at(row, 3)].join('|'), new Map(named));
    }
  }
  return found;
}

const rowsOf = async (name: string) => rowsIn(await readFile(join(made.folder, name)));

/** The same of one workbook of all of it. */
async function rowsOfOne(): Promise<Map<string, Row>> {
  const { found } = made;
  const words = consolidationWords.vi;
  const may = publicFigures(found, THRESHOLD);
  const said = { language: 'vi', words, title: words.title, line: '', paper: 'A3' } as const;
  return rowsIn(await serialize(publicBook({ ...said, found, sources: [], may })));
}

describe('what is published in several workbooks', () => {
  it('shows and hides of every unit what one workbook of all would', async () => {
    const whole = await rowsOfOne();
    const units = new Set(made.found.rows.map(({ unit }) => unit.id));
    const seen: string[] = [];
    let hides = 0;
    for (const name of (await readdir(made.folder)).filter((one) => one !== COVER))
      for (const [key, row] of await rowsOf(name)) {
        const [, unit = ''] = key.split('|');
        if (!units.has(unit)) continue;
        seen.push(unit);
        for (const [head, value] of row)
          expect([key, head, value]).toEqual([key, head, whole.get(key)?.get(head)]);
        hides += [...row.values()].filter((value) => value === hidden).length;
      }
    expect(hides).toBeGreaterThan(10);
    expect(new Set(seen)).toEqual(units);
  });

  it('has totals of provinces and of all, and none of a piece of a province', async () => {
    const pieces = made.parts.filter(({ of }) => of > 1);
    expect(pieces.length).toBeGreaterThan(1);
    for (const { province, at } of pieces) {
      const keys = [...(await rowsOf(`tong-hop_${province}_${at}.xlsx`)).keys()];
      expect(keys.filter((key) => key.endsWith(`|${rows.total}`))).toEqual([]);
    }
    const totals = (all: Map<string, Row>) => [...all].filter(([key]) => key.endsWith(`|${rows.total}`));
    const whole = totals(await rowsOfOne());
    expect(whole.length).toBeGreaterThan(5);
    expect(totals(await rowsOf(COVER))).toEqual(whole);
  });
});
