import { describe, expect, it } from 'vitest';
import type { Decision, StoredReturn } from '../../../core/store/model.ts';
import { countStates, registerOf, type NotOwed, type OwedUnit } from '../../../core/store/register.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { registerNotes } from '../../../core/store/words.ts';
import { decision, received } from './fixture.ts';

const UNIT: OwedUnit = {
  reporter: 'VN12.106',
  name: 'Huyện',
  plans: ['lai-chau-2021'],
  notOwed: null,
  due: '2024-01-02',
};
const NOTHING: NotOwed = { because: 'nothing-asked', said: { vi: 'không hỏi gì', en: 'nothing is asked' } };
const judged = (acceptance: 'blocked' | 'to-explain') => ({
  acceptance,
  errors: 0,
  warnings: 1,
  owed: 1,
  entered: 1,
});

function lineOf(
  returns: StoredReturn[],
  decisions: Decision[] = [],
  conflicting: number[] = [],
  unit = UNIT,
) {
  const standing = standingOf(decisions);
  const [line] = registerOf({
    units: [unit],
    returns,
    standing,
    conflicting: new Set(conflicting),
    today: '2024-01-05',
  });
  return line;
}

describe('a unit in the register', () => {
  const held = received(1, { state: 'held-back' });
  const refused = received(2, { state: 'refused' });
  it.each([
    ['not received', [], [], 'not-received'],
    ['refused', [refused], [], 'refused'],
    ['held back rather than refused', [held, refused], [], 'held-back'],
    ['accepted', [received(1)], [], 'accepted'],
    [
      'accepted still when something else is held back',
      [received(1), received(2, { state: 'held-back' })],
      [],
      'accepted',
    ],
    ['blocked', [received(1, { judged: judged('blocked') })], [], 'blocked'],
    ['to explain', [received(1, { judged: judged('to-explain') })], [], 'to-explain'],
    [
      'judged by the latest',
      [received(1, { judged: judged('blocked') }), received(2, { state: 'correction' })],
      [],
      'accepted',
    ],
    [
      'accepted by somebody',
      [received(1, { judged: judged('to-explain') })],
      [decision(1, { kind: 'accept', return: 1 })],
      'accepted',
    ],
    [
      'never accepted with errors',
      [received(1, { judged: judged('blocked') })],
      [decision(1, { kind: 'accept', return: 1 })],
      'blocked',
    ],
    [
      'not received again after a withdrawal',
      [received(1)],
      [decision(1, { kind: 'withdraw', return: 1 })],
      'not-received',
    ],
    ['released', [held], [decision(1, { kind: 'release', return: 1 })], 'accepted'],
  ] as [string, StoredReturn[], Decision[], string][])('is %s', (_, returns, decisions, state) => {
    expect(lineOf(returns, decisions)?.state).toBe(state);
  });

  it('is conflicting while a figure of it is open', () => {
    expect(lineOf([received(1), received(2, { state: 'conflicting' })], [], [1, 2])?.state).toBe(
      'conflicting',
    );
    expect(lineOf([received(1), received(2, { state: 'conflicting' })])?.state).toBe('accepted');
  });

  it('says which version counts, what waits and how late it came', () => {
    const line = lineOf([
      received(1),
      received(3, { state: 'correction' }),
      received(4, { state: 'unchanged' }),
      received(5, { state: 'held-back' }),
    ]);
    expect(line).toMatchObject({ version: 2, waiting: 1, daysLate: 0 });
    expect(lineOf([received(4)])?.daysLate).toBe(2);
    expect(lineOf([])?.daysLate).toBe(3);
    expect(lineOf([], [], [], { ...UNIT, due: null })?.daysLate).toBeNull();
  });

  it('is late by the plan that came last, and as long as one is missing by today', () => {
    const unit = { ...UNIT, plans: ['lai-chau-2021', 'lai-chau-2024'] };
    const days = (returns: StoredReturn[]) => lineOf(returns, [], [], unit)?.daysLate;
    const inTime = { received: '2024-01-01T08:00:00+07:00' };
    const other = { plans: ['lai-chau-2024'] };
    expect(days([])).toBe(3);
    expect(days([received(1, inTime)])).toBe(3);
    expect(days([received(1, inTime), received(2, { ...other, state: 'held-back' })])).toBe(3);
    expect(days([received(1, inTime), received(4, other)])).toBe(2);
    expect(days([received(1, inTime), received(2, { ...other, ...inTime })])).toBe(0);
    const both = { ...inTime, plans: unit.plans };
    expect(days([received(1, both), received(4, { ...other, state: 'correction' })])).toBe(0);
  });

  it('is in the state of the plan that wants most to be done, and says what is missing', () => {
    const unit = { ...UNIT, plans: ['lai-chau-2021', 'lai-chau-2024'] };
    expect(lineOf([received(1)], [], [], unit)).toMatchObject({
      state: 'not-received',
      missing: ['lai-chau-2024'],
      return: { number: 1 },
      version: 1,
      judged: { entered: 1, owed: 1 },
    });
    const ofOther = received(1, { plans: ['lai-chau-2099'] });
    expect(lineOf([ofOther], [], [], unit)).toMatchObject({ missing: [], return: null, judged: null });
    const line = lineOf([received(1)], [], [], unit);
    expect(line && registerNotes(line, 'vi')).toEqual([
      'nhận một phần: đã nhận 1/2 kế hoạch, còn thiếu lai-chau-2024',
    ]);
    const both = received(1, { plans: ['lai-chau-2021', 'lai-chau-2024'] });
    expect(lineOf([both], [], [], unit)).toMatchObject({ state: 'accepted', missing: [] });
    expect(lineOf([], [], [], unit)).toMatchObject({ state: 'not-received', missing: [] });
  });

  it('owes nothing where that is said, and every unit is in one state', () => {
    const units = [
      UNIT,
      {
        ...UNIT,
        reporter: 'VN12.107',
        notOwed: { because: 'ended', said: { vi: 'sáp nhập', en: 'merged' } } satisfies NotOwed,
      },
    ];
    const lines = registerOf({
      units,
      returns: [],
      standing: standingOf([]),
      conflicting: new Set(),
      today: '2024-01-05',
    });
    const counts = countStates(lines);
    expect(counts).toMatchObject({ 'not-received': 1, 'not-owed': 1 });
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(units.length);
    expect(lines[1]?.daysLate).toBeNull();
  });

  it('owes nothing where it sent the blank form of when something still was asked, and what holds figures stands', () => {
    const unit = { ...UNIT, notOwed: NOTHING };
    const blank = { acceptance: 'blocked' as const, errors: 16, warnings: 1, owed: 16, entered: 0 };
    const told = [{ code: 'store-nothing-asked', severity: 'note' as const, place: {}, data: {} }];
    expect(lineOf([received(1, { judged: blank, why: told })], [], [], unit)?.state).toBe('not-owed');
    expect(lineOf([received(1, { judged: blank })], [], [], unit)?.state).toBe('blocked');
  });

  it('is not owed where nothing is asked of it, though its empty form has come; what somebody let in says something', () => {
    const unit = { ...UNIT, plans: ['lai-chau-2021', 'b'], notOwed: NOTHING };
    const blank = { acceptance: 'accepted' as const, errors: 0, warnings: 0, owed: 0, entered: 0 };
    const empty = lineOf([received(1, { judged: blank })], [], [], unit);
    expect(empty).toMatchObject({ state: 'not-owed', missing: [], daysLate: null, return: { number: 1 } });
    expect(empty && registerNotes(empty, 'en')).toEqual([
      'nothing is asked',
      'its workbook has come and has no figures',
    ]);
    const held = received(1, { state: 'held-back', judged: blank });
    expect(lineOf([held], [], [], unit)?.state).toBe('held-back');
    expect(lineOf([held], [decision(1, { kind: 'release', return: 1 })], [], unit)?.state).toBe('accepted');
  });
});
