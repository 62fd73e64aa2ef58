import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardedText, unguardedText } from '../../../core/exchange/guarded-text.ts';
import { freeText } from '../../formats/csv/arbitrary-return.ts';

describe('a guarded text', () => {
  it.each([
    '=1+1',
    '=1+1\nghi chú',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1+1',
    '＠x',
    '\t=1',
    '\n=1',
    ' =1',
    '\u0000=1',
    "'=1+1",
    '=cmd|/c calc!A0',
  ])('begins with an apostrophe where a spreadsheet would run it: %j', (text) => {
    expect(guardedText(text)).toBe(`'${text}`);
  });

  it.each(['007', '1.234', '1/2', '2023-01-02', '12:30', '1e5', 'TRUE', '-12,5', '50%'])(
    'begins with an apostrophe where a spreadsheet would change it: %s',
    (text) => {
      expect(guardedText(text)).toBe(`'${text}`);
    },
  );

  it.each(['do bão', '12 hộ', "l'eau", "'", 'Quyết định 1841/QĐ-UBND', '(giảm)'])(
    'stays as it is otherwise: %s',
    (text) => {
      expect(guardedText(text)).toBe(text);
    },
  );

  it('comes back the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          freeText,
          freeText.map((text) => `'${text}`),
        ),
        (text) => {
          expect(unguardedText(guardedText(text))).toBe(text);
        },
      ),
    );
  });
});
