import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { theCatalogue } from './seeds.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await theCatalogue();
});

const rowsOf = (lines: readonly string[]) =>
  draftOf(plainDocument(lines.join('\n')), catalogue).rows.map(({ printed, kind, years, stratum, group }) => [
    printed,
    kind.value,
    years.value.to,
    stratum.value ?? group,
  ]);

describe('a list that divides the number above it', () => {
  it('gives each part the kind and the year of its whole, and asks of whom it is', () => {
    const rows = rowsOf([
      'ĐỀ ÁN',
      'Hỗ trợ nhà ở giai đoạn 2026 - 2030',
      'B. MỤC TIÊU',
      '1. Hỗ trợ cải thiện nhà ở cho 1.265 hộ, trong đó:',
      '- Người có công: 388 hộ;',
      '- Hộ nghèo: 512 hộ; hộ cận nghèo: 365 hộ.',
      '2. Toàn tỉnh có 40 nhà văn hóa.',
    ]);
    expect(rows).toEqual([
      ['1.265', 'total', 2030, null],
      ['388', 'total', 2030, 'người có công'],
      ['512', 'total', 2030, 'poor-households'],
      ['365', 'total', 2030, 'near-poor-households'],
      ['40', 'level', 2030, null],
    ]);
  });
});

describe('a headline', () => {
  it('leaves its number to the sentence below that says it again', () => {
    const said = '(Cổng thông tin) Năm 2027, huyện phấn đấu tỷ lệ hộ nghèo còn 3,95%.';
    expect(rowsOf(['Huyện Quang Hạ: tỷ lệ hộ nghèo còn 3,95%', said]).length).toBe(1);
    expect(rowsOf(['Huyện Quang Hạ: tỷ lệ hộ nghèo còn 4,95%', said]).length).toBe(2);
  });
});
