import { describe, expect, it } from 'vitest';
import { all, DISTRICTS, given, reported } from './fixture.ts';

const JOBS = 'new-jobs|_T';

describe('units ranked on a target', () => {
  it('stand by the share of what was assigned, equals together', async () => {
    // 50 of 100, 100 of 100, 100 of 100, 30 of 20.
    const [a = '', b = '', c = '', d = ''] = DISTRICTS;
    const report = await reported(
      [
        { unit: a, figures: { [JOBS]: '50' } },
        { unit: b, figures: { [JOBS]: '100' } },
        { unit: c, figures: { [JOBS]: '100' } },
        { unit: d, figures: { [JOBS]: '30' } },
      ],
      {
        assignments: [
          given(a, 'new-jobs', 100),
          given(b, 'new-jobs', 100),
          given(c, 'new-jobs', 100),
          given(d, 'new-jobs', 20),
        ],
      },
    );
    expect(report.ranking).toHaveLength(1);
    expect(
      report.ranking[0]?.places.map(({ place, unit, share, word }) => [place, unit, share, word]),
    ).toEqual([
      [1, d, '150 %', 'Vượt'],
      [2, b, '100 %', 'Đạt'],
      [2, c, '100 %', 'Đạt'],
      [4, a, '50 %', 'Chưa đạt'],
    ]);
    const table = report.grid.find(({ columns }) => columns.some(({ key }) => key.includes('new-jobs')));
    const column = table?.columns.findIndex(({ key }) => key.includes('new-jobs')) ?? -1;
    expect(table?.rows.find(({ unit }) => unit === a)?.cells[column]).toMatchObject({
      verdict: 'notMet',
      figure: '50',
      share: '50 %',
      place: '4/4',
    });
  });

  it('have no place without an assigned value, and say so', async () => {
    const report = await reported(all({ [JOBS]: '100' }));
    expect(report.ranking).toEqual([]);
    const cells = report.grid.flatMap(({ columns, rows }) =>
      rows.map(({ cells: own }) => own[columns.findIndex(({ key }) => key.includes('new-jobs'))]),
    );
    expect(cells.filter((cell) => cell !== undefined && cell !== null)).toHaveLength(8);
    expect(cells.every((cell) => !cell || (cell.word === 'Chưa giao' && cell.place === null))).toBe(true);
  });

  it('give no place to a figure that does not count', async () => {
    const [a = '', b = ''] = DISTRICTS;
    const blocked = { acceptance: 'blocked', errors: 1, warnings: 0, owed: 1, entered: 1 } as const;
    const report = await reported(
      [
        { unit: a, figures: { [JOBS]: '50' }, said: { judged: blocked } },
        { unit: b, figures: { [JOBS]: '100' } },
      ],
      { assignments: [given(a, 'new-jobs', 100), given(b, 'new-jobs', 100)] },
    );
    expect(report.ranking).toEqual([]);
    const table = report.grid.find(({ columns }) => columns.some(({ key }) => key.includes('new-jobs')));
    const column = table?.columns.findIndex(({ key }) => key.includes('new-jobs')) ?? -1;
    expect(table?.rows.find(({ unit }) => unit === a)?.cells[column]).toMatchObject({
      word: 'Chưa kết luận được',
      figure: '50',
    });
  });
});
