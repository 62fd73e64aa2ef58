import { beforeAll, describe, expect, it } from 'vitest';
import { checkReturn } from '../../../../core/check/return/check-return.ts';
import { type ReturnIdentity, returnIdentity } from '../../../../core/returned/return-identity.ts';
import { returnRules } from '../../../../core/check/return/rules/index.ts';
import type { WorkbookFacts } from '../../../../core/sheet/facts.ts';
import { LAYOUT } from '../../../../core/workbook/contract.ts';
import { factsOf } from '../structure/facts-of.ts';
import { seedModel } from '../structure/models.ts';

const ours: ReturnIdentity = {
  isOurs: true,
  layout: String(LAYOUT),
  unit: 'VN12',
  reporter: 'VN12.105',
  round: '2024',
  isSample: false,
  plans: new Map([['lai-chau-2021', 'abc']]),
  definition: 'whole',
};
const expectation = {
  unit: 'VN12.105',
  units: new Set(['VN12', 'VN12.105']),
  round: '2024',
  plans: new Map([['lai-chau-2021', 'abc']]),
};
const found = (returned: ReturnIdentity, given = expectation) =>
  checkReturn(returned, given).findings.map(({ code, severity }) => `${code} ${severity}`);

describe('the return that was asked for', () => {
  it('passes every rule', () => {
    const { findings, rules } = checkReturn(ours, expectation);
    expect(findings).toEqual([]);
    expect(rules.map(({ code }) => code)).toEqual(returnRules.map(({ code }) => code));
    expect(rules.every(({ passed }) => passed === 1)).toBe(true);
  });

  it('is not judged on what nobody knows', () => {
    const { findings, rules } = checkReturn(ours);
    expect(findings).toEqual([]);
    expect(rules.filter((rule) => rule['not-evaluable'] === 1).map(({ code }) => code)).toEqual([
      'unit-unknown',
      'unit-other',
      'round-other',
      'plan-other',
      'plan-changed',
    ]);
  });
});

describe('a return that was not asked for', () => {
  const cases: [string, Partial<ReturnIdentity>, string[]][] = [
    ['a unit that is not expected', { reporter: 'VN12' }, ['unit-other error']],
    ['a unit nobody knows', { reporter: 'VN99' }, ['unit-unknown error', 'unit-other error']],
    ['half a year instead of the year', { round: '2024-S1' }, ['round-other error']],
    ['a plan that is not installed', { plans: new Map([['x', 'abc']]) }, ['plan-other error']],
    ['a plan changed since', { plans: new Map([['lai-chau-2021', 'older']]) }, ['plan-changed warning']],
    ['a plan whose hash is lost', { plans: new Map([['lai-chau-2021', '']]) }, []],
    ['a sample', { isSample: true }, ['sample-returned error']],
    ['a newer layout', { layout: '99' }, ['workbook-newer error']],
    ['a layout that is no number', { layout: 'x' }, ['workbook-newer error']],
    [
      'an older layout, which had no definition',
      { layout: '1', definition: 'missing' },
      ['workbook-older note'],
    ],
    ['a lost definition', { definition: 'missing' }, ['definition-missing warning']],
    ['a damaged definition', { definition: 'damaged' }, ['definition-damaged warning']],
  ];
  it.each(cases)('%s', (_name, change, expected) => {
    expect(found({ ...ours, ...change })).toEqual(expected);
  });

  it('a file that is not ours is that and nothing else', () => {
    expect(found(returnIdentity([]))).toEqual(['not-our-workbook error']);
  });
});

describe('what a file says of itself', () => {
  let facts: WorkbookFacts;
  beforeAll(async () => {
    facts = factsOf((await seedModel('quang-ngai-2021', 'VN51')).model);
  });

  it('is read from the workbook, a sample too', () => {
    const { plans, ...identity } = returnIdentity(facts.sheets);
    expect(identity).toEqual({
      isOurs: true,
      layout: String(LAYOUT),
      unit: 'VN51',
      reporter: 'VN51',
      round: expect.stringMatching(/^20\d\d/u) as string,
      isSample: true,
      definition: 'whole',
    });
    expect(plans.get('quang-ngai-2021')).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is still known without _meta', () => {
    const without = facts.sheets.filter(({ name }) => name !== '_meta');
    expect(returnIdentity(without)).toMatchObject({
      isOurs: true,
      unit: 'VN51',
      isSample: true,
      definition: 'missing',
    });
  });
});

it('every rule is worded in both languages', () => {
  const data = { found: '"x"', expected: '"y"' };
  for (const {
    text: { vi, en },
  } of returnRules) {
    expect(vi.message(data)).not.toBe(en.message(data));
    for (const text of [vi, en]) {
      expect(`${text.message(data)} ${text.expected(data)} ${text.fix}`).not.toMatch(
        /undefined|null|\[object/u,
      );
    }
  }
});
