import { describe, expect, it } from 'vitest';
import type { Change } from '../../../core/changes/change-map.ts';
import type { NewCell } from '../../../core/renew/cells.ts';
import type { RollOver } from '../../../core/renew/input.ts';
import { rollOver } from '../../../core/renew/roll-over.ts';
import { sumsOf } from '../../../core/renew/sums.ts';
import { catalogue, cell, changeMap, figure, link, rolled } from './fixture.ts';

/** What the first lines came to: outcome and reason. */
const fates = ({ lines }: RollOver) =>
  lines.map(({ outcome, why }) => (why === null ? outcome : `${outcome}: ${why}`));
const values = ({ figures }: RollOver) => figures.map(({ unit, value, sign }) => `${unit} ${value ?? sign}`);

describe('units', () => {
  const links = [
    link('VN01.1', 'VN01.11'),
    link('VN01.2', 'VN01.11'),
    link('VN01.3', 'VN01.12'),
    link('VN01.3', 'VN01.13'),
  ];
  const cells = ['VN01.11', 'VN01.12', 'VN01.13'].map((unit) => cell(unit, 'count-0', '2020'));

  it('that were merged whole add up, digit for digit', () => {
    const found = rolled({
      cells,
      links,
      earlier: [figure('VN01.1', 'count-0', '2020', '0.1'), figure('VN01.2', 'count-0', '2020', '0.2')],
    });
    expect(values(found)).toEqual(['VN01.11 0.3']);
    expect(found.figures[0]?.source).toBe('Cộng 2 số: VN01.1, VN01.2');
    expect(fates(found)).toEqual(['converted', 'converted']);
  });

  it('of which one has no figure add up to nothing: the other is kept aside and the missing one named', () => {
    const found = rolled({ cells, links, earlier: [figure('VN01.1', 'count-0', '2020', '5')] });
    expect(values(found)).toEqual([]);
    expect(found.lines[0]).toMatchObject({ why: 'incomplete', detail: 'VN01.2' });
    const unknown = rolled({
      cells,
      links,
      earlier: [figure('VN01.1', 'count-0', '2020', '5'), figure('VN01.2', 'count-0', '2020', '...')],
    });
    expect(fates(unknown)).toEqual(['kept-aside: incomplete', 'kept-aside: incomplete']);
  });

  it('that were divided give nobody a figure', () => {
    const found = rolled({ cells, links, earlier: [figure('VN01.3', 'count-0', '2020', '5')] });
    expect(values(found)).toEqual([]);
    expect(found.lines[0]).toMatchObject({ why: 'unit-part', detail: 'VN01.12, VN01.13' });
  });

  it('that ended in one which has ended too are told by what their ground is now', () => {
    const ended = [link('VN01.0', 'VN01.3'), ...links.slice(2)];
    const found = rolled({ cells, links: ended, earlier: [figure('VN01.0', 'count-0', '2020', '5')] });
    expect(found.lines[0]).toMatchObject({ why: 'unit-part', detail: 'VN01.12, VN01.13' });
  });

  it('pass a share on only from one to one; else it is made anew of its parts', () => {
    const share = ['share', 'count-0', 'count-1'].map((key) => cell('VN01.11', key, '2020'));
    const of = (unit: string) => [
      figure(unit, 'share', '2020', '50'),
      figure(unit, 'count-0', '2020', '1'),
      figure(unit, 'count-1', '2020', '2'),
    ];
    const found = rolled({ cells: share, links, earlier: [...of('VN01.1'), ...of('VN01.2')] });
    expect(values(found)).toEqual(['VN01.11 2', 'VN01.11 4']);
    expect(fates(found).filter((fate) => fate !== 'converted')).toEqual(
      Array(2).fill('kept-aside: made-anew'),
    );
    const bare = rolled({
      cells: share,
      links,
      earlier: [figure('VN01.1', 'share', '2020', '50'), figure('VN01.2', 'share', '2020', '60')],
    });
    expect(fates(bare)).toEqual(Array(2).fill('kept-aside: not-additive'));
    const alone = rolled({
      cells: share,
      links: links.slice(0, 1),
      earlier: [figure('VN01.1', 'share', '2020', '50')],
    });
    expect(values(alone)).toEqual(['VN01.11 50']);
    expect(fates(alone)).toEqual(['carried']);
  });

  it('that nobody knows are asked about, and what is not asked of one is said', () => {
    const input = {
      earlier: [figure('VN01.9', 'count-0', '2020', '5')],
      aside: [],
      cells: { cells, baselines: [] },
      given: { figures: [], baselines: [] },
      maps: [],
      links: [],
      catalogue,
    };
    expect(fates(rollOver({ ...input, unitOf: () => null }))).toEqual(['needs-decision: unknown-unit']);
    expect(fates(rollOver({ ...input, unitOf: () => ({ name: 'x', successors: [] }) }))).toEqual([
      'kept-aside: nothing-asked',
    ]);
  });

  it('are linked by the change map where the lists do not', () => {
    const map = { ...changeMap(), units: [{ from: ['VN01.8'], to: ['VN01.12'], decision: 'NQ 1' }] };
    expect(
      values(rolled({ cells, maps: [map], earlier: [figure('VN01.8', 'count-0', '2020', '7')] })),
    ).toEqual(['VN01.12 7']);
  });
});

describe('a change map', () => {
  const cells = [cell('VN01.1', 'count-5', '2020')];
  const of =
    (...changes: Parameters<typeof changeMap>) =>
    (earlier: Record<string, string>) =>
      rolled({
        cells,
        maps: [changeMap(...changes)],
        earlier: Object.entries(earlier).map(([key, value]) => figure('VN01.1', key, '2020', value)),
      });

  it('multiplies digits, not doubles', () => {
    const found = of({ change: 'factor', from: 'count-0|_T', to: 'count-5|_T', factor: '0.001' })({
      'count-0': '1234.5',
    });
    expect(values(found)).toEqual(['VN01.1 1.2345']);
    expect(fates(found)).toEqual(['converted']);
    expect(found.figures[0]?.source).toContain('× 0.001');
  });

  it('merges all or nothing', () => {
    const merged = of({ change: 'merge', from: ['count-0|_T', 'count-1|_T'], to: 'count-5|_T' });
    expect(values(merged({ 'count-0': '2', 'count-1': '-' }))).toEqual(['VN01.1 2']);
    expect(values(merged({ 'count-0': '-', 'count-1': '-' }))).toEqual(['VN01.1 -']);
    expect(fates(merged({ 'count-0': '2' }))).toEqual(['kept-aside: incomplete']);
  });

  it('keeps apart what is defined otherwise, and the counts it is made of', () => {
    const broken = of({ change: 'break', from: 'share|_T', to: 'count-5|_T', reason: 'định nghĩa khác' });
    const found = broken({ share: '50', 'count-0': '1', 'count-2': '9' });
    expect(fates(found)).toEqual(['kept-aside: break', 'kept-aside: break', 'needs-decision: not-in-map']);
    expect(found.lines[0]?.detail).toBe(`${catalogue.indicators.get('count-5')?.name.vi}: định nghĩa khác`);
  });

  it('lets a figure of a new standard begin in its year', () => {
    const both = [cell('VN01.1', 'share', '2019'), cell('VN01.1', 'share', '2020')];
    const found = rolled({
      cells: both,
      maps: [
        changeMap({ change: 'break', from: 'share|_T', to: 'share|_T', since: 2020, reason: 'chuẩn mới' }),
      ],
      earlier: [figure('VN01.1', 'share', '2019', '9.22'), figure('VN01.1', 'share', '2020', '15.19')],
    });
    expect(fates(found)).toEqual(['kept-aside: break', 'carried']);
  });

  it('is told the new standard that came next, however often there was one', () => {
    const years = ['2015', '2018', '2022'];
    const anew = (since: number): Change => ({
      ...{ change: 'break', from: 'share|_T', to: 'share|_T' },
      ...{ since, reason: `chuẩn ${since}` },
    });
    const found = rolled({
      cells: years.map((year) => cell('VN01.1', 'share', year)),
      maps: [changeMap(anew(2021), anew(2016))],
      earlier: years.map((year) => figure('VN01.1', 'share', year, '9')),
    });
    expect(fates(found)).toEqual(['kept-aside: break', 'kept-aside: break', 'carried']);
    expect(found.lines.map(({ detail }) => detail)).toEqual(['2016: chuẩn 2016', '2021: chuẩn 2021', '']);
  });

  it('counts by the old standard are no part of the new one, what they are held against is; of a group neither', () => {
    const fatesOf = (stratum: string, ...more: Change[]) => {
      const keys = ['share', 'count-0', 'count-1'].map((id) => `${id}|${stratum}`);
      const [share = ''] = keys;
      const places = ['2019', '2020'].flatMap((period) => keys.map((key) => ({ key, period })));
      const found = rolled({
        cells: places.map(({ key, period }) => cell('VN01.1', key, period)),
        maps: [
          changeMap({ change: 'break', from: share, to: share, since: 2020, reason: 'chuẩn mới' }, ...more),
        ],
        earlier: places.map(({ key, period }) => figure('VN01.1', key, period, '5')),
      });
      expect(found.breaks.every(({ reason }) => reason === 'chuẩn mới')).toBe(true);
      return fates(found).slice(0, 3);
    };
    const broken = 'kept-aside: break';
    expect(fatesOf('_T')).toEqual([broken, broken, 'carried']);
    expect(fatesOf('poor')).toEqual([broken, broken, broken]);
    const own = {
      change: 'break',
      from: 'count-0|_T',
      to: 'count-0|_T',
      since: 2018,
      reason: 'khác',
    } as const;
    expect(fatesOf('_T', own)).toEqual([broken, broken, 'carried']);
  });

  it('says why the rest stays behind', () => {
    expect(fates(of({ change: 'retire', from: 'count-0|_T' })({ 'count-0': '1' }))).toEqual([
      'kept-aside: retired',
    ]);
    expect(
      fates(
        of({ change: 'split', from: 'count-0|_T', to: ['count-5|_T', 'count-6|_T'] })({ 'count-0': '1' }),
      ),
    ).toEqual(['kept-aside: split']);
    expect(
      fates(of({ change: 'undecided', from: 'count-0|_T', to: [], question: '?' })({ 'count-0': '1' })),
    ).toEqual(['needs-decision: undecided']);
    expect(fates(rolled({ cells, earlier: [figure('VN01.1', 'count-5', '2013', '1')] }))).toEqual([
      'kept-aside: no-column',
    ]);
  });
});

describe("a plan's first round, which has no column for the year before", () => {
  const ofRound = (key: string) => ({ ...cell('VN01.1', key, '2026'), ofRound: true });

  it('names what there is of that year beside the blank cell, converted too, and nothing else', () => {
    const found = rolled({
      cells: [ofRound('count-0'), ofRound('count-5'), ofRound('count-6')],
      maps: [changeMap({ change: 'factor', from: 'count-1|_T', to: 'count-5|_T', factor: '1000' })],
      earlier: [
        figure('VN01.1', 'count-0', '2025', '7'),
        figure('VN01.1', 'count-1', '2025', '2'),
        figure('VN01.1', 'count-6', '2024', '9'),
      ],
    });
    expect(found.figures).toEqual([]);
    expect(found.before.map(({ key, period, year, derived }) => [key, period, year, derived.value])).toEqual([
      ['count-0|_T', '2026', '2025', '7'],
      ['count-5|_T', '2026', '2025', '2000'],
    ]);
    expect(fates(found)).toEqual(['kept-aside: named', 'kept-aside: named', 'kept-aside: no-column']);
  });

  it('names nothing where there is a column, or the cell of the round is filled in', () => {
    const cells = [ofRound('count-0'), cell('VN01.1', 'count-0', '2025'), ofRound('count-1')];
    const found = rolled({
      cells,
      earlier: [
        figure('VN01.1', 'count-0', '2025', '7'),
        figure('VN01.1', 'count-1', '2025', '8'),
        figure('VN01.1', 'count-1', '2026', '9'),
      ],
    });
    expect(found.before).toEqual([]);
    expect(fates(found)).toEqual(['carried', 'kept-aside: no-column', 'carried']);
  });
});

describe('what is carried', () => {
  it('says how sure it is, once, however often it is carried', () => {
    const cells = [cell('VN01.1', 'count-0', '2020')];
    const estimate = { ...figure('VN01.1', 'count-0', '2020', '5'), vintage: 'estimate' as const };
    const [once] = rolled({ cells, earlier: [estimate] }).figures;
    expect(once).toMatchObject({ vintage: 'estimate', source: 'Ước thực hiện: báo cáo 2020 của VN01.1' });
    const again = rolled({ cells, earlier: [{ ...estimate, source: once?.source ?? '' }] });
    expect(again.figures[0]?.source).toBe(once?.source);
  });

  it('is not passed off in the round itself as surer than it is', () => {
    const own: NewCell = { ...cell('VN01.1', 'count-0', '2020'), vintage: 'preliminary', ofRound: true };
    const estimate = { ...figure('VN01.1', 'count-0', '2020', '5'), vintage: 'estimate' as const };
    expect(fates(rolled({ cells: [own], earlier: [estimate] }))).toEqual(['kept-aside: less-sure']);
  });

  it('gives way to another figure of the planner that is as sure, and says so', () => {
    const given = (value: number, vintage: 'final' | 'estimate') => ({
      figures: [
        {
          unit: 'VN01.1',
          indicator: 'count-0',
          stratum: null,
          period: '2020',
          vintage,
          value,
          source: 'QĐ 1',
        },
      ],
      baselines: [],
    });
    const input = {
      cells: [cell('VN01.1', 'count-0', '2020')],
      earlier: [figure('VN01.1', 'count-0', '2020', '5')],
    };
    expect(fates(rolled({ ...input, given: given(6, 'final') }))).toEqual(['kept-aside: given']);
    expect(fates(rolled({ ...input, given: given(5, 'final') }))).toEqual(['carried']);
    expect(fates(rolled({ ...input, given: given(6, 'estimate') }))).toEqual(['carried']);
  });
});

describe('baselines', () => {
  const made = (earlier: ReturnType<typeof figure>[], exactYears: number[] = []) =>
    rollOver({
      earlier,
      aside: [],
      cells: {
        cells: [],
        baselines: [{ unit: 'VN01.1', key: 'share|_T', need: { exactYears, lastYearBefore: 2020 } }],
      },
      given: { figures: [], baselines: [] },
      maps: [],
      links: [],
      catalogue,
      unitOf: (id) => ({ name: id, successors: [] }),
    });
  const of = (key: string, period: string, value: string) => figure('VN01.1', key, period, value);

  it('are the last final figure before the plan', () => {
    const found = made([
      of('share', '2018', '40'),
      of('share', '2019', '41'),
      of('share', '2021', '50'),
      { ...of('share', '2020', '43'), vintage: 'estimate' },
    ]);
    expect(found.baselines).toMatchObject([{ year: 2019, value: 41, source: 'báo cáo 2019 của VN01.1' }]);
  });

  it('are of the year that a yearly change starts from', () => {
    expect(made([of('share', '2018', '40'), of('share', '2019', '41')], [2018]).baselines).toMatchObject([
      { year: 2018 },
    ]);
  });

  it('are made anew of numerator and denominator', () => {
    const found = made([of('count-0', '2020', '1'), of('count-1', '2020', '8')]);
    expect(found.baselines).toMatchObject([{ year: 2020, value: 12.5 }]);
    expect(found.lines.map(({ outcome }) => outcome)).toEqual(['converted', 'converted']);
  });

  it('stay open where no figure is final, and are asked for', () => {
    const found = made([{ ...of('share', '2020', '43'), vintage: 'preliminary' }]);
    expect(found.baselines).toEqual([]);
    expect(found.openBaselines).toEqual([{ unit: 'VN01.1', key: 'share|_T', year: 2020 }]);
  });

  it('that somebody entered are carried, or said to be another one', () => {
    const entered = { ...of('share', '2020', '44'), kind: 'baseline' as const };
    const found = made([
      entered,
      { ...of('share', '2015', '30'), kind: 'baseline' as const },
      of('share', '2020', '43'),
    ]);
    expect(found.baselines).toMatchObject([{ year: 2020, value: 44 }]);
    expect(found.lines.map(({ outcome, why }) => why ?? outcome)).toEqual([
      'carried',
      'other-baseline',
      'not-in-map',
    ]);
  });
});

it('sums stand by figure, period and group: a province is not added to what lies below it', () => {
  const cells = ['VN01', 'VN01.1', 'VN01.2'].map((unit) => cell(unit, 'count-0', '2020'));
  const { earlier, now } = sumsOf(
    rolled({
      cells,
      earlier: cells.map(({ unit }, at) => figure(unit, 'count-0', '2020', String(10 ** at))),
    }),
  );
  expect(earlier.map(({ group, before }) => `${group} ${before.count} ${before.sum}`)).toEqual([
    'VN01 1 1',
    'VN01.* 2 110',
  ]);
  expect(
    now.map(({ group, after, from, difference }) => `${group} ${after.sum} ${from} ${difference}`),
  ).toEqual(['VN01 1 1 0', 'VN01.* 110 110 0']);
});
