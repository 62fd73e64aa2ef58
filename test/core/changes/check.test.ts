import { describe, expect, it } from 'vitest';
import { changeMapSchema } from '../../../core/changes/change-map.ts';
import { checkChangeMap } from '../../../core/changes/check.ts';
import { fixtureCatalogue } from '../plan/fixture.ts';

const codes = (
  changes: object[],
  asked: readonly string[] | null = null,
  askedBefore: readonly string[] | null = [],
) =>
  checkChangeMap(
    changeMapSchema.parse({ schema: '1', from: 'a', to: 'b', changes }),
    {
      catalogue: fixtureCatalogue(),
      asked: asked && new Set(asked),
      askedBefore: askedBefore && new Set(askedBefore),
    },
    (entry) => ({ line: entry }),
  ).map(({ code, place }) => `${place.line} ${code}`);

describe('a change map', () => {
  it('is fine as it should be', () => {
    const changes = [
      { change: 'break', from: 'insured', to: 'covered', reason: 'other count' },
      { change: 'retire', from: 'poverty|poor-districts' },
      { change: 'break', from: 'poverty', to: 'poverty', since: '2021', reason: 'new standard' },
    ];
    expect(codes(changes, ['covered|_T', 'poverty|_T'])).toEqual([]);
  });

  it('names no figure that the catalogue or the later plan does not have', () => {
    expect(codes([{ change: 'retire', from: 'insurred' }])).toEqual(['0 changes-figure-unknown']);
    expect(codes([{ change: 'rename', from: 'insured', to: 'covered' }], ['insured|_T'])).toEqual([
      '0 changes-not-asked',
    ]);
  });

  it('says of each figure one thing', () => {
    expect(
      codes([
        { change: 'retire', from: 'insured' },
        { change: 'break', from: 'insured', to: 'covered', reason: 'x' },
      ]),
    ).toEqual(['1 changes-twice']);
  });

  it('has every year in which a figure was defined anew, while either plan asks for it', () => {
    const anew = (since: string) => ({ change: 'break', from: 'poverty', to: 'poverty', since, reason: 'x' });
    const changes = [anew('2016'), anew('2021'), { change: 'retire', from: 'poverty' }];
    expect(codes(changes, [], ['poverty|_T'])).toEqual([]);
    expect(codes([anew('2021')], [], [])).toEqual(['0 changes-not-asked']);
    expect(codes([anew('2021'), anew('2021')])).toEqual(['1 changes-twice']);
  });

  it('adds no shares up', () => {
    expect(codes([{ change: 'merge', from: ['insured', 'covered'], to: 'poverty' }])).toEqual(
      Array<string>(3).fill('0 changes-adds-not'),
    );
  });

  it('lets a figure become itself only by a break with a year', () => {
    expect(codes([{ change: 'rename', from: 'insured', to: 'insured' }])).toEqual(['0 changes-to-itself']);
    expect(codes([{ change: 'break', from: 'poverty', to: 'poverty', reason: 'x' }])).toEqual([
      '0 changes-to-itself',
    ]);
  });

  it('joins nothing of two units of measure without the number between them', () => {
    expect(codes([{ change: 'rename', from: 'people', to: 'households' }])).toEqual([
      '0 changes-units-measure',
    ]);
    expect(codes([{ change: 'factor', from: 'people', to: 'households', factor: '0.25' }])).toEqual([]);
  });

  it.each(['0', '0.00', '-1', '1e3', '1,5'])('takes no %s for a factor', (factor) => {
    expect(() => codes([{ change: 'factor', from: 'people', to: 'households', factor }])).toThrow();
  });
});
