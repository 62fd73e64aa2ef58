import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { cellAddress, columnLetters } from '../../core/sheet/address.ts';
import { CHECK_MARK_PREFIX, sheetNames } from '../../core/workbook/contract.ts';
import type { PlacedMark } from '../../addin/pane/workbench.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { contentOf, differences, openBench, settle, swapRows } from './excel-for-tests.ts';
import { columnOf, inputCells, sampleModel, type InputCell } from './wrong-workbook.ts';

const ENTRY = sheetNames.entry;
let model: WorkbookModel;
let bytes: Uint8Array;
let first: InputCell;
let other: InputCell;
let reasonColumn: number;
let markColumn: number;
beforeAll(async () => {
  model = await sampleModel('lai-chau-2021', 'VN12.106');
  bytes = await serialize(model);
  const cells = inputCells(model);
  const found = cells.find(({ row }) => row !== cells[0]?.row);
  if (!cells[0] || !found) throw new Error('The form has too few rows.');
  [first, other] = [cells[0], found];
  reasonColumn = columnOf(model, 'reason');
  markColumn = columnOf(model, 'mark');
});
afterEach(() => vi.unstubAllGlobals());

const at = (row: number, column: number) => `${ENTRY}!${row}:${column}`;
const reason = (text: string, seen = '') => ({ key: first.key, period: first.period, text, seen });

async function opened(options: Parameters<typeof openBench>[1] = {}) {
  const { host, bench } = await openBench(bytes, options);
  const entry = host.workbook.sheet(ENTRY);
  if (!entry) throw new Error(`The workbook has no sheet ${ENTRY}.`);
  return { host, bench, entry };
}

describe('a reason', () => {
  it('goes into the reason cell of its row, and nowhere else', async () => {
    const { host, bench } = await opened();
    await bench.read();
    const before = contentOf(host);
    const syncs = host.syncs;
    await bench.writeReason(reason('Đã rà soát với xã'));
    expect(differences(before, contentOf(host))).toEqual({
      [at(first.row, reasonColumn)]: 'Đã rà soát với xã',
    });
    expect(host.syncs - syncs).toBe(3);
    const { report } = checkWorkbook(await bench.read(), { has: 'cells' });
    for (const { key, severity, explanation } of report.findings) {
      if (severity === 'warning' && key === first.key) expect(explanation).toBe('Đã rà soát với xã');
    }
  });

  it('is found by its key after rows were sorted', async () => {
    const { host, bench, entry } = await opened();
    await bench.read();
    swapRows(entry, first.row, other.row);
    const before = contentOf(host);
    await bench.writeReason(reason('Sau khi sắp xếp'));
    expect(differences(before, contentOf(host))).toEqual({
      [at(other.row, reasonColumn)]: 'Sau khi sắp xếp',
    });
  });

  it.each(['=1+1', '3/4', 'true', '12,5 %', "'trích", '-', 'May 2023', '+84'])(
    'stays the text that was typed: %s',
    async (text) => {
      const { host, bench } = await opened();
      await bench.read();
      await bench.writeReason(reason(text));
      expect(contentOf(host).get(at(first.row, reasonColumn))).toBe(text);
    },
  );

  it('may be changed and taken back without a check in between', async () => {
    const { host, bench } = await opened();
    await bench.read();
    const before = contentOf(host);
    await bench.writeReason(reason('một'));
    await bench.writeReason(reason('hai', 'một'));
    await bench.writeReason(reason('', 'hai'));
    expect(differences(before, contentOf(host))).toEqual({});
  });

  it('does not overwrite what a co-author wrote and the officer has not seen', async () => {
    const { host, bench } = await opened();
    await bench.read();
    const address = cellAddress(first.row, reasonColumn);
    host.user.typeElsewhere(ENTRY, address, 'của đồng nghiệp');
    await expect(bench.writeReason(reason('của tôi'))).rejects.toMatchObject({
      code: 'no-access',
      text: { vi: expect.stringContaining(address) as string },
    });
    expect(contentOf(host).get(at(first.row, reasonColumn))).toBe('của đồng nghiệp');
    // Reading alone, as for an exchange file, shows nobody anything.
    await bench.read();
    await expect(bench.writeReason(reason('của tôi'))).rejects.toMatchObject({ code: 'no-access' });
    await bench.writeReason(reason('của tôi', 'của đồng nghiệp'));
    expect(contentOf(host).get(at(first.row, reasonColumn))).toBe('của tôi');
  });

  it('is refused where the cell is locked, gone, or the workbook only readable', async () => {
    const { host, bench, entry } = await opened();
    await bench.read();
    const before = contentOf(host);
    await expect(bench.writeReason({ ...reason('x'), key: 'no-such|_T' })).rejects.toMatchObject({
      code: 'no-reason-cell',
    });
    entry.setLook(first.row, reasonColumn, { locked: true, fill: null });
    await expect(bench.writeReason(reason('x'))).rejects.toMatchObject({ code: 'no-access' });
    expect(contentOf(host)).toEqual(before);
    expect(entry.protection.on).toBe(true);

    const readOnly = await opened({ readOnly: true });
    await readOnly.bench.read();
    await expect(readOnly.bench.writeReason(reason('x'))).rejects.toMatchObject({ code: 'no-access' });
  });
});

describe('marks', () => {
  const mark = ({ key, address }: InputCell, more: Partial<PlacedMark> = {}): PlacedMark => ({
    ...{ sheet: ENTRY, cell: address, key, severity: 'error', text: 'Số ngoài khoảng: sửa lại.' },
    ...more,
  });

  it('stand in the mark cell of the row, say the worst, and go without a trace', async () => {
    const { host, bench } = await opened();
    const before = contentOf(host);
    const outcome = await bench.markFindings([
      mark(first),
      mark(other, { severity: 'warning', text: 'Tăng bất thường '.repeat(20) }),
      mark(first, { severity: 'warning' }),
      mark(other, { severity: 'note' }),
      mark(first, { key: null, cell: 'A1' }),
      mark(first, { sheet: sheetNames.cover }),
    ]);
    expect(outcome).toEqual({ marked: 3, cells: 2, kept: 0, unmarked: 2 });
    const marked = differences(before, contentOf(host));
    expect(Object.keys(marked)).toEqual([at(first.row, markColumn), at(other.row, markColumn)]);
    const [one, two] = Object.values(marked).map(String);
    expect(one).toBe('[Chỉ Tiêu] Lỗi: Số ngoài khoảng: sửa lại. (+1)');
    expect(two).toMatch(/^\[Chỉ Tiêu\] Cảnh báo: Tăng bất thường .*…$/u);
    expect(two?.length).toBeLessThanOrEqual(100);

    expect(await bench.clearMarks()).toBe(2);
    expect(differences(before, contentOf(host))).toEqual({});
  });

  it('are replaced by the next marking, and written once', async () => {
    const { host, bench } = await opened();
    await bench.markFindings([mark(first), mark(other)]);
    const before = contentOf(host);
    const writes = () => host.requests.flatMap(({ uses }) => uses.filter((name) => name === 'Values')).length;
    const written = writes();
    expect(await bench.markFindings([mark(first)])).toEqual({
      marked: 1,
      cells: 1,
      kept: 0,
      unmarked: 0,
    });
    expect(writes() - written).toBe(1);
    expect(differences(before, contentOf(host))).toEqual({ [at(other.row, markColumn)]: '' });
  });

  it("leave an officer's own mark alone, and say so", async () => {
    const { host, bench } = await opened();
    host.user.type(ENTRY, `${columnLetters(markColumn)}${first.row}`, 'xem lại');
    const before = contentOf(host);
    expect(await bench.markFindings([mark(first), mark(other)])).toEqual({
      marked: 1,
      cells: 1,
      kept: 1,
      unmarked: 0,
    });
    expect(await bench.clearMarks()).toBe(1);
    expect(contentOf(host)).toEqual(before);
  });

  it('find their rows after sorting, and pass over locked cells', async () => {
    const { host, bench, entry } = await opened();
    await bench.markFindings([mark(first)]);
    swapRows(entry, first.row, other.row);
    const texts = () => [first, other].map(({ row }) => String(entry.valueOf(row, markColumn)));
    await bench.markFindings([mark(first, { text: 'sau khi sắp xếp' })]);
    expect(texts()).toEqual(['', `${CHECK_MARK_PREFIX}Lỗi: sau khi sắp xếp`]);
    entry.setLook(first.row, markColumn, { locked: true, fill: null });
    const outcome = await bench.markFindings([mark(first), mark(other)]);
    expect(outcome).toEqual({ marked: 1, cells: 1, kept: 0, unmarked: 1 });
    expect(texts()[0]).toBe('');
    expect(host.gaps).toEqual([]);
  });

  it('of the pane say how many findings stand in how many cells, and which could not be placed', async () => {
    const { bench } = await opened();
    const said = { marked: 3, cells: 2, kept: 0, unmarked: 1 };
    const wanted = [mark(first), mark(first), mark(other), mark(first, { key: null, cell: 'A1' })];
    expect(await bench.marks.mark(wanted)).toEqual(said);
    // The same again writes nothing, and says the same.
    expect(await bench.marks.mark(wanted)).toEqual(said);
    await bench.marks.clear();
    expect(await bench.clearMarks()).toBe(0);
  });
});

describe('changes', () => {
  it('by people make a result old, writing of our own does not', async () => {
    const { host, bench } = await opened();
    const heard: boolean[] = [];
    let stale = 0;
    const stop = [bench.onStale(() => (stale += 1)), bench.onChange(({ isLocal }) => heard.push(isLocal))];
    await settle();
    await bench.read();
    await bench.writeReason(reason('lý do'));
    await bench.markFindings([]);
    await settle();
    expect([stale, heard]).toEqual([0, []]);

    host.user.type(ENTRY, first.address, 5);
    host.user.typeElsewhere(ENTRY, cellAddress(first.row, reasonColumn), 'của người khác');
    await settle();
    expect([stale, heard]).toEqual([2, [true, false]]);

    for (const one of stop) one();
    await expect.poll(() => host.events.size).toBe(0);
    host.user.type(ENTRY, first.address, 6);
    await settle();
    expect(stale).toBe(2);
  });
});

it('a page that goes away stops listening', async () => {
  const { host, bench, page } = await openBench(bytes);
  bench.onStale(() => undefined);
  await expect.poll(() => host.events.size).toBe(1);
  page.dispatchEvent(new Event('pagehide'));
  await expect.poll(() => host.events.size).toBe(0);
});

describe('going to a cell', () => {
  it('shows its sheet and selects it', async () => {
    const { host, bench } = await opened();
    await bench.select({ sheet: ENTRY, cell: other.address });
    expect(host.workbook.active.name).toBe(ENTRY);
    expect(await bench.selection()).toEqual({ sheet: ENTRY, row: other.row, column: other.column });
    await bench.select({ sheet: sheetNames.cover });
    expect(host.workbook.active.name).toBe(sheetNames.cover);
  });

  it('says what keeps it from being shown', async () => {
    const { bench } = await opened();
    await expect(bench.select({ sheet: sheetNames.meta, cell: 'B2' })).rejects.toMatchObject({
      code: 'no-such-cell',
      text: { vi: expect.stringContaining('đang bị ẩn') as string },
    });
    await expect(bench.select({ sheet: 'Không có', cell: 'B2' })).rejects.toMatchObject({
      code: 'no-such-cell',
    });
  });
});
