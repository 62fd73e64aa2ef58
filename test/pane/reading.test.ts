import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isEntrySheet } from '../../core/check/first-result.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { HostSheet } from '../host/workbook/host-sheet.ts';
import { openBench, settle } from './excel-for-tests.ts';
import { sampleModel } from './wrong-workbook.ts';

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await serialize(await sampleModel('lai-chau-2021', 'VN12.106'));
});
afterEach(() => vi.unstubAllGlobals());

const QUICK = { editing: 20, answer: 5_000 };

/** A sheet somebody has added, with as many numbers. */
function numbers(name: string, rows: number, columns: number): HostSheet {
  const sheet = new HostSheet(`{added-${name}}`, name, 'Visible', new Set(), new Set());
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      sheet.setContent(row, column, row * 100 + column, null);
    }
  }
  return sheet;
}

/** A cell that may be typed into. */
function inputCell(sheet: HostSheet | null | undefined): { address: string } {
  const area = sheet?.usedArea(false);
  for (let row = 1; sheet && area && row < area.row + area.rows; row += 1) {
    for (let column = 1; column < area.column + area.columns; column += 1) {
      if (!sheet.lookOf(row, column).locked) return { address: cellAddress(row, column) };
    }
  }
  throw new Error('The sheet has no cell to type into.');
}

describe('reading again', () => {
  it('takes no more syncs than its cells need, whatever was typed meanwhile', async () => {
    const { host, bench } = await openBench(bytes);
    const first = await bench.read();
    const entry = host.workbook.sheet(sheetNames.entry);
    entry?.setContent(200, 60, 'ở xa', null);
    const before = host.syncs;
    const second = await bench.read();
    // The list with the cells, and what stands far away.
    expect(host.syncs - before).toBe(2);
    expect(second.sheets.map(({ name }) => name)).toEqual(first.sheets.map(({ name }) => name));
    const cells = second.sheets.find(({ name }) => name === sheetNames.entry)?.cells;
    expect(cells?.at(-1)).toEqual({ row: 200, column: 60, value: 'ở xa', formula: null });

    entry?.setContent(200, 60, null, null);
    const again = host.syncs;
    expect(await bench.read()).toEqual(first);
    expect(host.syncs - again).toBe(1);
  });

  it('hands the entry sheets on before the others are asked for, and has the rest done while those are on their way', async () => {
    const { host, bench } = await openBench(bytes);
    const told: { names: string[]; cells: number; syncs: number[] }[] = [];
    const early = ({ sheets }: WorkbookFacts) => {
      const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
      const syncs = [host.syncs];
      told.push({ names: sheets.map(({ name }) => name), cells, syncs });
      return () => {
        syncs.push(host.syncs);
        return Promise.resolve();
      };
    };
    const first = await bench.read(early);
    // It has no sheet that most have, which Excel says before it gathers anything.
    expect(host.syncs).toBe(3);
    const [refused] = host.requests;
    expect(refused).toMatchObject({ error: 'ItemNotFound' });
    expect(refused?.responseBytes).toBeLessThan(3_000);
    const before = host.syncs;
    expect(await bench.read(early)).toEqual(first);
    expect(await bench.read()).toEqual(first);
    // The list comes with the entry sheets.
    expect(host.syncs - before).toBe(3);
    const entrySheets = first.sheets.filter(({ name }) => isEntrySheet(name));
    const one = {
      names: entrySheets.map(({ name }) => name),
      // Values alone: where a formula shows nothing, nothing is told of it yet.
      cells: entrySheets.reduce(
        (sum, sheet) => sum + sheet.cells.filter(({ value }) => value !== '').length,
        0,
      ),
    };
    expect(told).toEqual([
      { ...one, syncs: [2, 3] },
      { ...one, syncs: [4, 5] },
    ]);
  });

  it('takes what was read ahead, and reads anew where the workbook has changed since', async () => {
    const whole = await (await openBench(bytes)).bench.read();
    const { host, bench } = await openBench(bytes);
    bench.readAhead();
    await settle();
    const ahead = host.syncs;
    let told = 0;
    const early = () => {
      told += 1;
      return () => Promise.resolve();
    };
    expect(await bench.read(early)).toEqual(whole);
    // What is left to ask: the rest.
    expect([told, host.syncs - ahead]).toEqual([1, 1]);
    const key = sheetNames.entry;

    bench.readAhead();
    await settle();
    const { address } = inputCell(host.workbook.sheet(key));
    host.user.type(key, address, 12.5);
    await settle();
    const cells = (await bench.read(early)).sheets.find(({ name }) => name === key)?.cells;
    expect(cells?.filter(({ value }) => value === 12.5)).toEqual([
      expect.objectContaining({ value: 12.5, formula: null }),
    ]);
    expect(told).toBe(2);
    expect(host.references.size).toBe(0);
  });

  it('asks once for the list and the values of the entry sheets, and once for the rest', async () => {
    const { host, bench } = await openBench(await serialize(await sampleModel('lai-chau-2024', 'VN12')));
    const told: string[][] = [];
    await bench.read(({ sheets }) => {
      told.push(sheets.map(({ name }) => name));
      return () => Promise.resolve();
    });
    expect(told).toEqual([
      [sheetNames.cover, sheetNames.entry, sheetNames.background, sheetNames.baselines, sheetNames.meta],
    ]);
    expect(host.syncs).toBe(2);
    const [values, rest] = host.requests.map(({ responseBytes }) => responseBytes);
    expect(values).toBeLessThan(300_000);
    expect(rest).toBeGreaterThan(1_000_000);
  });

  it('tells of no sheets early where one of them has to be asked again', async () => {
    const { host, bench } = await openBench(bytes);
    host.workbook.sheet(sheetNames.entry)?.setContent(200, 3, '#N/A?', null);
    let told = 0;
    const read = await bench.read(() => {
      told += 1;
      return () => Promise.resolve();
    });
    expect(told).toBe(0);
    expect(read).toEqual(await bench.read());
  });

  it('fails as a whole where the other sheets do, whatever was made of the first', async () => {
    const { host, bench } = await openBench(bytes);
    const read = bench.read(() => async () => {
      await settle();
      throw new Error('of the pane');
    });
    await expect(read).rejects.toThrow('of the pane');
    expect(await bench.read()).toMatchObject({ has: 'cells' });
    expect(host.syncs).toBeGreaterThan(3);
  });

  it('notices sheets that were added, deleted, renamed and moved', async () => {
    const { host, bench } = await openBench(bytes);
    await bench.read();
    const { sheets } = host.workbook;
    sheets.splice(1, 1);
    sheets.unshift(numbers('Nháp', 2, 2));
    const renamed = sheets.at(2);
    if (renamed) renamed.name = 'Tên khác';
    const read = await bench.read();
    expect(read.sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    expect(read.sheets[0]?.cells).toEqual([
      { row: 1, column: 1, value: 101, formula: null },
      { row: 1, column: 2, value: 102, formula: null },
      { row: 2, column: 1, value: 201, formula: null },
      { row: 2, column: 2, value: 202, formula: null },
    ]);
  });
});

describe('an error', () => {
  it('is not looked for in a workbook as it was issued, whose links begin as errors do', async () => {
    const { host, bench } = await openBench(bytes);
    const { sheets } = await bench.read();
    const links = sheets
      .flatMap(({ cells }) => cells)
      .filter(({ value }) => typeof value === 'string' && value.startsWith('#'));
    expect(links.length).toBeGreaterThan(20);
    // The list, and all cells.
    expect(host.syncs).toBe(2);
  });

  it('is told from a text that looks like one, by one sync more where there is either', async () => {
    const { host, bench } = await openBench(bytes);
    await bench.read();
    const entry = host.workbook.sheet(sheetNames.entry);
    entry?.setContent(200, 3, { error: '#DIV/0!' }, '1/0');
    entry?.setContent(200, 4, '#N/A', null);
    entry?.setContent(200, 5, 7, null);
    const before = host.syncs;
    const read = await bench.read();
    expect(host.syncs - before).toBe(2);
    expect(read.sheets.find(({ name }) => name === sheetNames.entry)?.cells.slice(-3)).toEqual([
      { row: 200, column: 3, value: { error: '#DIV/0!' }, formula: '1/0' },
      { row: 200, column: 4, value: '#N/A', formula: null },
      { row: 200, column: 5, value: 7, formula: null },
    ]);

    // Beyond the usual size, too.
    entry?.setContent(200, 60, { error: '#REF!' }, null);
    const far = (await bench.read()).sheets.find(({ name }) => name === sheetNames.entry)?.cells;
    expect(far?.filter(({ row }) => row === 200).map(({ value }) => value)).toEqual([
      { error: '#DIV/0!' },
      '#N/A',
      7,
      { error: '#REF!' },
    ]);
    expect(host.references.size).toBe(0);
  });
});

describe('a workbook with much beside the figures', () => {
  it('is read in portions of 50 000 cells', async () => {
    const { host, bench } = await openBench(bytes, { flavour: 'desktop' });
    host.workbook.sheets.push(numbers('Lớn', 2_500, 60));
    const read = await bench.read();
    const large = read.sheets.at(-1);
    expect(large?.cells).toHaveLength(150_000);
    expect(large?.cells.at(-1)).toEqual({ row: 2_500, column: 60, value: 250_060, formula: null });
    // The list, everything of usual size, and 150 000 cells in four portions of whole rows.
    expect(host.syncs).toBe(6);
  });

  it('is read in small portions where Excel on the web refuses large answers', async () => {
    const largest = await serialize(await sampleModel('lai-chau-2024', 'VN12'));
    const { host, bench } = await openBench(largest);
    const whole = await bench.read();
    const limited = await openBench(largest, { payloadLimit: 900_000 });
    expect(await limited.bench.read()).toEqual(whole);
    const refused = limited.host.requests.filter(({ error }) => error !== null);
    expect(refused.map(({ error }) => error)).toEqual(['ResponsePayloadSizeLimitExceeded']);
    expect(host.requests.some(({ error }) => error !== null)).toBe(false);
    for (const { error, responseBytes } of limited.host.requests) {
      if (error === null) expect(responseBytes).toBeLessThan(900_000);
    }
    // What was refused once is not asked for again.
    const before = limited.host.requests.length;
    expect(await limited.bench.read()).toEqual(whole);
    expect(limited.host.requests.slice(before).filter(({ error }) => error !== null)).toEqual([]);
  });

  it('is refused when no portion is small enough, or there is no end of it', async () => {
    const limited = await openBench(bytes, { payloadLimit: 4_000 });
    await expect(limited.bench.read()).rejects.toMatchObject({ code: 'too-large' });

    const { host, bench } = await openBench(bytes, { flavour: 'desktop' });
    host.workbook.sheets[0]?.setContent(1_048_576, 16_384, 'x', null);
    await expect(bench.read()).rejects.toMatchObject({ code: 'too-large' });
    expect(host.requests.reduce((sum, { responseBytes }) => sum + responseBytes, 0)).toBeLessThan(3_000_000);
  });
});

describe('while a cell is being edited', () => {
  it('waits a moment, then says so, and tells when it could be read after all', async () => {
    const { host, bench } = await openBench(bytes, {}, QUICK);
    let stale = 0;
    bench.onStale(() => (stale += 1));
    await settle();
    host.beginCellEdit();
    await expect(bench.read()).rejects.toMatchObject({
      code: 'cell-edit',
      text: { vi: expect.stringContaining('Enter') as string },
    });
    expect(stale).toBe(0);
    host.endCellEdit();
    await expect.poll(() => stale).toBe(1);
    await expect(bench.read()).resolves.toMatchObject({ has: 'cells' });
  });

  it('reads as soon as a short edit has ended', async () => {
    const { host, bench } = await openBench(bytes);
    host.beginCellEdit();
    const read = bench.read();
    await expect.poll(() => host.waiting).toBe(1);
    host.endCellEdit();
    await expect(read).resolves.toMatchObject({ has: 'cells' });
  });

  it('writes nothing any more once it has been said that nothing came of it', async () => {
    const { host, bench } = await openBench(bytes, {}, QUICK);
    await bench.read();
    const entry = host.workbook.sheet(sheetNames.entry);
    const key = String(
      [...Array(60).keys()].map((row) => entry?.valueOf(row, 1)).find((one) => String(one).endsWith('|_T')),
    );
    host.beginCellEdit();
    const written = bench.writeReason({ key, period: '2023', text: 'Đã đối chiếu', seen: '' });
    await expect(written).rejects.toMatchObject({ code: 'cell-edit' });
    host.endCellEdit();
    await settle();
    expect(host.requests.flatMap(({ uses }) => uses)).not.toContain('SetValues');
    const texts = (await bench.read()).sheets.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(texts).not.toContain('Đã đối chiếu');
  });
});

it('an Excel that does not answer is given up', async () => {
  const { host, bench } = await openBench(bytes, {}, { editing: 10, answer: 60 });
  vi.spyOn(host, 'receive').mockReturnValue(new Promise(() => undefined));
  await expect(bench.read()).rejects.toMatchObject({ code: 'no-answer' });
});

it('an error nobody has foreseen is shown with its code', async () => {
  const { host, bench } = await openBench(bytes);
  vi.spyOn(host, 'receive').mockResolvedValue({
    body: JSON.stringify({ Error: { Code: 'GeneralException', Message: 'x', HttpStatusCode: 400 } }),
  });
  await expect(bench.read()).rejects.toMatchObject({
    code: 'no-answer',
    text: { vi: expect.stringContaining('GeneralException') as string },
  });
});
