import { describe, expect, it } from 'vitest';
import { levelDifferences } from '../../../core/consolidate/levels.ts';
import { differenceState, levelFigures, levelsCount } from '../../../core/consolidate/level-words.ts';
import { levelsOf } from '../../../core/report/levels.ts';
import { arrived, consolidated, type Sent } from './fixture.ts';
import { decision } from '../store/fixture.ts';

const JOBS = 'new-jobs|_T';
const TRAINED = 'vocational-training-persons|_T';
const RATE = 'poverty-rate|_T';
const DISTRICTS = [
  'VN12.105',
  'VN12.106',
  'VN12.107',
  'VN12.108',
  'VN12.109',
  'VN12.110',
  'VN12.111',
  'VN12.112',
];
const DEPARTMENT = { unit: 'VN12', reporter: 'VN12.SLDTBXH' };

const all = (figures: Record<string, string>): Sent[] => DISTRICTS.map((unit) => ({ unit, figures }));

async function found(...sent: Sent[]) {
  return levelDifferences(await consolidated(arrived(sent))).map(
    ({ column, between, values, difference, share, isComplete, reasons }) => ({
      key: column.key,
      between,
      values,
      difference,
      share,
      isComplete,
      reasons,
    }),
  );
}

describe('levels that are compared', () => {
  it('stand largest part first, incomplete sums last', async () => {
    const differences = await found(
      ...all({ [JOBS]: '100', [TRAINED]: '10' }),
      { unit: 'VN12.105', figures: { 'poor-households|_T': '5', 'households|_T': '100' } },
      { ...DEPARTMENT, figures: { [JOBS]: '1000', [TRAINED]: '100', [RATE]: '20' } },
      { unit: 'VN12', figures: { [JOBS]: '990' } },
    );
    expect(
      differences.map(({ key, between, difference, share }) => [key, between, difference, share]),
    ).toEqual([
      [JOBS, ['units', 'record'], -200, -0.2],
      [TRAINED, ['units', 'record'], -20, -0.2],
      [JOBS, ['own', 'record'], -10, -0.01],
      [RATE, ['units', 'record'], -15, -0.75],
    ]);
    expect(differences.at(-1)?.isComplete).toBe(false);
  });

  it('are held against the province where no department has reported', async () => {
    const differences = await found(...all({ [JOBS]: '100' }), { unit: 'VN12', figures: { [JOBS]: '750' } });
    expect(differences).toMatchObject([{ between: ['units', 'own'], values: [800, 750], difference: 50 }]);
  });

  it('agree where the figures are the same as they are reported', async () => {
    const same = { 'poor-households|_T': '10', 'households|_T': '30' };
    expect(await found(...all(same), { ...DEPARTMENT, figures: { [RATE]: '33.33' } })).toEqual([]);
  });

  it('say why where somebody has', async () => {
    const said: Sent = {
      ...DEPARTMENT,
      figures: { [JOBS]: '1000' },
      of: { reason: 'Có cả số của doanh nghiệp' },
    };
    const [one] = await found(...all({ [JOBS]: '100' }), said);
    expect(one?.reasons).toEqual(['Có cả số của doanh nghiệp']);
  });

  it('want a reason or a decision, and what was decided holds for those figures alone', async () => {
    const differing = (figure: string, reason: string | null = null) => [
      ...all({ [JOBS]: '100' }),
      { ...DEPARTMENT, figures: { [JOBS]: figure }, of: { reason } },
    ];
    const [open] = levelDifferences(await consolidated(arrived(differing('900'))));
    expect(open).toMatchObject({ isOpen: true, decision: null });
    const difference = { place: open?.place ?? '', values: [800, 900] as const };
    const decisions = [decision(1, { kind: 'explain', difference })];
    const after = async (...args: Parameters<typeof differing>) =>
      levelDifferences(await consolidated(arrived(differing(...args)), { decisions }))[0];
    expect(await after('900')).toMatchObject({ isOpen: false, decision: { number: 1 } });
    expect(await after('901')).toMatchObject({ isOpen: true, decision: null });
    expect(await after('901', 'Tính cả hộ tạm trú')).toMatchObject({ isOpen: false });
    const [few] = levelDifferences(await consolidated(arrived(differing('900').slice(1))));
    expect(few).toMatchObject({ isComplete: false, isEarly: true, isOpen: false });
  });

  it('want one before all units have reported where what is counted is already more', async () => {
    const sent = [...all({ [JOBS]: '100' }).slice(1), { ...DEPARTMENT, figures: { [JOBS]: '650' } }];
    const [more] = levelDifferences(await consolidated(arrived(sent)));
    expect(more).toMatchObject({ isComplete: false, isEarly: false, isOpen: true });
    if (!more) throw new Error('The levels differ.');
    expect(levelFigures(more, 'vi')).toBe('cộng đơn vị 700 người (mới 7/8 đơn vị), công bố 650 người');
    expect(differenceState(more, 'vi')).toBe(
      'tổng còn thiếu đơn vị mà đã lớn hơn; cần lý do hoặc quyết định',
    );
  });

  it('say how many units they lack, a note beside them or not, and are counted under a head of their own', async () => {
    const few = await consolidated(
      arrived([
        ...all({ [JOBS]: '100', [TRAINED]: '10' }).slice(1),
        { unit: 'VN12.105', figures: { [TRAINED]: '10' } },
        { ...DEPARTMENT, figures: { [JOBS]: '9000', [TRAINED]: '100' }, of: { reason: 'Tính cả năm' } },
      ]),
    );
    const differences = levelDifferences(few);
    expect(differences.map(({ column, coverage }) => [column.key, coverage.entered])).toEqual([
      [TRAINED, 8],
      [JOBS, 7],
    ]);
    expect(differences.map((one) => levelFigures(one, 'vi'))).toEqual([
      'cộng đơn vị 80 người, công bố 100 người',
      'cộng đơn vị 700 người (mới 7/8 đơn vị), công bố 9.000 người',
    ]);
    expect(differences.map((one) => differenceState(one, 'vi'))).toEqual([
      'Tính cả năm',
      'tổng còn thiếu đơn vị; Tính cả năm',
    ]);
    expect(levelsCount(differences, 'vi')).toBe(
      '2 chênh lệch giữa các cấp: 1 đã có lý do hoặc quyết định, 1 so với tổng còn thiếu đơn vị, chưa cần giải trình',
    );
    const lone = levelsOf({ ...few, totals: few.totals.filter(({ column }) => column === JOBS) }, 'vi');
    expect(lone.sentence).toContain('(mới 7/8 đơn vị)');
    expect(lone.rows).toMatchObject([{ figures: expect.stringContaining('mới 7/8 đơn vị') as string }]);
  });
});
