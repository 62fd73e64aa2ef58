import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithLines, isBlankText, occurrences } from '../../../core/base/text.ts';

const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâđêôơưếộ 0123,.\n\r\t\u00a0\u200b\ufeff\f'.split('')),
});

describe('fold', () => {
  it('takes decomposed letters, no-break spaces and line breaks for their plain forms', () => {
    expect(fold('Lai\u00a0Châu\r\n đạt  \u200b62,8 '.normalize('NFD'))).toBe('Lai Châu đạt 62,8');
  });

  it('does not depend on the form or the spacing of its text', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const folded = fold(text);
        expect(fold(text.normalize('NFD'))).toBe(folded);
        expect(fold(folded)).toBe(folded);
        expect(fold(` \n${text.replaceAll(' ', ' \u00a0')}\t`)).toBe(folded);
      }),
    );
  });
});

describe('foldWithLines', () => {
  it('counts LF, CRLF and CR as line breaks, and a form feed as white space', () => {
    const { text, lineAt } = foldWithLines('a\nb\r\nc\rd\fe');
    expect(text).toBe('a b c d e');
    expect([0, 2, 4, 6, 8].map((index) => lineAt[index])).toEqual([1, 2, 3, 4, 4]);
  });

  it('knows the line of every character, in ascending order', () => {
    fc.assert(
      fc.property(vietnamese, (source) => {
        const { text, lineAt } = foldWithLines(source);
        const lines = source.split(/\r\n|\n|\r/u);
        expect(lineAt).toHaveLength(text.length);
        [...text].forEach((character, index) => {
          const line = lineAt[index] ?? 0;
          expect(line).toBeGreaterThanOrEqual(lineAt[index - 1] ?? 1);
          if (character !== ' ') expect(lines[line - 1]?.normalize('NFC')).toContain(character);
        });
      }),
    );
  });
});

describe('occurrences', () => {
  it('finds overlapping places and none of an empty text', () => {
    expect(occurrences('aaa', 'aa')).toEqual([0, 1]);
    expect(occurrences('aaa', '')).toEqual([]);
  });
});

it('calls a text blank where folding leaves nothing of it', () => {
  for (const text of ['', ' ', '\u00a0\n\t', '\u200b\ufeff\u2003', ' a ', 'ữ', '\u0301', '0', '\u2060'])
    expect(isBlankText(text), JSON.stringify(text)).toBe(fold(text) === '');
});
