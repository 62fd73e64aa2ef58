import { expect, it } from 'vitest';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { type Expected, measure } from '../../../bench/draft/measure.ts';
import { theCatalogue } from './seeds.ts';

it('a row of a draft is found once, however many expected rows print its number on its line', async () => {
  const draft = draftOf(
    plainDocument(
      ['I. MỤC TIÊU ĐẾN NĂM 2030', '- 90% hộ dùng nước sạch; ngân sách cấp 90% kinh phí.'].join('\n'),
    ),
    await theCatalogue(),
  );
  const want: Expected = {
    ...{ line: 2, printed: '90', value: 90, low: null, high: null, comparator: '=', kind: 'level' },
    ...{ yearFrom: null, yearTo: 2030, indicator: null, stratum: null },
  };
  expect(measure(draft, [want]).found).toEqual([1, 1]);
  const twice = measure(draft, [want, { ...want }]);
  expect(twice.found).toEqual([1, 2]);
  expect(twice.wrong).toContain('missed: 2 90 ');
});

it('rows of one line and number are held against expected rows in their order', async () => {
  const draft = draftOf(
    plainDocument(
      [
        'Lai Châu, ngày 5 tháng 1 năm 2026',
        'I. MỤC TIÊU',
        '- 95% hộ dùng điện vào năm 2028; 95% hộ dùng nước sạch vào năm 2030.',
      ].join('\n'),
    ),
    await theCatalogue(),
  );
  const want = (yearTo: number): Expected => ({
    ...{ line: 3, printed: '95', value: 95, low: null, high: null, comparator: '=', kind: 'level' },
    ...{ yearFrom: null, yearTo, indicator: null, stratum: null },
  });
  expect(measure(draft, [want(2028), want(2030)]).year).toEqual([2, 2]);
});
