import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAddress } from '../../../../core/sheet/address.ts';
import { DEFAULT_LIMITS } from '../../../../formats/limits.ts';
import { readZip } from '../../../../formats/zip/read.ts';
import { serialize } from '../../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine, requireEngine } from '../../../engines/availability.ts';
import { recalculate, toPdf } from '../../../engines/libreoffice.ts';
import { schemaErrors, schemasPresent } from '../../../engines/schema.ts';
import { chartsWorkbook, DOMAINS, LINES, TITLES, VERDICTS } from './charts-workbook.ts';

const SEEN_BY_OPENPYXL = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
json.dump({sheet.title: {
    "charts": [type(chart).__name__ for chart in sheet._charts],
    "cells": {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None},
} for sheet in book.worksheets}, sys.stdout)
`;

const model = chartsWorkbook();
let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-charts-'));
  file = join(folder, 'biểu đồ.xlsx');
  await writeFile(file, await serialize(model));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(!schemasPresent)('the ECMA-376 schemas', () => {
  it('hold for every part', async () => {
    expect(await schemaErrors([file])).toBeNull();
  });
});

describeWithEngine('openpyxl', 'a reader that shares no code with ours', () => {
  it('sees every cell and every chart', () => {
    const out = execFileSync(requireEngine('openpyxl'), ['-W', 'ignore', '-c', SEEN_BY_OPENPYXL, file], {
      encoding: 'utf8',
    });
    const seen = JSON.parse(out) as Record<string, { charts: string[]; cells: Record<string, unknown> }>;
    expect(Object.values(seen).map(({ charts }) => charts)).toEqual([
      [],
      ['BarChart', 'BarChart'],
      ['LineChart'],
    ]);
    for (const sheet of model.sheets) {
      const expected = Object.fromEntries(
        [...sheet.cells.values()].flatMap(({ row, column, value, result }) => {
          const shown = result ?? value ?? null;
          return shown === null ? [] : [[cellAddress(row, column), shown]];
        }),
      );
      expect(seen[sheet.name]?.cells).toEqual(expected);
    }
  });
});

describeWithEngine('libreoffice', 'LibreOffice', () => {
  it('keeps charts and sparklines when it saves', async () => {
    const [saved = ''] = await recalculate([file], join(folder, 'saved'));
    const parts = await readZip(new Uint8Array(await readFile(saved)), DEFAULT_LIMITS);
    const xml = [...parts].map(([name, data]) => ({ name, xml: Buffer.from(data).toString('utf8') }));
    const charts = xml.filter(({ name }) => /^xl\/charts\/chart\d+\.xml$/u.test(name));
    expect(charts).toHaveLength(3);
    const words = charts.map((chart) => chart.xml).join('\n');
    for (const { name } of [...VERDICTS, ...LINES]) expect(words).toContain(name);
    const sparklines = xml.flatMap(({ xml: text }) => text.match(/<x14:sparkline>/gu) ?? []);
    expect(sparklines).toHaveLength(2);
  });

  it('prints titles, categories and legends with all their signs', async () => {
    const [pdf = ''] = await toPdf([file], join(folder, 'pdf'));
    // Letters set closely come out of a PDF with spaces between them, so no spaces are compared.
    const tight = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, '');
    const text = tight(execFileSync(requireEngine('poppler'), [pdf, '-'], { encoding: 'utf8' }));
    const times = (words: string) => text.split(tight(words)).length - 1;
    for (const title of Object.values(TITLES)) expect(times(title), title).toBe(1);
    // Each stands in its cell and in the charts over it.
    for (const domain of DOMAINS) expect(times(domain), domain).toBe(3);
    for (const { name } of LINES) expect(times(name), name).toBe(2);
    expect(times('Chưa có số')).toBe(2);
  });
});
