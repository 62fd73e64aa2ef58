import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { perOf } from '../../../core/catalogue/per.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { bookOfDraft } from '../../../core/planning/from-draft.ts';
import { theCatalogue } from './seeds.ts';

/** What is said over so many people, with the unit it is read in and the indicator it is of; null where none is. */
const RATES: readonly (readonly [sentence: string, unit: string, indicator: string | null])[] = [
  ['Số bác sĩ trên 10.000 dân đạt 14.', 'bác sĩ/10.000 dân', 'doctors-per-10000'],
  ['Số giường bệnh trên 10.000 dân đạt 32 giường vào năm 2030.', 'giường bệnh/10.000 dân', 'beds-per-10000'],
  ['Số điều dưỡng trên 10.000 dân là 25 người.', 'điều dưỡng/10.000 dân', 'nurses-per-10000'],
  ['Số bác sĩ/10.000 dân đạt 14 bác sĩ.', 'bác sĩ/10.000 dân', 'doctors-per-10000'],
  ['Số bác sĩ trên một vạn dân đạt 14 bác sĩ.', 'bác sĩ/một vạn dân', 'doctors-per-10000'],
  ['Số giường bệnh trên vạn dân đạt 32 giường.', 'giường bệnh/vạn dân', 'beds-per-10000'],
  ['Số giường bệnh trên 1 vạn dân: 32 giường.', 'giường bệnh/1 vạn dân', 'beds-per-10000'],
  ['Số bác sĩ trên 10.000 dân: 14.', 'bác sĩ/10.000 dân', 'doctors-per-10000'],
  ['Nâng số giường bệnh trên 10.000 dân lên 32 giường.', 'giường bệnh/10.000 dân', 'beds-per-10000'],
  [
    'Tỷ suất tử vong trẻ em dưới 1 tuổi trên 1.000 trẻ đẻ sống còn 12.',
    'tử vong trẻ em dưới 1 tuổi/1.000 trẻ đẻ sống',
    'infant-mortality-rate',
  ],
  ['Số ca tử vong mẹ trên 100.000 trẻ đẻ sống còn 40 ca.', 'ca tử vong mẹ/100.000 trẻ đẻ sống', null],
  ['Số ca mắc lao trên 100.000 dân còn 100 người.', 'ca mắc lao/100.000 dân', null],
  ['Trên 10.000 dân có 14 bác sĩ.', 'bác sĩ/10.000 dân', 'doctors-per-10000'],
];

describe('a number that is said to be over so many people', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  it.each(RATES)('is never a plain count: %s', (sentence, unit, indicator) => {
    const text = `I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`;
    const period = { from: 2026, to: 2030 };
    const draft = draftOf(plainDocument(text), catalogue, { period, date: '2026-01-01' });
    expect(draft.rows.map((row) => row.unit)).toEqual([unit]);
    const plan = { id: 'plan', source: 'plan.txt', province: 'lai-chau', period, like: null };
    const [row] = bookOfDraft(draft, text, plan, catalogue).rows;
    expect(row?.decision).toBe(indicator === null ? 'ask' : 'accept');
    if (indicator === null) expect(row?.wanted?.unit).toBe(unit);
    else {
      expect(row?.proposals[0]).toBe(indicator);
      const chosen = catalogue.indicators.get(indicator);
      expect(chosen === undefined ? null : perOf(chosen)).not.toBeNull();
    }
  });
});

describe('a count behind a rate', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  const rowsOf = (sentence: string) =>
    draftOf(plainDocument(`I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`), catalogue, {
      period: { from: 2026, to: 2030 },
      date: '2026-01-01',
    }).rows.map(({ unit, doubts, proposals }) => [
      unit,
      doubts.includes('rate-goes-on'),
      proposals[0]?.indicator,
    ]);

  it('is a rate too where the catalogue has it, and is asked about', () => {
    expect(rowsOf('Số bác sĩ trên 10.000 dân đạt 14, số giường bệnh đạt 32.')).toEqual([
      ['bác sĩ/10.000 dân', false, 'doctors-per-10000'],
      ['giường bệnh/10.000 dân', true, 'beds-per-10000'],
    ]);
  });

  it('stays a count where the catalogue has none, and is asked about', () => {
    expect(rowsOf('Số bác sĩ trên 10.000 dân đạt 14; số hộ sinh đạt 4.')[1]?.slice(0, 2)).toEqual(['', true]);
  });

  it('is a count where its words say of what', () => {
    expect(
      rowsOf('Số bác sĩ trên 10.000 dân đạt 14; số xã đạt chuẩn y tế là 95 xã.')[1]?.slice(0, 2),
    ).toEqual(['', false]);
  });
});

describe('the average of a year behind the sum of a period', () => {
  it('is of what the sum is of', async () => {
    const { rows } = draftOf(
      plainDocument(
        'I. MỤC TIÊU\n- Giai đoạn 2026 - 2030 giải quyết việc làm cho 45.000 lao động (bình quân 9.000 người/năm).',
      ),
      await theCatalogue(),
      { period: { from: 2026, to: 2030 }, date: '2026-01-01' },
    );
    expect(rows.map(({ kind, named, proposals }) => [kind.value, named, proposals[0]?.indicator])).toEqual([
      ['total', 'Số lao động được giải quyết việc làm', 'new-jobs'],
      ['flow', 'Số lao động được giải quyết việc làm', 'new-jobs'],
    ]);
  });
});
