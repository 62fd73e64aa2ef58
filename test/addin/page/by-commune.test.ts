import { beforeAll, beforeEach, expect, it } from 'vitest';
import { writeReason } from '../../../addin/pane/actions/write-reason.ts';
import { figureOf } from '../../../addin/pane/reason-cell.ts';
import { PaneSession } from '../../../addin/pane/session.ts';
import { wordingOf } from '../../../addin/pane/texts/wording.ts';
import { findingsView, type FindingItem } from '../../../addin/pane/view/findings-view.ts';
import { FileBench } from '../../../addin/page/file-bench.ts';
import { keyOfEntry, keyedCells } from '../../../core/returned/keyed-cells.ts';
import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import { unitKey } from '../../../core/workbook/contract.ts';
import { noView } from '../pane/fake-bench.ts';
import { departmentWorkbook, type DepartmentWorkbook } from './department-workbook.ts';

const wording = wordingOf('vi');
let workbook: DepartmentWorkbook;
let session: PaneSession;

beforeAll(async () => {
  workbook = await departmentWorkbook();
});
beforeEach(async () => {
  session = new PaneSession(
    new FileBench(new File([new Uint8Array(workbook.bytes)], workbook.name)),
    noView(),
    {
      wording,
    },
  );
  await session.check();
});

function items(code: string): readonly FindingItem[] {
  if (session.checked === null) throw new Error('nothing was checked');
  const { groups } = findingsView(session.checked, { filter: 'all', query: '' }, wording);
  return groups.find((group) => group.code === code)?.items ?? [];
}

const of = (code: string, commune: string) =>
  items(code).find(({ key }) => key?.startsWith(unitKey(commune)));

/** What is entered, by its keys. */
const entries = ({ sheets }: WorkbookFacts) =>
  new Map((keyedCells(sheets) ?? []).map((cell) => [keyOfEntry(cell), cell.value]));

const changed = (before: WorkbookFacts, after: WorkbookFacts) => {
  const was = entries(before);
  return Object.fromEntries([...entries(after)].filter(([key, value]) => was.get(key) !== value));
};

it('a warning of a commune is explained in the row of the commune', async () => {
  const before = await session.read();
  const item = of('figure-sign-without-reason', workbook.signed);
  expect(item?.reason).toEqual({ key: unitKey(workbook.signed), period: '2026', text: '' });
  await writeReason(session, {
    key: unitKey(workbook.signed),
    period: '2026',
    text: 'Chờ trạm y tế',
    seen: '',
  });
  expect(session.notice?.intent).toBe('success');
  expect(of('figure-sign-without-reason', workbook.signed)).toBeUndefined();
  const after = await session.read();
  expect(changed(before, after)).toEqual({
    [`${unitKey(workbook.signed)}|2026|preliminary|reason`]: 'Chờ trạm y tế',
  });
});

it('the figure of a commune is corrected in its cell, and called by the names of both', async () => {
  const before = await session.read();
  const item = of('figure-impossible', workbook.impossible);
  const key = item?.figure?.key ?? '';
  const row = `${unitKey(workbook.impossible)}|doctors|_T`;
  expect(figureOf(key)).toEqual({ row, period: '2026' });
  expect(session.rowLabel(key)).toMatch(/^Số bác sĩ \(.+\) \(năm 2026\)$/u);
  await writeReason(session, { key, period: '2026', text: '3', seen: '-3' });
  expect(session.notice?.intent).toBe('success');
  expect(items('figure-impossible')).toEqual([]);
  expect(changed(before, await session.read())).toEqual({ [`${row}|2026|preliminary|value`]: 3 });
});

it('what the communes come to is explained beside the figure of the province, or the figure corrected', async () => {
  const [sum] = items('form-communes-sum-differs');
  expect(sum?.figure?.key).toBe(`value:${sum?.key}|2026|preliminary`);
  expect(sum?.reason).toEqual({ key: sum?.key, period: '2026', text: '' });
  await writeReason(session, {
    key: sum?.key ?? '',
    period: '2026',
    text: 'Bệnh viện tỉnh không thuộc xã nào',
    seen: '',
  });
  const after = items('form-communes-sum-differs').find(({ key }) => key === sum?.key);
  expect(after?.isExplained).toBe(true);
});

it('no warning about figures is left without a box for its reason, whose cell is there', () => {
  if (session.checked === null) throw new Error('nothing was checked');
  const { groups } = findingsView(session.checked, { filter: 'warning', query: '' }, wording);
  const warned = groups.flatMap((group) => group.items).filter(({ key }) => key !== null);
  expect(warned.length).toBeGreaterThan(8);
  const without = warned.filter(({ reason }) => reason === null || !session.standing.has(reason.key));
  expect(without.map(({ message }) => message)).toEqual([]);
});
