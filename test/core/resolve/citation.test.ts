import { describe, expect, it } from 'vitest';
import { checkCitation } from '../../../core/resolve/citation.ts';
import { foldWithLines } from '../../../core/base/text.ts';

const DOCUMENT = foldWithLines(
  ['Đến năm 2025, tỷ lệ', '', 'bao phủ đạt\u00a098%, có 5', 'nghìn hộ và 15 xã', 'bao phủ đạt 98%.']
    .join('\n')
    .normalize('NFD'),
);

function check(quote: string, printed: string | null, line: number) {
  const { findings, at } = checkCitation({ id: 'x', quote, printed, line }, DOCUMENT, (field) => ({
    path: field,
  }));
  return { at, problems: findings.map(({ code, place, data }) => ({ code, path: place.path, data })) };
}

describe('checkCitation', () => {
  it('finds a quote across lines, composed or decomposed, and the line of its number', () => {
    expect(check('tỷ lệ bao phủ đạt 98%', '98', 3).problems).toEqual([]);
    expect(check('tỷ lệ  bao phủ\nđạt 98%'.normalize('NFD'), '98', 3).problems).toEqual([]);
  });

  it('takes any of several places where the quote stands', () => {
    expect(check('bao phủ đạt 98%', '98', 3).problems).toEqual([]);
    expect(check('bao phủ đạt 98%', '98', 5).problems).toEqual([]);
    expect(check('bao phủ đạt 98%', '98', 4).problems).toEqual([
      { code: 'printed-not-on-line', path: 'line', data: { id: 'x', printed: '98', line: 4, found: [3, 5] } },
    ]);
  });

  it('goes by the line on which a number begins', () => {
    expect(check('có 5 nghìn hộ', '5 nghìn', 3).problems).toEqual([]);
    expect(check('có 5 nghìn hộ', '5 nghìn', 4).problems[0]?.code).toBe('printed-not-on-line');
  });

  it('says how far a wrong quote still matched', () => {
    expect(check('tỷ lệ bao phủ đạt 99%', '99', 3).problems).toEqual([
      {
        code: 'quote-not-in-source',
        path: 'quote',
        data: { id: 'x', quote: 'tỷ lệ bao phủ đạt 99%', matched: 'tỷ lệ bao phủ đạt 9', line: 3 },
      },
    ]);
  });

  it('wants the number once in the quote, as a whole number', () => {
    const counts = (quote: string, printed: string) =>
      check(quote, printed, 4).problems.map(({ code, data }) => [code, data]);
    expect(counts('nghìn hộ và 15 xã', '5')).toEqual([
      ['printed-count', { id: 'x', printed: '5', count: 0 }],
    ]);
    expect(counts('98%, có 5 nghìn hộ và 15 xã bao phủ đạt 98%', '98')).toEqual([
      ['printed-count', { id: 'x', printed: '98', count: 2 }],
    ]);
  });

  it('refuses a quote that begins inside a longer number of the document', () => {
    expect(check('5 xã', '5', 4).problems).toEqual([
      { code: 'printed-count', path: 'printed', data: { id: 'x', printed: '5', count: 0 } },
    ]);
  });

  it('lets a quote without a number cover its line', () => {
    expect(check('tỷ lệ bao phủ đạt', null, 1).problems).toEqual([]);
    expect(check('tỷ lệ bao phủ đạt', null, 2).problems).toEqual([]);
    expect(check('tỷ lệ bao phủ đạt', null, 4).problems).toEqual([
      { code: 'quote-not-covering-line', path: 'line', data: { id: 'x', line: 4, found: ['1–3'] } },
    ]);
  });

  it('refuses a quote of white space', () => {
    expect(check(' \n', null, 1).problems[0]?.code).toBe('quote-not-in-source');
  });
});
