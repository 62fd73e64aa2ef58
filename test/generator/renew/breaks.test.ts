import { describe, expect, it } from 'vitest';
import type { Change } from '../../../core/changes/change-map.ts';
import { cellIndex } from '../../../core/sheet/model.ts';
import { renewed } from '../../../generator/renew/renew.ts';
import { sentFigures } from '../../../generator/workbook/from-store.ts';
import { jobsOf, modelOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { changeMap, figure } from '../../core/renew/fixture.ts';

const { plans, catalogue } = await loadSeeds();
const plan = plans.find(({ file }) => file.id === 'lai-chau-2024');
if (!plan) throw new Error('There is no plan lai-chau-2024.');
const KEY = 'doctors-per-10000|_T';

const of = plan;

/** The workbook of the province after a renewal, and what its form says of a row. */
function after(...changes: Change[]) {
  return afterIn(of, ...changes);
}

function afterIn(later: typeof of, ...changes: Change[]) {
  const jobs = jobsOf([later], catalogue, { round: '2026', unit: ['VN12'] });
  const earlier = {
    earlier: [
      figure('VN12', KEY, '2025', '12.4'),
      figure('VN12', 'trained-labour-share|_T', '2025', '52.5'),
      figure('VN12', 'preschool-universalisation|_T', '2025', '1'),
    ],
    aside: [],
    plans: new Set<string>(),
    returns: 1,
    rounds: [],
    unaccepted: [],
    unchanged: 0,
    changed: [],
    left: { reasons: 0, marks: 0, verdicts: 0 },
  };
  const units = { links: [], unitOf: (id: string) => ({ name: id, successors: [] }) };
  const maps = [changeMap(...changes)];
  const { jobs: made, rolled } = renewed({ earlier, jobs, maps, units, catalogue });
  const [job] = made;
  if (!job) throw new Error('no job');
  const { known } = requestOf(job, catalogue);
  const sheet = modelOf(job, catalogue).sheets.find(({ name }) => name === 'Nhập liệu');
  const cells = [...(sheet?.cells.values() ?? [])];
  const row = (key: string) => cells.find(({ column, value }) => column === 1 && value === key)?.row ?? 0;
  const before = cells.find(({ row: at, value }) => at === 1 && value === '2025|final|value')?.column ?? 0;
  const texts = (key: string) =>
    cells
      .filter(({ row: at }) => at === row(key))
      .flatMap(({ value }) => (typeof value === 'string' ? value : []));
  return {
    rolled,
    known,
    sent: sentFigures(job, catalogue),
    texts,
    cell: (key: string) => sheet?.cells.get(cellIndex(row(key), before)),
  };
}

describe('a figure of before a break', () => {
  it('is not the year-before figure of the new form, but named beside it as what it is', () => {
    const reason = 'Đổi cách đếm bác sĩ';
    const { known, cell, texts } = after({ change: 'break', from: KEY, to: KEY, since: 2026, reason });
    expect(known.figure(KEY, '2025')).toBeNull();
    expect(cell(KEY)?.value).toBeUndefined();
    const said = texts(KEY).filter((text) => text.includes('Đứt chuỗi'));
    expect(said).toHaveLength(1);
    for (const part of ['2025', '12,4 bác sĩ/vạn dân', reason]) expect(said[0]).toContain(part);
  });

  it('of a series that another one follows is named on the row of that one', () => {
    const to = 'certified-labour-share|_T';
    const { cell, texts } = after({
      change: 'break',
      from: 'trained-labour-share|_T',
      to,
      reason: 'Có bằng',
    });
    expect(cell(to)?.value).toBeUndefined();
    const said = texts(to).join(' ');
    for (const part of ['Đứt chuỗi', '52,5 %', 'Có bằng']) expect(said).toContain(part);
  });

  it('is said as the state it is where it is one', () => {
    const to = 'districts-preschool-universalised|_T';
    const from = 'preschool-universalisation|_T';
    const { texts } = after({ change: 'break', from, to, reason: 'Một bên là tỉnh' });
    expect(texts(to).join(' ')).toMatch(/2025 theo định nghĩa cũ là có \(/u);
  });

  it('is no figure of the store that could not be filled in', () => {
    const { sent } = after({ change: 'break', from: KEY, to: KEY, since: 2026, reason: 'Đổi cách đếm' });
    expect(sent).toMatchObject({ filled: 0, left: [], brokenOff: [{ key: KEY }] });
    expect(sent.brokenOff[0]?.why).toContain('Đổi cách đếm');
  });

  it('without a break it is the year before, and nothing is said', () => {
    const { cell, texts, rolled } = after();
    expect(cell(KEY)?.value).toBe(12.4);
    expect(rolled.breaks).toEqual([]);
    expect(texts(KEY).join(' ')).not.toContain('Đứt chuỗi');
  });
});

describe('a figure of the year before the first round of a plan', () => {
  const first = { ...of, file: { ...of.file, firstRound: '2026' } };

  it('is named beside the blank cell of the round, with what it is of and where it is from', () => {
    const { known, texts, sent, rolled } = afterIn(first);
    expect(known.figure(KEY, '2026')).toBeNull();
    const said = texts(KEY).join(' ');
    for (const part of ['Năm 2025: 12,4 bác sĩ/vạn dân', 'báo cáo 2025 của VN12'])
      expect(said).toContain(part);
    expect(rolled.lines.find(({ figure: { key } }) => key === KEY)).toMatchObject({ why: 'named' });
    expect(sent).toMatchObject({ filled: 0, left: [], brokenOff: [] });
  });

  it('is not named in a later round, which has a column for it', () => {
    expect(after().rolled.before).toEqual([]);
  });
});
