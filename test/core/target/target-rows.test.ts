import { describe, expect, it } from 'vitest';
import { targetRowFields, targetRows } from '../../../core/target/target-rows.ts';
import { loadedFixture, planInput, targetInput } from '../plan/fixture.ts';

const document = 'bảo hiểm y tế đạt 90%\nđạt 90% dân số\ncó từ 4 - 5 hộ\nxong việc';

const plan = loadedFixture(
  document,
  planInput({
    targets: [
      targetInput({ stratum: 'urban', citations: [{ line: '2', quote: 'đạt 90% dân số' }] }),
      targetInput({
        id: 'growth',
        indicator: 'people',
        kind: 'growth',
        yearFrom: '2021',
        comparator: 'about',
      }),
    ],
    baselines: [
      {
        ...targetInput({
          id: 'base',
          indicator: 'households',
          line: '3',
          quote: 'từ 4 - 5 hộ',
          printed: '4 - 5',
        }),
        comparator: 'range',
      },
    ],
    deadlines: [
      {
        id: 'task',
        line: '4',
        quote: 'xong việc',
        implied: { reason: 'x' },
        section: 'I',
        bullet: 'I-b',
        yearBasis: 'none',
      },
    ],
  }),
);

describe('targetRows', () => {
  it('gives targets, baselines and deadlines with every field in its order', () => {
    const rows = targetRows(plan);
    expect(rows.map(({ role, id }) => `${role} ${id}`)).toEqual([
      'target insured-2025',
      'target growth',
      'baseline base',
      'deadline task',
    ]);
    for (const row of rows) expect(Object.keys(row)).toEqual([...targetRowFields]);
  });

  it('gives symbols, null for what is not there, and the first citation', () => {
    expect(targetRows(plan)[0]).toEqual({
      plan: 'lai-chau-2021',
      source: 'document.txt',
      id: 'insured-2025',
      role: 'target',
      indicator: 'insured',
      indicatorName: 'insured',
      domain: 'social',
      stratum: 'urban',
      measureUnit: '%',
      kind: 'level',
      comparator: '=',
      value: 90,
      low: null,
      high: null,
      yearFrom: null,
      yearTo: 2025,
      baseYear: null,
      yearBasis: 'explicit',
      line: 1,
      quote: 'bảo hiểm y tế đạt 90%',
      leadAgency: 'Sở Y tế',
    });
  });

  it('gives a range without a value', () => {
    expect(targetRows(plan)[2]).toMatchObject({ comparator: 'range', value: null, low: 4, high: 5 });
  });

  it('gives a growth in per cent, whatever is counted', () => {
    expect(targetRows(plan)[1]).toMatchObject({ measureUnit: '%', comparator: '~', baseYear: 2020 });
  });

  it('gives a task without indicator, comparator, value and year', () => {
    expect(targetRows(plan)[3]).toMatchObject({
      kind: 'milestone',
      indicator: null,
      indicatorName: null,
      domain: null,
      measureUnit: null,
      comparator: null,
      value: null,
      yearTo: null,
      leadAgency: null,
    });
  });
});
