import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileBench } from '../../../addin/page/file-bench.ts';
import { fileLines } from '../../../addin/page/file-lines.ts';
import { OpenFiles } from '../../../addin/page/open-files.ts';
import { vi } from '../../../addin/page/texts/vi.ts';
import { reasonCell, standingReasons } from '../../../addin/pane/reason-cell.ts';
import { wordingOf } from '../../../addin/pane/texts/wording.ts';
import type { Reason } from '../../../addin/pane/workbench.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { writeTexts } from '../../../formats/xlsx/write-texts.ts';
import { seedModel } from '../../core/check/structure/models.ts';

/** What becomes of typed reasons when another file is opened, without any page. */
let own: Uint8Array;
let other: Uint8Array;
/** The row that reasons are typed for, and where its reason stands. */
let key: string;
let withReason: (text: string) => Promise<Uint8Array>;

beforeAll(async () => {
  const district = async (unit: string) => serialize((await seedModel('lai-chau-2021', unit)).model);
  [own, other] = [await district('VN12.106'), await district('VN12.107')];
  const { sheets } = await readFacts(own);
  [key = ''] = standingReasons(sheets).keys();
  const cell = reasonCell(sheets, key);
  if (!cell) throw new Error('the form has no reason cell');
  withReason = async (text) =>
    (await writeTexts(own, [{ sheet: cell.sheet, address: cell.address, text }], [])).bytes;
});

let files: OpenFiles;
let shown: { bench: FileBench; drafts: readonly Reason[] }[];
let unwritten: readonly Reason[];
let questions: number;
let chosen: number;

beforeEach(() => {
  [shown, unwritten, questions, chosen] = [[], [], 0, 0];
  files = new OpenFiles({
    drawHead: () => undefined,
    painted: () => Promise.resolve(),
    showPane(bench, drafts) {
      shown.push({ bench, drafts });
      unwritten = drafts;
      return { unwritten: () => unwritten };
    },
    focusQuestion: () => void (questions += 1),
  });
});

const file = (bytes: Uint8Array, name = 'so.xlsx') => new File([new Uint8Array(bytes)], name);
const reason = (text: string, seen = ''): Reason => ({ key, period: '2023', text, seen });
const lines = () => fileLines(files, vi, wordingOf('vi'), () => void (chosen += 1));
const said = () => lines().map(({ text }) => text);
const press = (label: string) =>
  lines()
    .flatMap(({ actions }) => actions)
    .find((action) => action.label === label)
    ?.act();

describe('a file', () => {
  it('is shown once it was read, with nothing said of it', async () => {
    const opening = files.request([file(own)]);
    expect(files.opening?.name).toBe('so.xlsx');
    await opening;
    expect(files.open?.file.name).toBe('so.xlsx');
    expect(files.opening).toBeNull();
    expect(lines()).toEqual([]);
  });

  it('that cannot be read leaves the one before on the screen, and is named until that is read again', async () => {
    await files.request([file(own)]);
    await files.request([file(new TextEncoder().encode('a,b\n1,2\n'), 'bang.xlsx')]);
    expect(lines()[0]).toMatchObject({ intent: 'error', title: vi.notOpened('bang.xlsx') });
    expect(files.open?.file.name).toBe('so.xlsx');
    await shown[0]?.bench.read();
    expect(lines()).toEqual([]);
  });

  it('is one: several are refused', async () => {
    await files.request([file(own, 'một.xlsx'), file(other, 'hai.xlsx')]);
    expect(files.open).toBeNull();
    expect(lines()[0]).toMatchObject({ title: vi.notOpened('một.xlsx, hai.xlsx'), text: vi.onlyOne });
    press('Đóng');
    expect(lines()).toEqual([]);
  });

  it('chosen later goes before one that is still being read', async () => {
    await Promise.all([files.request([file(other)]), files.request([file(own, 'sau.xlsx')])]);
    expect(shown).toHaveLength(1);
    expect(files.open?.file.name).toBe('sau.xlsx');
  });
});

describe('reasons typed for a return', () => {
  it('go along into another file of it, written ones as written, typed ones as drafts', async () => {
    await files.request([file(own)]);
    await shown[0]?.bench.writeReason(reason('đã ghi'));
    unwritten = [{ ...reason('đang gõ'), key: 'khác|_T' }];
    await files.request([file(own, 'sau.xlsx')]);
    expect(shown[1]?.bench.reasons).toMatchObject([{ key, text: 'đã ghi' }]);
    expect(shown[1]?.drafts).toEqual(unwritten);
    expect(said()).toEqual([`${vi.carriedReasons('1')} ${vi.carriedDrafts('1')}`]);
    // Once none of it could be lost any more, nothing is said of it.
    unwritten = [];
    await shown[1]?.bench.writeReason(reason('', 'đã ghi'));
    await shown[1]?.bench.read();
    expect(said()).toEqual([]);
  });

  it('become drafts where the other file says something nobody has seen', async () => {
    await files.request([file(own)]);
    await shown[0]?.bench.writeReason(reason('đã ghi'));
    await files.request([file(await withReason('của đồng nghiệp'))]);
    expect(shown[1]?.drafts).toEqual([reason('đã ghi')]);
    expect(said()).toEqual([`${vi.carriedDrafts('1')} ${vi.displacedReasons('1')}`]);
  });

  it('keep a file of another return waiting until they are given up', async () => {
    await files.request([file(own)]);
    await shown[0]?.bench.writeReason(reason('đã ghi'));
    unwritten = [reason('đang gõ', 'đã ghi')];
    await files.request([file(other, 'khác.xlsx')]);
    expect(shown).toHaveLength(1);
    expect(lines()[0]).toMatchObject({ isUrgent: true, title: 'khác.xlsx' });
    expect(said()).toEqual([`${vi.unsavedReasons('1')} ${vi.unwrittenReasons('1')} ${vi.lostByOpening}`]);
    press(vi.keep);
    expect(lines()).toEqual([]);
    expect(files.lost).toEqual({ unsaved: 1, unwritten: 1 });

    // What was typed since the question is asked about anew.
    await files.request([file(other, 'khác.xlsx')]);
    unwritten = [reason('gõ thêm', 'đã ghi')];
    press(vi.discard);
    expect(questions).toBe(1);
    expect(shown).toHaveLength(1);
    press(vi.discard);
    expect(files.open?.file.name).toBe('khác.xlsx');
    expect(shown[1]?.drafts).toEqual([]);
    expect(lines()).toEqual([]);
  });

  it('keep nothing waiting once they are saved', async () => {
    await files.request([file(own)]);
    unwritten = [reason('đang gõ')];
    await files.request([file(other, 'khác.xlsx')]);
    unwritten = [];
    await shown[0]?.bench.read();
    expect(lines()[0]?.actions.map(({ label }) => label)).toEqual([vi.keep, vi.openOther]);
    press(vi.openOther);
    expect(questions).toBe(0);
    expect(files.open?.file.name).toBe('khác.xlsx');
  });
});

it('a file that has changed on the disk is to be chosen again', async () => {
  const chosenFile = file(own);
  await files.request([chosenFile]);
  // Browsers refuse a file that was changed since it was chosen.
  chosenFile.slice = () =>
    ({ arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')) }) as Blob;
  await files.look();
  expect(files.isOutdated).toBe(true);
  expect(said()).toEqual([vi.outdated]);
  press(vi.reopen);
  expect(chosen).toBe(1);
});
