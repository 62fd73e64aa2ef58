import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../core/report/coverage.ts';
import type { ReportView } from '../../../core/report/view.ts';
import type { RegisterLine } from '../../../core/store/register.ts';
import type { Sent } from '../consolidate/fixture.ts';
import { all, department, DISTRICTS, given, reported, targetOf } from './fixture.ts';

const JOBS = 'new-jobs|_T';
const TRAINED = 'vocational-training-persons|_T';
const HOUSEHOLDS = 'households|_T';

/** A column of the table of units: its unit, and the figures under it. */
function columnOf({ grid }: ReportView, key: string): { unit: string; figures: (string | undefined)[] } {
  const [found] = grid.flatMap(({ columns, rows }) => {
    const at = columns.findIndex((column) => column.key.includes(key));
    const figures = rows.map(({ cells }) => cells[at]?.figure);
    return at < 0 ? [] : [{ unit: columns[at]?.unit ?? '', figures }];
  });
  if (!found) throw new Error(`There is no column ${key}.`);
  return found;
}

describe('verdicts of the province from the store', () => {
  it('go by the figure of the source of record', async () => {
    // 8.500 jobs and 8.000 trained a year are asked for; the districts come to less, and that decides nothing.
    const report = await reported([
      ...all({ [JOBS]: '100' }),
      department('SLDTBXH', { [JOBS]: '9000', [TRAINED]: '7000' }),
    ]);
    const jobs = targetOf(report, 'new-jobs');
    expect(jobs).toMatchObject({ verdict: 'exceeded', basis: 'Sở Lao động - Thương binh và Xã hội' });
    expect(jobs.sentence).toBe('Thực hiện 9.000 người; kế hoạch 8.500 người; cao hơn 500 người: vượt.');
    // 1.000 of 8.000 are missing.
    expect(targetOf(report, 'vocational-training-persons')).toMatchObject({
      verdict: 'notMet',
      missing: '12,5 %',
      shortfall: 0.125,
    });
  });

  it('go by the sum of the units where all have reported', async () => {
    const jobs = targetOf(await reported(all({ [JOBS]: '1000' })), 'new-jobs');
    expect(jobs).toMatchObject({ verdict: 'notMet', basis: 'cộng 8/8 đơn vị cấp huyện' });
    expect(jobs.sentence).toContain(
      'Thực hiện 8.000 người; kế hoạch 8.500 người; thấp hơn 500 người: chưa đạt.',
    );
  });

  it('say apart what nobody has reported and what was reported without a figure yet', async () => {
    const { noVerdict } = await reported(all({ [JOBS]: '...', [TRAINED]: '1000' }));
    const of = (cause: string) => noVerdict.causes.find((one) => one.cause.startsWith(cause))?.targets ?? [];
    expect(of('báo cáo chưa có số').map((key) => key.split('|')[1])).toEqual(['new-jobs']);
    expect(of('chưa ai báo cáo').some((key) => key.includes('new-jobs'))).toBe(false);
    expect(noVerdict.sentence).toContain('1 báo cáo chưa có số (ghi "...")');
  });

  it('are open while the sum lacks units, however much it already comes to', async () => {
    const report = await reported(all({ [JOBS]: '9000' }).slice(0, 2));
    const jobs = targetOf(report, 'new-jobs');
    expect(jobs).toMatchObject({ verdict: 'open', missing: null, reached: '–' });
    expect(jobs.sentence).toBe(
      'Chưa kết luận được: mới có 2/8 đơn vị có số, tạm tính 18.000 người; kế hoạch 8.500 người.',
    );
    expect(jobs.basis).toBe('cộng 2/8 đơn vị cấp huyện');
    expect(report.worst).not.toContain(jobs.key);
  });

  it('are open where the figure of record has errors, even if the units add up', async () => {
    const blocked = { acceptance: 'blocked', errors: 1, warnings: 0, owed: 1, entered: 1 } as const;
    const report = await reported([
      ...all({ [JOBS]: '2000' }),
      { ...department('SLDTBXH', { [JOBS]: '9000' }), said: { judged: blocked } },
    ]);
    expect(targetOf(report, 'new-jobs').sentence).toBe(
      'Chưa kết luận được: số của Sở Lao động - Thương binh và Xã hội còn lỗi; kế hoạch 8.500 người.',
    );
  });

  it('are open where two returns contradict each other', async () => {
    const report = await reported([
      department('SLDTBXH', { [JOBS]: '9000' }),
      { ...department('SLDTBXH', { [JOBS]: '8000' }), said: { state: 'conflicting' } },
    ]);
    expect(targetOf(report, 'new-jobs')).toMatchObject({ verdict: 'open' });
    expect(targetOf(report, 'new-jobs').sentence).toContain('gửi các số mâu thuẫn nhau');
  });

  it('do not take the province’s own word for what only its source of record publishes', async () => {
    const report = await reported([{ unit: 'VN12', figures: { 'insurance-satisfaction-index|_T': '85' } }]);
    const index = targetOf(report, 'insurance-satisfaction-index');
    expect(index.verdict).toBe('open');
    expect(index.sentence).toContain('cơ quan công bố chưa có số; Tỉnh Lai Châu tự báo cáo 85 %');
  });

  it('of a share are its sums, never a mean', async () => {
    // 10 of 100 and 0 of 900: the mean of the rates would be 5, the rate is 1.
    const poor = 'poor-households|_T';
    const report = await reported(
      DISTRICTS.map((unit, at) => ({
        unit,
        figures: { [poor]: at === 0 ? '10' : '0', [HOUSEHOLDS]: at === 0 ? '100' : '900' },
      })),
      { baselines: [] },
    );
    const { unit, figures } = columnOf(report, '|poverty-rate|_T|');
    expect([figures[0], unit]).toEqual(['10', '%']);
    // 10 / 6.400
    const poverty = targetOf(report, 'poverty-rate');
    expect(poverty.reachedYears.find(({ year }) => year === 2023)?.value).toBeCloseTo(0.15625, 9);
  });

  it('say what a target of change is known by in the unit of the figure itself, never as a change', async () => {
    const poor = 'poor-households|_T';
    const some = DISTRICTS.slice(0, 5).map((unit) => ({
      unit,
      figures: { [poor]: '18', [HOUSEHOLDS]: '100' },
    }));
    expect(targetOf(await reported(some), 'poverty-rate').sentence).toBe(
      'Chưa kết luận được: mới có 5/8 đơn vị có số, tạm tính 18 % (mức giảm chưa tính được); kế hoạch giảm 3 điểm %/năm.',
    );
    const english = await reported(some, { language: 'en' });
    expect(targetOf(english, 'poverty-rate').sentence).toBe(
      'Inconclusive: 5 of 8 units have a figure, so far 18 % (the fall cannot be computed yet); plan a fall of 3 percentage points/year.',
    );
  });

  it('have one unit over the figures of the units, or each its own', async () => {
    const poor = 'poor-households|_T';
    const sent = (units: readonly string[], year: string, households: string) =>
      units.map((unit) => ({
        unit,
        figures: { [poor]: households, [HOUSEHOLDS]: '100' },
        of: { period: year },
      }));
    const [first = '', second = ''] = DISTRICTS;
    const assignments = [first, second].map((unit) => given(unit, 'poverty-rate', 3));
    const changed = [...sent([first, second], '2022', '20'), ...sent([first, second], '2023', '16')];
    const baselines = [first, second].map((unit) => ({
      unit,
      indicator: 'poverty-rate',
      stratum: null,
      year: 2020,
      value: 25,
      numerator: null,
      denominator: null,
      source: 'Niên giám',
    }));
    const alike = columnOf(await reported(changed, { assignments, baselines }), '|poverty-rate|_T|');
    expect([alike.unit, alike.figures.slice(0, 2)]).toEqual(['điểm %/năm', ['4', '4']]);
    const mixed = columnOf(
      await reported(changed, { assignments: assignments.slice(1), baselines }),
      '|poverty-rate|_T|',
    );
    expect([mixed.unit, mixed.figures.slice(0, 2)]).toEqual(['', ['16 %', '4 điểm %/năm']]);
  });

  it('of sums over years need every year', async () => {
    const sent = [2021, 2022, 2023].map((year) => department('SLDTBXH', { [JOBS]: '8500' }, String(year)));
    const curve = targetOf(await reported(sent), 'new-jobs').reachedYears;
    expect(curve.filter(({ value }) => value !== null)).toEqual([
      { year: 2021, value: 8500 },
      { year: 2022, value: 17000 },
      { year: 2023, value: 25500 },
    ]);
  });
});

describe('the report as a whole', () => {
  it('counts every target once, says how many are met, and lists the worst first', async () => {
    const report = await reported([
      department('SLDTBXH', { [JOBS]: '6000', [TRAINED]: '7000', 'social-assistance-coverage|_T': '100' }),
    ]);
    const sum = report.counts.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(report.targets.length);
    expect(report.headline).toMatch(/^1\/31 chỉ tiêu đạt; 2 chưa đạt; /u);
    // 2.500 of 8.500 against 1.000 of 8.000.
    expect(report.worst.slice(0, 2)).toEqual([
      targetOf(report, 'new-jobs').key,
      targetOf(report, 'vocational-training-persons').key,
    ]);
  });

  it('keeps the bullets in the order of the plan, and leaves one open of which a part is not known', async () => {
    const report = await reported([department('SLDTBXH', { [JOBS]: '9000', [TRAINED]: '8000' })]);
    const lines = report.bullets.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const bullet = report.bullets.find(({ number }) => number === 'II.3-b');
    expect(bullet).toMatchObject({ whole: 'open', targets: { length: 3 } });
    expect(bullet?.counts.find(({ verdict }) => verdict === 'exceeded')?.count).toBe(1);
  });

  it('names who has not sent, and counts the figures that are there', async () => {
    const report = await reported(all({ [JOBS]: '1000' }).slice(1), { today: '2024-03-01' });
    expect(report.coverage.notSent).toContain('Thành phố Lai Châu');
    expect(report.coverage.notSent).not.toContain('Tam Đường');
    expect(report.coverage.missing[0]).toMatchObject({ state: 'not-received' });
    expect(report.coverage.figures).toMatch(/^7\/\d+ số của 8 đơn vị cấp huyện được tính\.$/u);
  });

  it('names those who have sent some of their plans apart from those who have sent nothing', () => {
    const line = (name: string, said: Partial<RegisterLine>): RegisterLine => ({
      reporter: name,
      name,
      plans: ['lai-chau-2021', 'lai-chau-2024'],
      notOwed: null,
      due: null,
      state: 'not-received',
      return: null,
      version: null,
      waiting: 0,
      missing: [],
      judged: null,
      daysLate: null,
      ...said,
    });
    const lines = [
      line('Xã Một', { missing: ['lai-chau-2021'] }),
      line('Xã Hai', {}),
      line('Xã Ba', { state: 'accepted' }),
    ];
    const names = new Map([['lai-chau-2021', 'Kế hoạch năm 2021']]);
    const said = coverageOf({ rows: [], level: 'commune' }, lines, names, 'vi');
    expect(said.notSent).toBe('1: Xã Hai. 1 đã gửi nhưng còn thiếu báo cáo về Kế hoạch năm 2021: Xã Một.');
    expect(said.sentence).toContain('1/3 đơn vị, cơ quan đã có đủ báo cáo được tính');
    expect(said.sentence).toContain('(1 chấp nhận, 1 nhận một phần, 1 chưa nhận)');
    expect(said.missing.map(({ word }) => word)).toEqual(['nhận một phần', 'chưa nhận']);
  });

  it('takes a refused file for none, and tells units that have sent from units that count', async () => {
    const [first, ...others] = all({ [JOBS]: '1000' });
    const bodies = ['SLDTBXH', 'SYT', 'SGDDT', 'SNNPTNT', 'SVHTTDL', 'STTTT', 'BHXH'];
    const rest = [
      ...others,
      { unit: 'VN12', figures: { [JOBS]: '8' } },
      ...bodies.map((code) => department(code, { [JOBS]: '8' })),
    ];
    const state = async (said: NonNullable<Sent['said']>) =>
      (await reported([{ unit: first?.unit ?? '', figures: { [JOBS]: '1' }, said }, ...rest])).coverage
        .notSent;
    expect(await state({ state: 'refused' })).toBe('1 đã gửi tệp không nhận được: Thành phố Lai Châu.');
    expect(await state({ state: 'held-back' })).toMatch(
      /^Mọi đơn vị, cơ quan đã gửi; 1 đã gửi mà báo cáo chưa được tính: [^,:;.]+\.$/u,
    );
    expect(await state({})).toBe('Mọi đơn vị, cơ quan đã gửi báo cáo.');
  });

  it('quotes the reasons of those who reported', async () => {
    const report = await reported([
      { ...department('SLDTBXH', { [JOBS]: '6000' }), of: { reason: 'Doanh nghiệp giảm đơn hàng' } },
    ]);
    expect(targetOf(report, 'new-jobs').reasons).toEqual([
      { by: 'Sở Lao động - Thương binh và Xã hội', text: 'Doanh nghiệp giảm đơn hàng' },
    ]);
  });

  it('says that units are too few to compare, not that nobody has figures of both years', async () => {
    const both = (sent: readonly Sent[]) =>
      ['2022', '2023'].flatMap((period) => sent.map((one) => ({ ...one, of: { period } })));
    const some = await reported(both(all({ [JOBS]: '900' }).slice(0, 5)));
    expect(some.movement).toBe(
      'Chưa đủ đơn vị để so: chưa chỉ tiêu nào có số của cả hai năm ở mọi đơn vị (nhiều nhất là 5/8 đơn vị).',
    );
    const none = await reported(all({ [JOBS]: '900' }).slice(0, 5));
    expect(none.movement).toBe('Chưa chỉ tiêu nào có số của cả hai năm để so.');
    const every = await reported(both(all({ [JOBS]: '900' })));
    expect(every.movement).toContain('1 chỉ tiêu có số của cả hai năm');
  });

  it('says which verdicts differ from last year’s', async () => {
    const report = await reported([
      department('SLDTBXH', { [JOBS]: '9000' }, '2022'),
      department('SLDTBXH', { [JOBS]: '8000' }, '2023'),
    ]);
    expect(report.changes.find(({ key }) => key.includes('new-jobs'))).toMatchObject({
      before: 'Vượt (9.000 người)',
      after: 'Chưa đạt (8.000 người)',
    });
    expect(report.movement).toBe(
      '1 chỉ tiêu có số của cả hai năm: 0 tiến theo hướng kế hoạch, 1 lùi, 0 giữ nguyên.',
    );
  });
});
