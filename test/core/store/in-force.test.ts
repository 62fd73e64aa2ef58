import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryKey } from '../../../core/store/entry.ts';
import { figuresInForce } from '../../../core/store/in-force.ts';
import { reporter } from '../../../core/base/finding.ts';
import { storeMessages } from '../../../core/store/messages.ts';
import type { Decision, StoredEntry, StoredReturn } from '../../../core/store/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { decision, entry, received, stored } from './fixture.ts';

const RECORD = 'VN12.LDTBXH';

/** Who took over from {@link RECORD}. */
const SUCCESSOR = 'VN12.SNV-2025';

function inForce(returns: StoredReturn[], entries: StoredEntry[], decisions: Decision[] = []) {
  const recordOf = () => [RECORD, SUCCESSOR];
  return figuresInForce(returns, entries, { standing: standingOf(decisions), recordOf });
}

const value = (digits: string, said: Parameters<typeof entry>[0] = {}) => entry({ value: digits, ...said });

describe('the figure in force', () => {
  it('is that of the source of record, and the other body stays beside without a quarrel', () => {
    const province = { unit: 'VN12' };
    const [one] = inForce(
      [received(1), received(2)],
      [
        ...stored(1, value('12', { ...province, reporter: 'VN12' })),
        ...stored(2, value('11', { ...province, reporter: RECORD, vintage: 'preliminary' })),
      ],
    );
    expect(one?.figure?.value).toBe('11');
    expect(one?.conflicts).toEqual([]);
    expect(one?.beside.map(({ value: digits }) => digits)).toEqual(['12']);
  });

  it('is that of whoever is or was the source of record, the surer where both speak', () => {
    const of = (reporter: string, more: Parameters<typeof entry>[0] = {}) => ({
      unit: 'VN12',
      reporter,
      ...more,
    });
    const [successor] = inForce(
      [received(1), received(2)],
      [...stored(1, value('12', of('VN12'))), ...stored(2, value('11', of(SUCCESSOR)))],
    );
    expect(successor?.figure?.value).toBe('11');
    const [surer] = inForce(
      [received(1), received(2)],
      [
        ...stored(1, value('10', of(RECORD))),
        ...stored(2, value('11', of(SUCCESSOR, { vintage: 'preliminary' }))),
      ],
    );
    expect(surer?.figure?.value).toBe('10');
  });

  it('is the surest: an estimate neither overrides nor quarrels with a final figure', () => {
    const [one] = inForce(
      [received(1), received(2)],
      [...stored(1, value('10')), ...stored(2, value('9', { vintage: 'estimate' }))],
    );
    expect(one?.figure?.value).toBe('10');
    expect(one?.conflicts).toEqual([]);
  });

  it('is the latest correction, over as many as there are', () => {
    const returns = [received(1), received(2, { corrects: 1 }), received(3, { corrects: 2 })];
    const [one] = inForce(returns, [
      ...stored(1, value('1')),
      ...stored(2, value('2')),
      ...stored(3, value('3')),
    ]);
    expect(one?.figure?.value).toBe('3');
    expect(one?.beside).toEqual([]);
  });

  it('is what a unit answers about versions that quarrelled, where nobody had chosen', () => {
    const answer = (corrects: number, code: string) =>
      received(3, {
        corrects,
        why: [reporter(storeMessages)('store-corrects', {}, { return: 2, reason: null })].map((why) => ({
          ...why,
          code,
        })),
      });
    const quarrel = [received(1), received(2, { state: 'conflicting' })];
    const said = [...stored(1, value('1')), ...stored(2, value('2')), ...stored(3, value('3'))];
    const figureOf = (returns: StoredReturn[], decisions: Decision[] = []) => {
      const [one] = inForce(returns, said, decisions);
      return one?.figure?.value ?? one?.conflicts.length;
    };
    expect(figureOf(quarrel)).toBe(1);
    expect(figureOf([...quarrel, answer(2, 'store-corrects')])).toBe('3');
    // It names the first and says nothing of the second.
    expect(figureOf([...quarrel, answer(1, 'store-corrects')])).toBe(1);
    // That it only adds figures is no answer.
    expect(figureOf([...quarrel, answer(2, 'store-adds')])).toBe(1);
    const chosen = (of: number) => decision(1, { return: of, figure: entryKey(value('1')), seen: 2 });
    expect(figureOf([...quarrel, answer(2, 'store-corrects')], [chosen(2)])).toBe('3');
    // Somebody has chosen the other one: the unit does not undo that.
    expect(figureOf([...quarrel, answer(2, 'store-corrects')], [chosen(1)])).toBe(1);
  });

  it('stays where a correction leaves it blank', () => {
    const returns = [received(1), received(2, { corrects: 1 })];
    const [one] = inForce(returns, [...stored(1, value('1')), ...stored(2, entry({ reason: 'chưa có' }))]);
    expect(one?.figure?.value).toBe('1');
  });

  it('is nobody’s while two differing ones stand, and the chosen one after a decision', () => {
    const returns = [received(1), received(2, { state: 'conflicting' })];
    const entries = [...stored(1, value('1')), ...stored(2, value('2'))];
    const [open] = inForce(returns, entries);
    expect(open?.figure).toBeNull();
    expect(open?.conflicts.map(({ figures }) => figures.map((one) => one.value))).toEqual([['1', '2']]);
    const choice = decision(1, { return: 1, figure: entryKey(value('1')), seen: 2 });
    const [settled] = inForce(returns, entries, [choice]);
    expect(settled?.figure?.value).toBe('1');
    expect(settled?.conflicts).toEqual([]);
    const undone = inForce(returns, entries, [choice, decision(2, { kind: 'undo', target: 1 })]);
    expect(undone[0]?.figure).toBeNull();
  });

  it('is open again where what was chosen was withdrawn and comes in once more', () => {
    const returns = [
      received(1),
      received(2, { state: 'conflicting' }),
      received(3, { state: 'conflicting' }),
    ];
    const entries = [...stored(1, value('1')), ...stored(2, value('2')), ...stored(3, value('2'))];
    const choice = decision(1, { return: 2, figure: entryKey(value('1')), seen: 2 });
    const withdrawn = decision(2, { kind: 'withdraw', return: 2 });
    expect(inForce(returns, entries, [choice])[0]?.figure?.value).toBe('2');
    const [open] = inForce(returns, entries, [choice, withdrawn]);
    expect(open?.figure).toBeNull();
    expect(open?.conflicts).toHaveLength(1);
    // To take the withdrawal back brings the choice back, too.
    const back = [choice, withdrawn, decision(3, { kind: 'undo', target: 2 })];
    expect(inForce(returns, entries, back)[0]?.figure?.value).toBe('2');
  });

  it('is open again when a differing figure comes after the decision', () => {
    const returns = [
      received(1),
      received(2, { state: 'conflicting' }),
      received(3, { state: 'conflicting' }),
    ];
    const entries = [...stored(1, value('1')), ...stored(2, value('2')), ...stored(3, value('3'))];
    const choice = decision(1, { return: 1, figure: entryKey(value('1')), seen: 2 });
    expect(inForce(returns, entries, [choice])[0]?.figure).toBeNull();
  });

  it('comes back when the return that replaced it is withdrawn', () => {
    const returns = [received(1), received(2, { corrects: 1 })];
    const entries = [...stored(1, value('1')), ...stored(2, value('2'))];
    const [one] = inForce(returns, entries, [decision(1, { kind: 'withdraw', return: 2 })]);
    expect(one?.figure?.value).toBe('1');
  });

  it('is none of a return that is held back, until it is released', () => {
    const returns = [received(1, { state: 'held-back' })];
    const entries = stored(1, value('1'));
    expect(inForce(returns, entries)).toEqual([]);
    expect(inForce(returns, entries, [decision(1, { kind: 'release', return: 1 })])[0]?.figure?.value).toBe(
      '1',
    );
  });

  it('may be a sign; a text that is no figure never is', () => {
    const entries = stored(1, entry({ sign: '-' }), entry({ indicator: 'population', unread: '1o' }));
    expect(inForce([received(1)], entries).map(({ figure }) => figure?.sign)).toEqual(['-']);
  });

  it('does not depend on the order in which entries are read', () => {
    const figures = fc.array(
      fc.record({
        of: fc.integer({ min: 1, max: 4 }),
        digits: fc.constantFrom('1', '2'),
        vintage: fc.constantFrom('estimate', 'final'),
        reporter: fc.constantFrom('VN12.106', RECORD),
      }),
      { maxLength: 8 },
    );
    const returns = [
      received(1),
      received(2, { corrects: 1 }),
      received(3, { state: 'conflicting' }),
      received(4),
    ];
    fc.assert(
      fc.property(figures, (said) => {
        const entries = said.flatMap(({ of, digits, ...others }) => stored(of, value(digits, others)));
        const [one, other] = [entries, [...entries].reverse()].map((all) => inForce(returns, all)[0]);
        expect(other?.figure?.value).toBe(one?.figure?.value);
        expect(other?.conflicts.length).toBe(one?.conflicts.length);
        // Nothing that was reported is lost: it is in force, beside, in a conflict, equal to what is, or replaced.
        expect((one?.figure ?? null) !== null || (one?.conflicts.length ?? 0) > 0).toBe(entries.length > 0);
      }),
    );
  });
});
