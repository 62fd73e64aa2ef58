import { kinds } from '../../../../core/target/kinds/index.ts';
import { describe, expect, it } from 'vitest';
import { judgeFigure, rulesFor } from '../../../../core/rules/figure/precedence.ts';
import { figureRules } from '../../../../core/rules/figure/rules/index.ts';
import { readingsOf } from '../../../../core/rules/figure/text-number.ts';
import { valueRules } from '../../../../core/rules/value-rules.ts';
import { figureCases } from './figure-cases.ts';
import {
  makeContext,
  makeIndicator,
  makeValues,
  type IndicatorShape,
  type ValuesShape,
} from './figure-fixture.ts';

describe.each(figureRules.map((rule) => ({ code: rule.code, rule })))('$code', ({ code, rule }) => {
  const cases = figureCases[code] ?? [];

  it.each(cases)('$name: $outcome', ({ context, values, outcome }) => {
    expect(rule.appliesTo(context)).toBe(true);
    expect(rule.check(context, makeValues(context, values)).outcome).toBe(outcome);
  });

  it('has cases that pass, fail and cannot be evaluated', () => {
    const outcomes = new Set(cases.map(({ outcome }) => outcome));
    // A figure that is too early cannot pass: where the rule has nothing to say, it does not apply. Whether a figure
    // is the one that was filled in can always be said.
    const expected = code === 'figure-not-yet-due' || code.startsWith('figure-given-') ? 2 : 3;
    expect(outcomes.size).toBe(expected);
  });

  it('says what it found in whole sentences of both languages', () => {
    for (const { context, values } of cases) {
      const result = rule.check(context, makeValues(context, values));
      if (result.outcome !== 'failed') continue;
      const [vi, en] = [rule.text.vi, rule.text.en].map(({ message, expected }) => [
        message(result.data as never),
        expected(result.data as never),
      ]);
      for (const [message, expected] of [vi ?? [], en ?? []]) {
        expect(message).toMatch(/^\S.*\.$/su);
        expect(expected).toMatch(/\S/u);
        expect(`${message} ${expected}`).not.toMatch(/undefined|null|NaN|\[object/u);
      }
      expect(vi).not.toEqual(en);
    }
  });
});

describe('the rules', () => {
  it('are silenced only by rules before them', () => {
    figureRules.forEach(({ silencedBy }, at) => {
      const before = figureRules.slice(0, at).map(({ code }) => code);
      for (const code of silencedBy) expect(before).toContain(code);
    });
  });

  it('are explained in both languages, and differently', () => {
    for (const { text } of valueRules) {
      for (const part of ['title', 'meaning', 'example', 'fix'] as const) {
        expect(text.vi[part]).toMatch(/\S/u);
        expect(text.en[part]).not.toBe(text.vi[part]);
      }
    }
  });

  it('apply to the figures they are about, and only to the form of earlier years', () => {
    const codes = (shape: IndicatorShape, more: Parameters<typeof makeContext>[1] = {}) =>
      rulesFor(makeContext(shape, more)).map(({ code }) => code);
    expect(codes({ hard: [0, 9] }, { ofRound: false })).toEqual([
      'figure-number-as-text',
      'figure-not-a-number',
      'figure-impossible',
      'figure-not-whole',
    ]);
    expect(codes({}, { owed: false })).not.toContain('figure-missing');
    expect(codes({ measure: 'ordinal' })).not.toContain('figure-jump');
    expect(codes({ measure: 'yes-no' })).not.toContain('figure-unit-slip');
    expect(codes({})).toContain('figure-unchanged');
    expect(codes({ unit: 'xã' })).not.toContain('figure-unchanged');
    expect(codes({ measure: 'share' }, { kinds: [kinds.maintain] })).not.toContain('figure-unchanged');
    expect(codes({}, { kinds: [kinds.total] })).not.toContain('figure-jump');
    expect(codes({}, { kinds: [kinds.flow] })).not.toContain('figure-period-above-year');
    expect(codes({}, { period: '2024-S1', kinds: [kinds.level] })).not.toContain('figure-period-above-year');
    expect(codes({}, { isSumSoFar: true })).toContain('figure-sum-differs');
    expect(codes({}, {})).not.toContain('figure-sum-differs');
    // Available by the day the report is due, without such a day, of a period that has ended, or not final.
    const final = { vintage: 'final' } as const;
    expect(codes({ availableMonth: 4 }, final)).toContain('figure-not-yet-due');
    expect(codes({ availableMonth: 1 }, final)).not.toContain('figure-not-yet-due');
    expect(codes({ availableMonth: 12 }, final)).not.toContain('figure-not-yet-due');
    expect(codes({ availableMonth: 4 }, { ...final, due: '2025-04-01' })).not.toContain('figure-not-yet-due');
    expect(codes({ availableMonth: 4 }, { ...final, due: null })).not.toContain('figure-not-yet-due');
    expect(codes({ availableMonth: 4 })).not.toContain('figure-not-yet-due');
    expect(codes({ availableMonth: 4 }, { vintage: 'estimate' })).not.toContain('figure-not-yet-due');
    expect(codes({}, final)).not.toContain('figure-not-yet-due');
  });
});

describe('one slip is said once', () => {
  const failing = (shape: IndicatorShape, values: ValuesShape, more = {}) => {
    const context = makeContext(shape, more);
    return judgeFigure(context, makeValues(context, values)).flatMap(({ rule, result }) =>
      result.outcome === 'failed' ? [rule.code] : [],
    );
  };
  const poverty = { measure: 'share', hard: [0, 100], plausible: [5, 60] } as const;
  const people = { hard: [0, 1_000_000] } as const;
  const named = [{ vi: 'Tổng', en: 'All' }];

  it.each<[string, IndicatorShape, ValuesShape, string[]]>([
    ['a number as text', people, { figure: '1.234' }, ['figure-number-as-text']],
    ['a text', people, { figure: 'nhiều' }, ['figure-not-a-number']],
    ['a share of 0,45', poverty, { figure: 0.45, previous: 45 }, ['figure-unit-slip']],
    ['a share of 4.500', poverty, { figure: 4_500, previous: 45 }, ['figure-impossible']],
    ['a broken negative count', people, { figure: -1.5, previous: 45 }, ['figure-impossible']],
    ['a count in thousands', people, { figure: 45.12, previous: 45_120 }, ['figure-not-whole']],
    [
      'a rate off its parts',
      poverty,
      { figure: 30, previous: 46, numerator: 45, denominator: 100 },
      ['figure-rate-differs'],
    ],
    ['an implausible jump', poverty, { figure: 75, previous: 45 }, ['figure-implausible']],
    ['a plain jump', poverty, { figure: 25, previous: 45 }, ['figure-jump']],
    [
      'a cumulative fall',
      { ...people, cumulative: 'yes' },
      { figure: 40, previous: 100 },
      ['figure-cumulative-falls'],
    ],
  ])('%s', (_name, shape, values, expected) => {
    expect(failing(shape, values)).toEqual(expected);
  });

  it('of a numerator a thousand times too large', () => {
    const values = { figure: 4_213_000, previous: 4_213, denominators: [9_500] };
    const shares = [{ indicator: makeIndicator(poverty), isPart: true, printed: [] }];
    expect(failing({ hard: [0, 1e9] }, values, { denominators: named, shares })).toEqual([
      'figure-numerator-above-denominator',
    ]);
  });

  it('but two slips are said twice', () => {
    expect(failing(poverty, { figure: '...', reason: null, previous: 45 })).toEqual([
      'figure-sign-without-reason',
    ]);
    const early = { ...poverty, availableMonth: 4 };
    expect(failing(early, { figure: 25, previous: 45 }, { vintage: 'final' })).toEqual([
      'figure-jump',
      'figure-not-yet-due',
    ]);
  });
});

it.each([
  ['106\u200b', 'Ô ghi chữ "106" có ký tự không nhìn thấy, không phải số.'],
  ['\u200e\u200b', 'Ô nhìn như trống nhưng có ký tự không nhìn thấy, không phải số.'],
  ['khoảng\n106', 'Ô ghi chữ "khoảng 106", không phải số.'],
])('a text in place of a figure is said as it is seen: %j', (figure, expected) => {
  const context = makeContext();
  const messages = judgeFigure(context, makeValues(context, { figure })).flatMap(({ rule, result }) =>
    result.outcome === 'failed' ? [rule.text.vi.message(result.data as never)] : [],
  );
  expect(messages).toEqual([expected]);
});

describe('readingsOf', () => {
  it.each<[string, number[]]>([
    ['12,5', [12.5]],
    ['12.5', [12.5]],
    ['1.234', [1_234, 1.234]],
    ['1,234', [1.234, 1_234]],
    ['12 345', [12_345]],
    ['12\u00a0345,5', [12_345.5]],
    ['1.234.567', [1_234_567]],
    ['1,234.5', [1_234.5]],
    ['\u22125', [-5]],
    ['5 %', [5]],
    ['1,2,3', []],
    ['.', []],
  ])('reads %s as %j', (text, expected) => {
    expect(readingsOf(text)).toEqual(expected);
  });

  it('offers both readings of an ambiguous text', () => {
    const context = makeContext();
    const [message] = judgeFigure(context, makeValues(context, { figure: '1.234' })).flatMap(
      ({ rule, result }) => (result.outcome === 'failed' ? [rule.text.vi.message(result.data as never)] : []),
    );
    expect(message).toBe('Ô ghi "1.234" dạng chữ, có thể hiểu là 1.234 hoặc 1,234.');
  });
});

describe('one wrong figure', () => {
  const said = (context: ReturnType<typeof makeContext>, values: ValuesShape) =>
    judgeFigure(context, makeValues(context, values))
      .filter(({ result }) => result.outcome === 'failed')
      .map(({ rule }) => rule.code);
  const whole = [{ vi: 'Tổng thể', en: 'Whole' }];
  const part = { indicator: makeIndicator({ measure: 'share', hard: [0, 100] }), isPart: true, printed: [] };

  it('is said once where it lies above its denominator and above a whole', () => {
    const around = { denominators: whole, shares: [part], wholes: whole };
    const values = { figure: 9_000, previous: 480, denominators: [5_000], wholes: [800] };
    expect(said(makeContext({}, around), values)).toEqual(['figure-numerator-above-denominator']);
    const without = makeContext({}, { wholes: whole });
    expect(said(without, { figure: 4_800, previous: 480, wholes: [800] })).toEqual([
      'figure-part-above-whole',
    ]);
  });

  it('is said once where it is a hundredth and so below a part of it', () => {
    const context = makeContext(
      { measure: 'share', hard: [0, 100] },
      { portions: whole, portionShares: [null] },
    );
    expect(said(context, { figure: 0.9, previous: 90, portions: [14] })).toEqual(['figure-unit-slip']);
  });
});
