import { describe, expect, it } from 'vitest';
import { judgedNumber, parseFigure, type Figure } from '../../../core/observation/figure.ts';
import { denominatorTooSmall, measured } from '../../../core/observation/measured.ts';
import { makeIndicator } from '../target/make-series.ts';

const share = makeIndicator({ direction: 'up', measure: 'share', minDenominator: 30 });
const perThousand = makeIndicator({ direction: 'down', measure: 'rate', unit: '‰' });
const perTenThousand = makeIndicator({ direction: 'up', measure: 'rate', unit: 'bác sĩ/vạn dân' });
const count = makeIndicator({ direction: 'up' });

describe('the figure of a share', () => {
  // Numerator down, denominator across; nothing is published.
  const across: Figure[] = [200, 0, '-', '...', 'x', null];
  const table: [Figure, Figure[]][] = [
    [50, [25, 'x', 'x', '...', 'x', null]],
    [0, [0, 'x', 'x', '...', 'x', null]],
    ['-', [0, 'x', 'x', '...', 'x', null]],
    ['...', ['...', '...', '...', '...', '...', '...']],
    ['x', ['x', 'x', 'x', '...', 'x', 'x']],
    [null, [null, null, null, '...', 'x', null]],
  ];
  const rows = table.flatMap(([numerator, figures]) =>
    figures.map((expected, at) => ({ numerator, denominator: across[at] ?? null, expected })),
  );

  it.each(rows)('$numerator over $denominator is $expected', ({ numerator, denominator, expected }) => {
    expect(measured(share, { published: null, numerator, denominator })).toBe(expected);
  });

  const published: Figure[] = [12.5, 0, '-', '...', 'x'];
  it.each(
    published.flatMap((figure) =>
      rows.map(({ numerator, denominator }) => [figure, numerator, denominator] as const),
    ),
  )('published %s decides over %s and %s', (figure, numerator, denominator) => {
    expect(measured(share, { published: figure, numerator, denominator })).toBe(figure);
  });

  it('is not applicable over a negative denominator', () => {
    expect(measured(share, { published: null, numerator: 5, denominator: -10 })).toBe('x');
  });

  it('may pass 100 and may be negative: hard bounds are a check of their own', () => {
    expect(measured(share, { published: null, numerator: 300, denominator: 200 })).toBe(150);
    expect(measured(share, { published: null, numerator: -20, denominator: 200 })).toBe(-10);
  });
});

describe('the figure of other measures', () => {
  it('a rate is per thousand or per ten thousand, as its unit says', () => {
    expect(measured(perThousand, { published: null, numerator: 3, denominator: 125 })).toBe(24);
    expect(measured(perTenThousand, { published: null, numerator: 45, denominator: 50_000 })).toBe(9);
  });

  it.each<Figure>([7, 0, '-', '...', 'x', null])('a count of %s is as published', (published) => {
    expect(measured(count, { published, numerator: null, denominator: null })).toBe(published);
  });
});

describe('a denominator under its minimum of 30', () => {
  it.each<[denominator: Figure, tooSmall: boolean]>([
    [29, true],
    [29.999, true],
    [0, true],
    [30, false],
    [31, false],
    // Without a number there is no share to be judged, and the figure says so itself.
    ['-', false],
    ['...', false],
    ['x', false],
    [null, false],
  ])('%s: %s', (denominator, tooSmall) => {
    expect(denominatorTooSmall(share, { published: null, numerator: 10, denominator })).toBe(tooSmall);
  });

  it.each<Figure>([12.5, '-', '...', 'x'])('does not matter where %s is published', (published) => {
    expect(denominatorTooSmall(share, { published, numerator: 10, denominator: 5 })).toBe(false);
  });

  it('does not depend on the numerator', () => {
    for (const numerator of [10, '-', '...', 'x', null] as const) {
      expect(denominatorTooSmall(share, { published: null, numerator, denominator: 5 })).toBe(true);
    }
  });

  it('never is, where the indicator has no minimum', () => {
    expect(denominatorTooSmall(perThousand, { published: null, numerator: 1, denominator: 1 })).toBe(false);
  });
});

describe('parseFigure', () => {
  it.each<[content: number | string | boolean | null, figure: Figure]>([
    [12.5, 12.5],
    [0, 0],
    [-3, -3],
    [null, null],
    ['', null],
    ['   ', null],
    ['-', '-'],
    [' - ', '-'],
    ['...', '...'],
    ['…', '...'],
    [' … ', '...'],
    ['x', 'x'],
    [' x', 'x'],
    ['X', 'x'],
  ])('reads %j as %j', (content, figure) => {
    expect(parseFigure(content)).toBe(figure);
  });

  it.each([
    '\u00A0',
    '-\u00A0',
    '12',
    '12,5',
    '1.234',
    '0',
    '--',
    '–',
    '..',
    '....',
    'xx',
    'không',
    'n/a',
    '=1+1',
    true,
    false,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])('guesses nothing from %j', (content) => {
    expect(parseFigure(content)).toBeUndefined();
  });
});

describe('judgedNumber', () => {
  it.each<[figure: Figure, number: number | null]>([
    [4.5, 4.5],
    [0, 0],
    ['-', 0],
    ['...', null],
    ['x', null],
    [null, null],
  ])('%j is judged as %j', (figure, number) => {
    expect(judgedNumber(figure)).toBe(number);
  });
});
