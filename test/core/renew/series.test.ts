import { describe, expect, it } from 'vitest';
import { seriesRows } from '../../../core/renew/report/series.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { changeMap, figure, link } from './fixture.ts';

const { plans, catalogue } = await loadSeeds();
const KEY = 'poverty-rate|_T';

describe('a figure that was defined anew twice', () => {
  it('has a row for each definition, and none runs over a break', () => {
    const anew = (since: number) =>
      ({ change: 'break', from: KEY, to: KEY, since, reason: `chuẩn ${since}` }) as const;
    const years = ['2014', '2015', '2016', '2020', '2022', '2023'];
    const rows = seriesRows({
      rolled: {
        ...{ baselines: [], breaks: [], before: [], computed: [], openBaselines: [] },
        lines: years.map((year) => ({
          figure: figure('VN12', KEY, year, year.slice(2)),
          ...{ outcome: 'kept-aside', why: 'retired', detail: '', to: [] },
        })),
      },
      plans: plans.filter(({ file }) => file.province === 'VN12'),
      maps: [changeMap(anew(2022), anew(2016))],
      catalogue,
      units: [{ id: 'VN12', name: 'Tỉnh Lai Châu' }],
      links: [],
      unitOf: () => null,
      language: 'vi',
    }).filter(({ key, row }) => key === KEY && row.startsWith('Thực hiện'));
    expect(rows.map(({ row, years: of, note }) => [row, Object.fromEntries(of), note])).toEqual([
      ['Thực hiện, đến năm 2015', { 2014: 14, 2015: 15, 2016: '//' }, 'Đứt chuỗi từ năm 2016: chuẩn 2016'],
      [
        'Thực hiện, từ năm 2016 đến năm 2021',
        { 2016: 16, 2020: 20, 2021: '//' },
        'Đứt chuỗi từ năm 2022: chuẩn 2022',
      ],
      ['Thực hiện, từ năm 2022', { 2022: 22, 2023: 23 }, ''],
    ]);
  });
});

describe('a figure that goes on under another id, or of units that became one', () => {
  it('goes on in the row of the new one, which names what it is made of', () => {
    const [before, after] = ['compulsory-insurance-participants|_T', 'voluntary-insurance-participants|_T'];
    const rows = seriesRows({
      rolled: {
        ...{ baselines: [], breaks: [], before: [], computed: [], openBaselines: [] },
        lines: [
          figure('VN33', before, '2013', '1.5'),
          figure('VN34', before, '2013', '2'),
          figure('VN34', before, '2014', '9'),
          figure('VN33-2025', after, '2026', '4000'),
        ].map((one) => ({ figure: one, outcome: 'converted', why: null, detail: '', to: [] })),
      },
      plans: plans.filter(({ file }) => file.id === 'lai-chau-2012'),
      maps: [changeMap({ change: 'factor', from: before, to: after, factor: '1000' })],
      catalogue,
      units: [{ id: 'VN33-2025', name: 'Tỉnh Hưng Yên' }],
      links: [link('VN33', 'VN33-2025'), link('VN34', 'VN33-2025')],
      unitOf: (id) => ({ name: id, successors: [] }),
      language: 'vi',
    }).filter(({ key, row }) => key === after && row === 'Thực hiện');
    // Of 2014 one of the provinces has no figure.
    expect(rows.map(({ years }) => Object.fromEntries(years))).toEqual([{ 2013: 3500, 2026: 4000 }]);
    expect(rows[0]?.note).toContain('VN33 × 1000');
    expect(rows[0]?.note).toContain('VN34 × 1000');
  });
});
