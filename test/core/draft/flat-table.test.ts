import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { theCatalogue } from './seeds.ts';

/** A document whose table was copied from a page: every cell is a line of its own. */
function documentWith(cells: readonly string[]): string {
  return [
    'Kim Sơn, ngày 4 tháng 3 năm 2021',
    'KẾ HOẠCH',
    'Trợ giúp xã hội giai đoạn 2021 - 2030',
    'I. MỤC TIÊU',
    ...cells,
    'II. NHIỆM VỤ',
    'Tuyên truyền, phổ biến pháp luật.',
  ].join('\n\n');
}

describe('a table with a cell on each line', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  function rowsOf(cells: readonly string[]) {
    return draftOf(plainDocument(documentWith(cells)), catalogue).rows.map((row) => ({
      printed: row.printed,
      role: row.role.value,
      kind: row.kind.value,
      years: `${row.years.value.from ?? ''}-${row.years.value.to ?? ''}`,
      quote: row.quote,
      asked: row.doubts.includes('column-unclear'),
    }));
  }

  it('gives every number the year of its column, and cites it from the name of its row', () => {
    const rows = rowsOf([
      ...['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2020', 'Giai đoạn 2021 - 2025', 'Giai đoạn 2026 - 2030'],
      ...['I', 'Y tế'],
      ...['1', 'Tỷ lệ người khuyết tật được khám sức khỏe', '%', '61,5', '80', '90'],
      ...['2', 'Số người khuyết tật được phẫu thuật chỉnh hình', 'Người', '140', '1.000', '1.500'],
    ]);
    expect(rows).toEqual([
      expect.objectContaining({ printed: '61,5', role: 'baseline', years: '-2020' }),
      expect.objectContaining({ printed: '80', kind: 'level', years: '-2025' }),
      expect.objectContaining({
        printed: '90',
        years: '-2030',
        quote: 'Tỷ lệ người khuyết tật được khám sức khỏe % 61,5 80 90',
      }),
      expect.objectContaining({ printed: '140', role: 'baseline' }),
      expect.objectContaining({ printed: '1.000', kind: 'total', years: '2021-2025' }),
      expect.objectContaining({ printed: '1.500', kind: 'total', years: '2026-2030' }),
    ]);
    expect(rows.every(({ asked }) => !asked)).toBe(true);
  });

  it('takes the years below a heading over several columns', () => {
    const rows = rowsOf([
      ...['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch giai đoạn 2021 - 2023', '2021', '2022', '2023'],
      ...['1', 'Tỷ lệ dân số tham gia bảo hiểm y tế', '%', '91', '92,5', '94'],
      ...['2', 'Số lao động được đào tạo nghề', 'Người', '2.000', '2.100', '2.200'],
    ]);
    expect(rows.map(({ printed, kind, years }) => `${printed ?? ''} ${kind} ${years}`)).toEqual([
      '91 level -2021',
      '92,5 level -2022',
      '94 level -2023',
      '2.000 flow 2021-2021',
      '2.100 flow 2022-2022',
      '2.200 flow 2023-2023',
    ]);
  });

  it('asks which column the numbers of a row stand in where a cell is missing', () => {
    const rows = rowsOf([
      ...['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2023', 'Năm 2025'],
      ...['1', 'Tỷ lệ hộ nghèo', '%', '6', '4'],
      ...['2', 'Tỷ lệ xã có bác sĩ làm việc', '%', '100'],
      ...['3', 'Tỷ lệ lao động qua đào tạo', '%', '60', '65'],
    ]);
    expect(rows.map(({ printed, asked }) => [printed, asked])).toEqual([
      ['6', false],
      ['4', false],
      ['100', true],
      ['60', false],
      ['65', false],
    ]);
  });

  it('is none where lines only begin with numbers', () => {
    const text = documentWith([
      'TT',
      '1. Tỷ lệ hộ nghèo giảm còn 4%.',
      '2. Tỷ lệ lao động qua đào tạo đạt 65%.',
    ]);
    const { rows } = draftOf(plainDocument(text), catalogue);
    expect(rows.map(({ printed, cell }) => [printed, cell])).toEqual([
      ['4', null],
      ['65', null],
    ]);
  });
});
