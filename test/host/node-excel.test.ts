/// <reference types="office-js" />
import { beforeAll, describe, expect, it } from 'vitest';
import { cellAddress } from '../../core/sheet/address.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { ExcelHost, type Flavour, type HostOptions } from './excel-host.ts';
import { districtModel } from './generated-workbook.ts';
import { excelInNode } from './node-excel.ts';
import type { HostGap } from './wire/host-error.ts';

let model: WorkbookModel;
let bytes: Uint8Array;
beforeAll(async () => {
  model = await districtModel();
  bytes = await serialize(model);
});

const ENTRY = sheetNames.entry;
const flavours: Flavour[] = ['web', 'desktop'];

async function open(options: HostOptions = {}) {
  const host = await ExcelHost.open(bytes, options);
  return { host, ...excelInNode(host) };
}

/** Address of the first cell of the entry sheet with a style. */
function cellOf(style: 'input' | 'header'): string {
  const sheet = model.sheets.find(({ name }) => name === ENTRY);
  const cell = [...(sheet?.cells.values() ?? [])].find((one) => one.style === style);
  if (!cell) throw new Error(`The entry sheet has no cell of style ${style}.`);
  return cellAddress(cell.row, cell.column);
}

/** Lets messages that are on their way arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe.each(flavours)('office.js of Excel %s', (flavour) => {
  it('reads all sheets of a generated workbook with one sync for the list and one for the cells', async () => {
    const { host, Excel } = await open({ flavour });
    const read = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility');
      await context.sync();
      const ranges = sheets.items.map((sheet) => sheet.getUsedRange(true));
      for (const range of ranges) range.load('values,formulas,rowIndex,columnIndex');
      await context.sync();
      return ranges.map(({ values, formulas, rowIndex, columnIndex }, at) => ({
        name: sheets.items[at]?.name,
        visibility: sheets.items[at]?.visibility,
        cellAt: (row: number, column: number) => [
          values[row - 1 - rowIndex]?.[column - 1 - columnIndex] as unknown,
          formulas[row - 1 - rowIndex]?.[column - 1 - columnIndex] as unknown,
        ],
      }));
    });

    expect(host.syncs).toBe(2);
    expect(read.map(({ name }) => name)).toEqual(model.sheets.map(({ name }) => name));
    expect(read.at(-1)?.visibility).toBe('VeryHidden');
    let compared = 0;
    for (const [at, sheet] of model.sheets.entries()) {
      for (const { row, column, value, formula, result } of sheet.cells.values()) {
        const shown = value ?? result;
        if (shown === undefined || shown === '') continue;
        const expected = [shown, formula === undefined ? shown : `=${formula}`];
        const found = read[at]?.cellAt(row, column);
        compared += 1;
        if (typeof shown === 'number' && typeof found?.[0] === 'number') {
          expect(found[0]).toBeCloseTo(shown, 9);
          if (formula !== undefined) expect(found[1]).toBe(expected[1]);
        } else expect(found, `${sheet.name} ${row}:${column}`).toEqual(expected);
      }
    }
    expect(compared).toBeGreaterThan(1_000);
  });

  it('releases every range with a request of its own', async () => {
    const { host, Excel } = await open({ flavour });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(ENTRY).getRange('A1:B2').load('values');
      await context.sync();
      expect(host.references.size).toBe(1);
    });
    expect(host.references.size).toBe(0);
    expect(host.requests.map(({ kind }) => kind)).toEqual(['sync', 'cleanup']);
  });

  it('names the failing statement', async () => {
    const { Excel } = await open({ flavour });
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Không có').getRange('A1').load('values');
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({
      name: 'RichApi.Error',
      code: 'ItemNotFound',
      message: "The requested resource doesn't exist.",
      debugInfo: {
        errorLocation: 'WorksheetCollection.getItem',
        statement: expect.stringContaining('getItem') as string,
      },
    });
    await expect(failed).rejects.toBeInstanceOf(Error);
  });

  it('hears changes of one sheet and of all, until it stops listening', async () => {
    const { host, Excel } = await open({ flavour });
    const heard: unknown[] = [];
    const listeners = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const entry = worksheets.getItem(ENTRY);
      // The library needs the id to know the events of the sheet by.
      entry.load('id');
      await context.sync();
      const both = [
        entry.onChanged.add(async (event) => void heard.push(['entry', event.address, event.details])),
        worksheets.onChanged.add(async (event) => void heard.push(['any', event.address, event.source])),
      ];
      await context.sync();
      return both;
    });
    const input = cellOf('input');
    const before = await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem(ENTRY).getRange(input);
      cell.load('values');
      await context.sync();
      return cell.values[0]?.[0] as unknown;
    });
    host.user.type(ENTRY, input, 12.5);
    await settle();
    host.user.typeElsewhere(ENTRY, input, 13);
    await settle();
    expect(heard).toEqual([
      ['entry', input, expect.objectContaining({ valueBefore: before, valueAfter: 12.5 })],
      ['any', input, 'Local'],
      ['entry', input, expect.objectContaining({ valueBefore: 12.5, valueAfter: 13 })],
      ['any', input, 'Remote'],
    ]);

    for (const listener of listeners) {
      await Excel.run(listener.context, async (context) => {
        listener.remove();
        await context.sync();
      });
    }
    expect(host.events.size).toBe(0);
    host.user.type(ENTRY, input, 14);
    await settle();
    expect(heard).toHaveLength(4);
  });

  it('refuses batches while a cell is edited, or keeps them waiting where asked to', async () => {
    const { host, Excel } = await open({ flavour });
    const activeName = async (context: Excel.RequestContext) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('name');
      await context.sync();
      return sheet.name;
    };
    host.beginCellEdit();
    await expect(Excel.run(activeName)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    let done = false;
    const delayed = Excel.run({ delayForCellEdit: true }, activeName).finally(() => (done = true));
    await settle();
    expect([done, host.waiting]).toEqual([false, 1]);
    host.endCellEdit();
    await expect(delayed).resolves.toBe(model.sheets[0]?.name);
  });
});

describe('a protected sheet', () => {
  const write =
    (address: string, change: (range: Excel.Range) => void) => async (context: Excel.RequestContext) => {
      change(context.workbook.worksheets.getItem(ENTRY).getRange(address));
      await context.sync();
    };

  it('takes values in its unlocked cells only', async () => {
    const { Excel } = await open();
    const set = (address: string) => write(address, (range) => (range.values = [[7]]));
    await expect(Excel.run(set(cellOf('header')))).rejects.toMatchObject({ code: 'AccessDenied' });
    await Excel.run(set(cellOf('input')));
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(ENTRY);
      sheet.load('protection/protected');
      const ranges = [sheet.getRange(cellOf('input')), sheet.getRange(cellOf('header'))];
      for (const range of ranges) range.load('values,format/protection/locked');
      await context.sync();
      return [
        sheet.protection.protected,
        ...ranges.map(({ values, format }) => [values[0]?.[0] as unknown, format.protection.locked]),
      ];
    });
    expect(read).toMatchObject([true, [7, false], [expect.any(String), true]]);
  });

  it('lets no cell be painted, unlocked or not', async () => {
    const { host, Excel } = await open();
    const paint = write(cellOf('input'), (range) => (range.format.fill.color = '#FFC7CE'));
    await expect(Excel.run(paint)).rejects.toMatchObject({ code: 'AccessDenied' });
    host.user.protect(ENTRY, false);
    const colorNow = (context: Excel.RequestContext) => {
      const { fill } = context.workbook.worksheets.getItem(ENTRY).getRange(cellOf('input')).format;
      fill.load('color');
      return context.sync().then(() => fill.color);
    };
    expect(await Excel.run(colorNow)).toBe('#FFFDF0');
    await Excel.run(paint);
    expect(await Excel.run(colorNow)).toBe('#FFC7CE');
    await Excel.run(write(cellOf('input'), (range) => range.format.fill.clear()));
    expect(await Excel.run(colorNow)).toBe('#FFFFFF');
  });

  it('keeps the person from typing into a locked cell as well', async () => {
    const { host } = await open();
    expect(() => host.user.type(ENTRY, cellOf('header'), 'x')).toThrow(/locked/u);
  });
});

describe('limits', () => {
  it('a workbook opened for reading takes nothing', async () => {
    const { host, Excel } = await open({ readOnly: true });
    host.user.protect(ENTRY, false);
    const readOnly = await Excel.run(async (context) => {
      context.workbook.load('readOnly');
      await context.sync();
      return context.workbook.readOnly;
    });
    expect(readOnly).toBe(true);
    const write = Excel.run(async (context) => {
      context.workbook.worksheets.getItem(ENTRY).getRange('B2').values = [[1]];
      await context.sync();
    });
    await expect(write).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  const writeLong = (context: Excel.RequestContext) => {
    const rows = Array.from({ length: 6 }, () => ['x'.repeat(1024 * 1024)]);
    context.workbook.worksheets.getItem(ENTRY).getRange('Z101:Z106').values = rows;
    return context.sync();
  };

  it('5 MB a request on the web', async () => {
    const { host, Excel } = await open({ flavour: 'web' });
    host.user.protect(ENTRY, false);
    await expect(Excel.run(writeLong)).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  });

  it('none on the desktop', async () => {
    const { host, Excel } = await open({ flavour: 'desktop' });
    host.user.protect(ENTRY, false);
    await Excel.run(writeLong);
    expect(host.requests[0]?.requestBytes).toBeGreaterThan(6 * 1024 * 1024);
  });

  it('a response over the limit is refused as a whole', async () => {
    const { host, Excel } = await open({ payloadLimit: 20_000 });
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getItem(ENTRY).getUsedRange().load('values,formulas');
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
    expect(host.requests[0]?.error).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('whole columns and ranges of more than 5 million cells read as null', async () => {
    const { Excel } = await open();
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(ENTRY);
      const ranges = ['A:B', 'A1:Z200000', 'A1:A2'].map((address) => sheet.getRange(address));
      for (const range of ranges) range.load('values,address');
      await context.sync();
      return ranges.map(({ values, address }) => [address, values === null]);
    });
    expect(read).toEqual([
      [`'${ENTRY}'!A:B`, true],
      [`'${ENTRY}'!A1:Z200000`, true],
      [`'${ENTRY}'!A1:A2`, false],
    ]);
  });

  it('an array of other dimensions is refused and nothing is written', async () => {
    const { host, Excel } = await open();
    host.user.protect(ENTRY, false);
    const write = Excel.run(async (context) => {
      context.workbook.worksheets.getItem(ENTRY).getRange('Z101:Z102').values = [[1]];
      await context.sync();
    });
    await expect(write).rejects.toMatchObject({ code: 'InvalidArgument' });
    expect(host.workbook.sheet(ENTRY)?.valueOf(101, 26)).toBe('');
  });

  it('large writes, which the library cuts in pieces, arrive whole', async () => {
    const { host, Excel } = await open();
    host.user.protect(ENTRY, false);
    await Excel.run(async (context) => {
      const rows = Array.from({ length: 4_000 }, (_, at) => [at]);
      context.workbook.worksheets.getItem(ENTRY).getRange('Z101:Z4100').values = rows;
      await context.sync();
    });
    expect(host.workbook.sheet(ENTRY)?.valueOf(4_100, 26)).toBe(3_999);
    expect(host.syncs).toBe(1);
  });
});

describe('requirement sets', () => {
  const separator = async (context: Excel.RequestContext) => {
    context.application.load('decimalSeparator');
    await context.sync();
    return context.application.decimalSeparator;
  };

  it('a member newer than this Excel is not found', async () => {
    const { host, Excel } = await open({ apiSet: '1.9' });
    await expect(Excel.run(separator)).rejects.toMatchObject({ code: 'ApiNotFound' });
    expect(host.gaps).toEqual([]);
  });

  it('and is there in a newer one', async () => {
    const { Excel } = await open({ apiSet: '1.11' });
    await expect(Excel.run(separator)).resolves.toBe(',');
  });

  it('events of all sheets need 1.9', async () => {
    const listen = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.onChanged.add(async () => undefined);
      await context.sync();
    };
    await expect((await open({ apiSet: '1.8' })).Excel.run(listen)).rejects.toMatchObject({
      code: 'ApiNotFound',
    });
    await expect((await open({ apiSet: '1.9' })).Excel.run(listen)).resolves.toBeUndefined();
  });
});

describe('what is not imitated', () => {
  it.each<[string, RegExp, (sheet: Excel.Worksheet) => void]>([
    ['a member', /Range\.numberFormat/u, (sheet) => void sheet.getRange('A1').load('numberFormat')],
    ['a method', /Worksheet\.delete/u, (sheet) => sheet.delete()],
    ['a property that cannot be set here', /Worksheet\.name/u, (sheet) => (sheet.name = 'x')],
    ['writing a formula', /does not calculate/u, (sheet) => (sheet.getRange('Z9').formulas = [['=1+1']])],
    [
      'a text Excel would take for a date',
      /1\/2\/2023/u,
      (sheet) => (sheet.getRange('Z9').values = [['1/2/2023']]),
    ],
  ])('%s is reported outside of the code under test, whatever that catches', async (_, message, use) => {
    const reported: HostGap[] = [];
    const { host, Excel } = await open({ onGap: (gap) => reported.push(gap) });
    host.user.protect(ENTRY, false);
    const swallowed = await Excel.run(async (context) => {
      use(context.workbook.worksheets.getItem(ENTRY));
      await context.sync();
    }).catch(() => 'swallowed');
    expect(swallowed).toBe('swallowed');
    expect(reported.map((gap) => gap.message)).toEqual([expect.stringMatching(message)]);
    expect(host.gaps).toEqual(reported);
  });

  it('fails the test run where nobody listens', async () => {
    const { Excel } = await open();
    const thrown = new Promise((resolve) => {
      // Stands in for the test runner, which would fail the run.
      const others = process.listeners('uncaughtException');
      process.removeAllListeners('uncaughtException');
      process.once('uncaughtException', (error) => {
        for (const other of others) process.on('uncaughtException', other);
        resolve(error);
      });
    });
    const used = Excel.run(async (context) => {
      context.workbook.worksheets.add('x');
      await context.sync();
    });
    await expect(used).rejects.toMatchObject({ code: 'GeneralException' });
    await expect(thrown).resolves.toMatchObject({ name: 'HostGap' });
  });
});

describe('other members', () => {
  it('a sheet that is not there is a null object', async () => {
    const { Excel } = await open();
    const missing = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Không có');
      sheet.load('name');
      await context.sync();
      return sheet.isNullObject;
    });
    expect(missing).toBe(true);
  });

  it('selecting a cell brings its sheet to the front', async () => {
    const { host, Excel } = await open();
    const selected = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(ENTRY).getRange(cellOf('input')).select();
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(selected).toBe(`'${ENTRY}'!${cellOf('input')}`);
    expect(host.workbook.active.name).toBe(ENTRY);
  });

  it('a hidden sheet cannot be shown', async () => {
    const { Excel } = await open();
    const show = Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheetNames.meta).activate();
      await context.sync();
    });
    await expect(show).rejects.toMatchObject({ code: 'InvalidOperation' });
  });

  it('settings are kept in the workbook', async () => {
    const { host, Excel } = await open();
    await Excel.run(async (context) => {
      context.workbook.settings.add('ngôn ngữ', { code: 'vi' });
      await context.sync();
    });
    expect([...host.workbook.settings]).toEqual([['ngôn ngữ', { code: 'vi' }]]);
    const value = await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject('ngôn ngữ');
      setting.load('value');
      await context.sync();
      return setting.value as unknown;
    });
    expect(value).toEqual({ code: 'vi' });
  });

  it('a property is not read before it is loaded', async () => {
    const { Excel } = await open();
    const read = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(ENTRY).getRange('A1');
      await context.sync();
      return range.values;
    });
    await expect(read).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  it('hidden key columns are told', async () => {
    const { Excel } = await open();
    const hidden = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(ENTRY);
      const ranges = ['A1', 'B2', 'A1:B2'].map((address) => sheet.getRange(address));
      for (const range of ranges) range.load('columnHidden');
      await context.sync();
      return ranges.map(({ columnHidden }) => columnHidden);
    });
    const first = model.sheets.find(({ name }) => name === ENTRY)?.columns;
    expect(hidden).toEqual([first?.[0]?.hidden ?? false, first?.[1]?.hidden ?? false, null]);
    expect(hidden[0]).toBe(true);
  });
});
