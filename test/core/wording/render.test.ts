import { describe, expect, it } from 'vitest';
import { type Finding, reporter } from '../../../core/base/finding.ts';
import { figureText } from '../../../core/target/figure-text.ts';
import { numberText } from '../../../core/base/number-text.ts';
import { fileMessages } from '../../../core/base/file-messages.ts';
import { planMessages } from '../../../core/resolve/messages.ts';
import { renderPlace } from '../../../core/wording/place.ts';
import { renderFinding, renderMessage } from '../../../core/wording/render.ts';

const finding = reporter(planMessages)(
  'printed-count',
  { file: 'seeds/x/plan.yaml', line: 12, path: 'targets[3].printed' },
  { id: 'doctors-2030', printed: '13', count: 2 },
);

describe('renderFinding', () => {
  it('says where, how bad, what was found and what to do, in both languages', () => {
    expect(renderFinding(finding, 'vi')).toBe(
      'seeds/x/plan.yaml:12 (targets[3].printed): Lỗi: Mục "doctors-2030": số "13" xuất hiện 2 lần như một số trọn vẹn trong câu trích; cần đúng 1 lần. Hãy rút ngắn câu trích.',
    );
    expect(renderFinding(finding, 'en')).toBe(
      'seeds/x/plan.yaml:12 (targets[3].printed): Error: The entry "doctors-2030": "13" stands 2 times in the quote as a whole number; expected exactly once. Shorten the quote.',
    );
  });

  it('names the fields that exist', () => {
    const unknown = reporter(fileMessages)(
      'field-unknown',
      {},
      { field: 'prnted', allowed: ['printed', 'quote'], closest: 'printed' },
    );
    expect(renderFinding(unknown, 'vi')).toBe(
      'Lỗi: Không có trường "prnted" (có phải "printed"?). Các trường được dùng: printed, quote.',
    );
  });

  it('says in Vietnamese what a field expects', () => {
    const missing = reporter(fileMessages)(
      'field-missing',
      {},
      { field: 'year', expected: 'a year, such as 2025' },
    );
    expect(renderMessage(missing, 'vi')).toContain('năm, ví dụ 2025');
    const words = reporter(fileMessages)(
      'field-missing',
      {},
      { field: 'kind', expected: 'one of level, flow' },
    );
    expect(renderMessage(words, 'vi')).toContain('một trong level, flow');
  });

  it('does not render a code that no table has', () => {
    const stray: Finding = { code: 'toString', severity: 'note', place: {}, data: {} };
    expect(() => renderMessage(stray, 'vi')).toThrow('toString');
  });
});

describe('renderPlace', () => {
  it.each([
    [{ file: 'a.yaml', line: 3 }, 'a.yaml:3'],
    [{ file: 'a.yaml' }, 'a.yaml'],
    [{ line: 3 }, 'dòng 3'],
    [{ file: 'a.xlsx', sheet: 'Y tế', cell: 'J12' }, 'a.xlsx Y tế!J12'],
    [{}, ''],
  ])('shows %j as %j', (place, expected) => {
    expect(renderPlace(place, 'vi')).toBe(expected);
  });
});

describe('figureText', () => {
  const unit = { vi: '%', en: '%' };

  it.each([
    [{ comparator: '>=' as const, value: 62.8, low: null, high: null, unit }, '≥ 62,8 %', '≥ 62.8 %'],
    [
      { comparator: 'range' as const, value: null, low: 5000, high: 6000, unit },
      '5.000–6.000 %',
      '5,000–6,000 %',
    ],
    [{ comparator: '=' as const, value: 0, low: null, high: null, unit }, '0 %', '0 %'],
    [{ comparator: null, value: null, low: null, high: null, unit }, '–', '–'],
  ])('shows %j', (figure, vi, en) => {
    expect(figureText(figure, 'vi')).toBe(vi);
    expect(figureText(figure, 'en')).toBe(en);
  });

  it.each([
    [1234567.25, '1.234.567,25'],
    [-1000, '-1.000'],
    [999, '999'],
    [0.5, '0,5'],
  ])('writes %d as %s', (value, expected) => {
    expect(numberText(value, 'vi')).toBe(expected);
  });
});
