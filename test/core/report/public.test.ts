import { beforeAll, describe, expect, it } from 'vitest';
import { publicFigures } from '../../../core/consolidate/public/public.ts';
import { publicationOf } from '../../../core/consolidate/public/publication.ts';
import type { ReportView } from '../../../core/report/view.ts';
import { reportHtml } from '../../../formats/html/report.ts';
import { knowledge } from '../suppress/attacker.ts';
import { interval } from '../suppress/solver.ts';
import { arrived, consolidated, type Sent } from '../consolidate/fixture.ts';
import { DISTRICTS, given, reported, type SaidBeside } from './fixture.ts';

const THRESHOLD = 5;
const JOBS = 'new-jobs|_T';
const POOR = 'poor-households|_T';
const ALL = 'households|_T';
const RATE = 'poverty-rate|_T';

/** New jobs and poor households of the districts; in the last nearly all are poor. */
const FIGURES = [
  ['3', '4111', '9001'],
  ['4177', '4123', '9003'],
  ['5281', '2', '9007'],
  ['6311', '4139', '9011'],
  ['7333', '4153', '9013'],
  ['8369', '4159', '9029'],
  ['9391', '4201', '9041'],
  ['9413', '9041', '9043'],
] as const;

const SENT = DISTRICTS.map((unit, at): Sent => {
  const [jobs, poor, all] = FIGURES[at] ?? ['', '', ''];
  return {
    unit,
    figures: { [JOBS]: jobs, [POOR]: poor, [ALL]: all },
    of: { reason: `Chỉ có ${jobs} lao động` },
  };
});
const ASSIGNED = DISTRICTS.map((unit) => given(unit, 'new-jobs', 6000));

let inside: ReportView;
let published: ReportView;

beforeAll(async () => {
  inside = await reported(SENT, { assignments: ASSIGNED });
  published = await reported(SENT, { assignments: ASSIGNED, threshold: THRESHOLD });
});

const cellsOf = ({ grid }: ReportView, indicator: string) =>
  grid.flatMap(({ columns, rows }) => {
    const at = columns.findIndex(({ key }) => key.includes(`|${indicator}|_T|`));
    return at < 0 ? [] : rows.map(({ unit, cells }) => [unit, cells[at] ?? null] as const);
  });

describe('a report for publication', () => {
  it('says nothing of a unit whose figure is hidden, and of others what they reported', async () => {
    const { hidesUnit } = publicFigures(await consolidated(arrived(SENT)), THRESHOLD);
    const hidden = DISTRICTS.filter((unit) => hidesUnit(unit, JOBS));
    expect(hidden).toContain('VN12.105');
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.length).toBeLessThan(DISTRICTS.length);
    const before = new Map(cellsOf(inside, 'new-jobs'));
    for (const [unit, cell] of cellsOf(published, 'new-jobs')) {
      const isHidden = hidden.includes(unit);
      expect(cell).toMatchObject(
        isHidden
          ? { verdict: 'hidden', figure: '–', share: null, place: null }
          : { verdict: before.get(unit)?.verdict, figure: before.get(unit)?.figure },
      );
    }
    const ranked = published.ranking.flatMap(({ places }) => places.map(({ unit }) => unit));
    expect(ranked.filter((unit) => hidden.includes(unit))).toEqual([]);
    expect(ranked.length).toBeGreaterThan(0);
  });

  it('has nowhere a hidden figure, a reason or what a hidden figure leaves of its whole', async () => {
    const { hidesUnit } = publicFigures(await consolidated(arrived(SENT)), THRESHOLD);
    const html = await reportHtml(published);
    const said = `${html} ${JSON.stringify(published)}`;
    expect(await reportHtml(inside)).toContain('4.177');
    for (const [at, unit] of DISTRICTS.entries()) {
      const [jobs = ''] = FIGURES[at] ?? [];
      if (jobs.length === 4 && hidesUnit(unit, JOBS))
        expect(said).not.toContain(`${jobs[0]}.${jobs.slice(1)}`);
    }
    expect(said).not.toContain('Chỉ có');
    expect(hidesUnit('VN12.112', POOR)).toBe(true);
    expect(hidesUnit('VN12.112', RATE)).toBe(true);
    expect(html).toContain('Không công bố');
  });

  it('leaves every hidden figure, and every small rest of a whole, an interval of 1 to the threshold less 1', async () => {
    const found = await consolidated(arrived(SENT));
    const { hidesUnit, hidesTotal } = publicFigures(found, THRESHOLD);
    const { unknown, rests, constraints } = knowledge(publicationOf(found), {
      cell: (key, unit) => hidesUnit(unit, key),
      sum: hidesTotal,
      small: 0,
      beside: 0,
    });
    const small = rests.filter(({ value }) => value < THRESHOLD);
    expect(unknown.length).toBeGreaterThan(3);
    expect(small.map(({ value }) => value)).toContain(2);
    for (const { name } of [...unknown, ...small]) {
      const { low, high } = interval(name, constraints);
      expect(low).toBeLessThanOrEqual(1 + 1e-6);
      expect(high).toBeGreaterThanOrEqual(THRESHOLD - 1 - 1e-6);
    }
  });

  it('counts targets that are not published by themselves, and names no verdict of theirs', async () => {
    const few = DISTRICTS.map((unit): Sent => ({
      unit,
      figures: { [JOBS]: unit === 'VN12.105' ? '3' : '-' },
    }));
    const view = await reported(few, { threshold: THRESHOLD });
    const target = view.targets.find(({ key }) => key.includes('|new-jobs|_T|'));
    expect(target).toMatchObject({
      verdict: 'hidden',
      sentence: 'Không công bố.',
      reached: '–',
      shortfall: null,
    });
    expect([target?.path, target?.reachedYears, view.worst.includes(target?.key ?? '')]).toEqual([
      [],
      [],
      false,
    ]);
    expect(view.headline).toMatch(/1 không công bố/u);
    const open = await reported(few);
    expect(open.targets.find(({ key }) => key.includes('|new-jobs|_T|'))?.verdict).toBe('notMet');
  });

  it('shows an earlier year as it was published, not with what came in since', async () => {
    const ofYear = (year: string, units: readonly string[], jobs: number): Sent[] =>
      units.map((unit, at) => ({
        unit,
        figures: { [JOBS]: String(jobs + at) },
        said: { round: year },
        of: { period: year },
      }));
    const sent = [...ofYear('2022', DISTRICTS.slice(1), 900), ...ofYear('2023', DISTRICTS, 1100)];
    const later = ofYear('2022', DISTRICTS.slice(0, 1), 70);
    const publication = { periods: ['2022'], threshold: THRESHOLD };
    const nothing = { return: null, target: null, figure: null };
    const decisions = [
      { kind: 'publish' as const, ...nothing, publication, at: '2023-02-01', by: 'P', reason: 'r' },
    ];
    const reportOf = (said: SaidBeside) => reported(sent, { decisions, ...said });
    const totalIn = ({ targets, grid, changes }: ReportView) => JSON.stringify([targets, grid, changes]);
    const before = await reportOf({ threshold: THRESHOLD });
    expect(totalIn(await reportOf({ threshold: THRESHOLD, later }))).toBe(totalIn(before));
    expect(totalIn(await reportOf({ later }))).not.toBe(totalIn(await reportOf({})));
    const unpublished = await reported(sent, { threshold: THRESHOLD, later });
    expect(totalIn(unpublished)).not.toBe(totalIn(before));
  });
});
