import { describe, expect, it } from 'vitest';
import { prefilledFigures, type PrefilledFigure } from '../../../core/consolidate/prefill.ts';
import { prefillText } from '../../../core/consolidate/prefill-text.ts';
import type { StoredReturn } from '../../../core/store/model.ts';
import { arrived, consolidated, type Sent } from './fixture.ts';

const JOBS = 'new-jobs|_T';
const RATE = 'poverty-rate|_T';
const POOR = 'poor-households|_T';
const ALL = 'households|_T';
const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);
const LABOUR = 'VN12.SLDTBXH';

/** All districts with the same figures, and what others send beside. */
async function prefilled(
  sent: readonly Sent[],
  reporter = 'VN12',
): Promise<ReadonlyMap<string, PrefilledFigure>> {
  const found = await consolidated(arrived(sent), { acceptedOnly: true });
  return new Map(prefilledFigures(found, { province: 'VN12', reporter }).map((one) => [one.key, one]));
}

const all = (figures: Record<string, string>, of: Sent['of'] = {}): Sent[] =>
  DISTRICTS.map((unit) => ({ unit, figures, of }));
const text = (one: PrefilledFigure | undefined) => one && prefillText(one, () => 'Sở Lao động');

describe('a figure of the province that others have sent', () => {
  it('is the sum of its districts once all have given it, and names their returns', async () => {
    const found = await prefilled(all({ [JOBS]: '1.5', [POOR]: '-' }));
    expect(found.get(JOBS)).toMatchObject({ figure: 12, from: { kind: 'units', vintage: 'final' } });
    expect(text(found.get(JOBS))).toBe('Kho: cộng 8/8 đơn vị (B1–B8), chính thức');
    expect(found.get(POOR)?.figure).toBe(0);
  });

  it('is left blank while one is missing, not accepted or says "..."', async () => {
    const few = all({ [JOBS]: '10' }).slice(1);
    expect((await prefilled(few)).get(JOBS)).toMatchObject({ figure: null, from: { kind: 'incomplete' } });
    const judged = { acceptance: 'to-explain' as const, errors: 0, warnings: 1, owed: 1, entered: 1 };
    const waiting = [...few, { unit: 'VN12.105', figures: { [JOBS]: '1' }, said: { judged } }];
    expect(text((await prefilled(waiting)).get(JOBS))).toBe(
      'Chưa cấp sẵn: mới 7/8 đơn vị có số đã chấp nhận, cộng được 70',
    );
    const unknown = [...few, { unit: 'VN12.105', figures: { [JOBS]: '...' } }];
    expect((await prefilled(unknown)).get(JOBS)?.figure).toBeNull();
    expect((await prefilled([])).size).toBe(0);
  });

  it('counts those to which it does not apply as nothing owed, but not in one part of a share alone', async () => {
    const [first, ...others] = all({ [JOBS]: '10', [POOR]: '1', [ALL]: '10' });
    const found = await prefilled([
      { unit: first?.unit ?? '', figures: { [JOBS]: 'x', [POOR]: 'x', [ALL]: '10' } },
      ...others,
    ]);
    expect(found.get(JOBS)?.figure).toBe(70);
    expect(found.get(ALL)?.figure).toBe(80);
    expect(found.get(POOR)).toMatchObject({ figure: null, from: { kind: 'parts-of-other-units' } });
  });

  it('of a share is its parts, and the rate itself only of who publishes it', async () => {
    const districts = all({ [POOR]: '1', [ALL]: '10' });
    expect((await prefilled(districts)).has(RATE)).toBe(false);
    const published = [...districts, { unit: 'VN12', reporter: LABOUR, figures: { [RATE]: '9.87' } }];
    const found = await prefilled(published);
    expect(found.get(RATE)).toMatchObject({ figure: 9.87, from: { kind: 'record', reporter: LABOUR } });
    expect(text(found.get(RATE))).toBe('Kho: Sở Lao động báo cáo (B9), chính thức');
    expect(found.get(POOR)?.figure).toBe(8);
  });

  it('waits for the source of record that has sent something nobody has accepted, or a sign', async () => {
    const judged = { acceptance: 'blocked' as const, errors: 1, warnings: 0, owed: 1, entered: 1 };
    const of = (figure: string, said: Partial<StoredReturn>): Sent[] => [
      ...all({ [JOBS]: '10' }),
      { unit: 'VN12', reporter: LABOUR, figures: { [JOBS]: figure }, said },
    ];
    expect((await prefilled(of('90', { judged }))).get(JOBS)?.from.kind).toBe('record-not-accepted');
    expect((await prefilled(of('90', { judged }), LABOUR)).get(JOBS)?.figure).toBe(80);
    expect((await prefilled(of('...', {}))).get(JOBS)?.from.kind).toBe('record-without-number');
    expect((await prefilled(of('90', {}))).get(JOBS)?.figure).toBe(90);
  });

  it('is as sure as the least sure of its districts, and blank where the column is surer', async () => {
    const withOne = (vintage: string) => [
      ...all({ [JOBS]: '10' }).slice(1),
      { unit: 'VN12.105', figures: { [JOBS]: '10' }, of: { vintage } },
    ];
    const found = await prefilled(withOne('preliminary'));
    expect(found.get(JOBS)?.from).toMatchObject({ kind: 'units', vintage: 'preliminary' });
    expect((await prefilled(withOne('estimate'))).get(JOBS)).toMatchObject({
      figure: null,
      from: { kind: 'less-sure', vintage: 'estimate', wanted: 'preliminary' },
    });
  });

  it('is no number that a cell would cut', async () => {
    const found = await prefilled(all({ [JOBS]: '12345678901234567' }));
    expect(found.get(JOBS)).toMatchObject({ figure: null, from: { kind: 'too-many-digits' } });
  });
});
