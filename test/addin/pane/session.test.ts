import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { benchProblem } from '../../../addin/pane/bench-problem.ts';
import { exportFiles } from '../../../addin/pane/actions/export-files.ts';
import { clearMarks, markFindings } from '../../../addin/pane/actions/marks.ts';
import { saveCopy } from '../../../addin/pane/actions/save-copy.ts';
import { writeReason } from '../../../addin/pane/actions/write-reason.ts';
import { noticeLines } from '../../../addin/pane/notice-lines.ts';
import { standingReasons } from '../../../addin/pane/reason-cell.ts';
import { PaneSession } from '../../../addin/pane/session.ts';
import { wordingOf } from '../../../addin/pane/texts/wording.ts';
import { rowsToExplain } from '../../../addin/pane/view/findings-view.ts';
import type { Reason } from '../../../addin/pane/workbench.ts';
import { isEntrySheet } from '../../../core/check/first-result.ts';
import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import { factsOf } from '../../core/check/structure/facts-of.ts';
import { seedModel } from '../../core/check/structure/models.ts';
import { swappedRows } from './swapped-rows.ts';
import { fakeBench, noView, withReason, type FakeBench } from './fake-bench.ts';

/** The session and what is done with it, without any page. */
let facts: WorkbookFacts;
/** A row with a warning that a reason explains, and one without. */
let warned: string;
let quiet: string;
let bench: FakeBench;
let view: ReturnType<typeof noView>;
let session: PaneSession;

const plain = { withMarks: false, profile: 'machine' } as const;
const text = 'Rà soát lại';

beforeAll(async () => {
  facts = factsOf((await seedModel('lai-chau-2021', 'VN12.106')).model);
});
beforeEach(() => start('marks'));

function start(kind: 'marks' | 'copies', drafts: readonly Reason[] = []): void {
  bench = fakeBench(facts, kind);
  view = noView();
  session = new PaneSession(bench, view, { wording: wordingOf('vi'), drafts });
}

async function checked(): Promise<void> {
  await session.check();
  if (session.checked === null) throw new Error('nothing was checked');
  const rows = rowsToExplain(session.checked.report);
  const [first] = rows;
  const other = [...session.standing.keys()].find((key) => !rows.has(key));
  if (first === undefined || other === undefined) throw new Error('the sample has no warning');
  [warned, quiet] = [first, other];
}

const row = (key: string): Reason => ({ key, period: '2023', text, seen: '' });
const said = () => noticeLines(session, plain).map((line) => line.text);
const press = (label: string) => {
  const actions = noticeLines(session, plain).flatMap((line) => line.actions);
  const found = actions.find((action) => action.label === label);
  if (!found) throw new Error(`nothing says ${label}, but ${actions.map((one) => one.label).join(', ')}`);
  found.act();
  return settled();
};
/** Waits until whatever was pressed is done. */
async function settled(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve));
  while (session.busy !== null);
}
const standing = (key: string) => standingReasons(bench.facts.sheets).get(key);

describe('a session', () => {
  it('reads, checks and shows what it found', async () => {
    await checked();
    expect(bench.calls).toEqual(['read']);
    expect(view.lists).toBe(1);
    expect(session.busy).toBeNull();
    expect(said()).toEqual([]);
    expect(session.rowLabel(warned)).not.toBe(warned);
  });

  it('shows what is known of the figures before the other sheets have come, and once only', async () => {
    const seen: (number | null)[] = [];
    view.painted = () => {
      seen.push(session.first?.progress.done ?? null);
      return Promise.resolve();
    };
    bench.early = isEntrySheet;
    await checked();
    expect(session.checked?.progress.done).toBeGreaterThan(0);
    expect(seen).toEqual([session.checked?.progress.done]);
    expect(session.first).toBeNull();
    expect(view.lists).toBe(1);
    await session.check();
    expect(seen).toHaveLength(1);
  });

  it('has no first result of sheets that say nothing, nor after a reading that failed', async () => {
    bench.early = () => false;
    bench.problem = 'no-answer';
    await session.check();
    expect(session.first).toBeNull();
    bench.problem = null;
    await checked();
    expect(session.checked?.report.findings.length).toBeGreaterThan(0);
  });

  it('runs one step after the other, whatever is pressed meanwhile', async () => {
    await checked();
    const steps = [session.check(), writeReason(session, row(warned)), clearMarks(session)];
    expect(bench.calls).toEqual(['read']);
    await Promise.all(steps);
    expect(bench.calls).toEqual(['read', 'read', `write ${text} over `, 'read', 'clear']);
  });

  it('is stale after a change, also one made while it reads, until it has read again', async () => {
    bench.duringRead = () => bench.stale();
    await checked();
    expect(session.isStale).toBe(true);
    bench.duringRead = () => undefined;
    await press('Kiểm tra lại');
    expect(session.isStale).toBe(false);
    session.close();
    expect(bench.isClosed).toBe(true);
  });

  it('tells what went wrong, keeps what it knew, and forgets the problem with the next step', async () => {
    await checked();
    bench.problem = 'cell-edit';
    await session.check();
    expect(said().join()).toContain('gõ dở trong một ô');
    expect(session.checked).not.toBeNull();
    bench.problem = null;
    await session.check();
    expect(said()).toEqual([]);
  });

  it('has nothing to say of a workbook of somebody else', async () => {
    await checked();
    bench.facts = { ...facts, sheets: facts.sheets.slice(0, 1).map((sheet) => ({ ...sheet, cells: [] })) };
    await session.check();
    expect(session.isForeign).toBe(true);
    expect(session.checked).toBeNull();
    expect(said().join()).toContain('không phải sổ Chỉ Tiêu');
  });
});

describe('a reason', () => {
  it('stands in the workbook once it is written, and is no draft any more', async () => {
    await checked();
    session.drafts.type(row(warned), text, '');
    await writeReason(session, row(warned));
    expect(standing(warned)).toBe(text);
    expect(session.standing.get(warned)).toBe(text);
    expect(session.drafts.unwritten).toEqual([]);
    expect(said()).toEqual(['Đã ghi lý do.']);
    await writeReason(session, { ...row(warned), text: '', seen: text });
    expect(standing(warned)).toBe('');
    expect(said()).toEqual(['Đã xóa lý do.']);
  });

  it('is written once though its button was pressed twice', async () => {
    await checked();
    await Promise.all([writeReason(session, row(warned)), writeReason(session, row(warned))]);
    expect(bench.calls.filter((call) => call.startsWith('write'))).toEqual([`write ${text} over `]);
    // What was typed on meanwhile is written over what was written here, not over a stranger's.
    await Promise.all([
      writeReason(session, { ...row(warned), text: 'hai', seen: text }),
      writeReason(session, { ...row(warned), text: 'ba', seen: text }),
    ]);
    expect(bench.calls.filter((call) => call.startsWith('write')).slice(1)).toEqual([
      `write hai over ${text}`,
      'write ba over hai',
    ]);
  });

  it('stays a draft where it could not be written', async () => {
    await checked();
    session.drafts.type(row(warned), text, '');
    bench.problem = 'no-access';
    await writeReason(session, row(warned));
    expect(session.drafts.unwritten).toEqual([row(warned)]);
    expect(said().join()).toContain('Không ghi được');
  });

  it('that lost its place comes back as a draft, and not over one that is being typed', async () => {
    await checked();
    session.drafts.type(row(warned), 'đang gõ', '');
    bench.lost = [row(warned), row(quiet)];
    await session.check();
    expect(session.drafts.unwritten.map((draft) => draft.text)).toEqual(['đang gõ', text]);
  });

  it('typed before goes along, until the workbook itself says it', async () => {
    const [key = ''] = standingReasons(facts.sheets).keys();
    start('marks', [row(key)]);
    await session.check();
    expect(session.drafts.unwritten).toHaveLength(1);
    bench.facts = withReason(facts, key, text);
    await session.check();
    expect(session.drafts.unwritten).toEqual([]);
  });
});

describe('a draft nobody would find', () => {
  beforeEach(async () => {
    await checked();
    session.drafts.type(row(warned), 'có cảnh báo', '');
    session.drafts.type(row(quiet), text, '');
  });

  it('is named, can be written, and is given up only on its button', async () => {
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain(`"${text}"`);
    await session.check();
    expect(session.drafts.unwritten).toHaveLength(2);
    await press('Ghi lý do');
    expect(standing(quiet)).toBe(text);
    expect(session.drafts.unwritten.map(({ key }) => key)).toEqual([warned]);
    session.drafts.type(row(quiet), 'khác', text);
    await press('Bỏ nội dung đã gõ');
    expect(session.drafts.unwritten.map(({ key }) => key)).toEqual([warned]);
    expect(standing(quiet)).toBe(text);
  });

  it('shows what it would replace', async () => {
    bench.facts = withReason(facts, quiet, 'của đồng nghiệp');
    await session.check();
    expect(said()[0]).toContain('Trong sổ hiện ghi: "của đồng nghiệp".');
    await press('Thay bằng lý do của tôi');
    expect(bench.calls).toContain(`write ${text} over của đồng nghiệp`);
  });
});

describe('files made while reasons are typed', () => {
  it.each([
    ['exchange files', 'marks', () => exportFiles(session, plain), 'export'],
    ['a copy', 'copies', () => saveCopy(session, plain), 'save'],
  ] as const)('%s: the officer is asked first', async (_, kind, make, call) => {
    start(kind);
    await checked();
    session.drafts.type(row(warned), text, '');
    await make();
    expect(view.questions).toBe(1);
    expect(bench.calls).not.toContain(call);
    expect(session.busy).toBeNull();

    // Not now: nothing happens, nothing is lost.
    await press('Chưa lưu');
    expect(said()).toEqual([]);
    expect(session.drafts.unwritten).toHaveLength(1);

    // Without them, as far as they were asked about.
    await make();
    const question = noticeLines(session, plain)[0]?.actions ?? [];
    session.drafts.type(row(quiet), 'gõ sau câu hỏi', '');
    question.find(({ label }) => label === 'Lưu không kèm')?.act();
    await settled();
    expect(view.questions).toBe(3);
    expect(bench.calls).not.toContain(call);
    await press('Lưu không kèm');
    expect(bench.calls.filter((one) => one === call)).toHaveLength(1);
    expect(session.drafts.unwritten).toHaveLength(2);

    // Written first.
    await make();
    await press('Ghi rồi lưu');
    expect([standing(warned), standing(quiet)]).toEqual([text, 'gõ sau câu hỏi']);
    expect(bench.calls.at(-1)).toBe(call);
    expect(session.drafts.unwritten).toEqual([]);
  });

  it('are not made where a reason could not be written; the others stand', async () => {
    await checked();
    session.drafts.type(row(warned), text, '');
    session.drafts.type(row(quiet), text, '');
    await exportFiles(session, plain);
    const writing = bench.writeReason.bind(bench);
    bench.writeReason = (reason) =>
      reason.key === quiet ? Promise.reject(benchProblem('no-access')) : writing(reason);
    await press('Ghi rồi lưu');
    expect(bench.calls).not.toContain('export');
    expect(session.drafts.unwritten.map(({ key }) => key)).toEqual([quiet]);
    expect(session.standing.get(warned)).toBe(text);
    expect(said()[0]).toContain('Không ghi được');
  });
});

describe('files', () => {
  it('hold what stands in the workbook now, and are named', async () => {
    await checked();
    await exportFiles(session, plain);
    expect(bench.calls).toEqual(['read', 'read', 'export']);
    expect(bench.files.length).toBeGreaterThan(1);
    for (const { name } of bench.files) expect(said()[0]).toContain(name);
  });

  it('are not made of figures under a wrong name, unless the officer was told of just these', async () => {
    await checked();
    bench.facts = swappedRows(facts);
    await exportFiles(session, plain);
    expect(said()[0]).toContain('Chưa xuất');
    // Other figures stand wrong since.
    bench.facts = swappedRows(facts, 4);
    await press('Vẫn xuất');
    expect(said()[0]).toContain('Chưa xuất');
    expect(bench.files).toEqual([]);
    await press('Vẫn xuất');
    expect(bench.files.length).toBeGreaterThan(1);
    expect(said()[0]).toContain('có thể đứng sai tên');
  });

  it('a copy is marked only where that was chosen, after another look', async () => {
    start('copies');
    await checked();
    await writeReason(session, row(quiet));
    expect(said().join()).toContain('1 lý do hoặc số sửa chưa lưu vào tệp');
    await saveCopy(session, plain);
    expect(bench.marked).toEqual([]);
    expect(said()).toEqual(['Đã lưu sổ_ly-do.xlsx. Hãy kiểm tra tệp trong thư mục Tải xuống.']);
    await saveCopy(session, { withMarks: true });
    expect(bench.marked.length).toBeGreaterThan(0);
    expect(bench.calls.slice(-2)).toEqual(['read', 'save']);
  });

  it('the open workbook is marked with what stands there now', async () => {
    await checked();
    await markFindings(session);
    expect(bench.calls).toEqual(['read', 'read', 'mark']);
    expect(bench.marked.length).toBeGreaterThan(0);
    expect(said()[0]).toContain(`Đã đánh dấu ${bench.marked.length} kết quả`);
    await clearMarks(session);
    expect(said()).toEqual(['Đã xóa đánh dấu.']);
  });
});
