import { describe, expect, it } from 'vitest';
import { allRules } from '../../../core/check/all-rules.ts';
import { messageTables } from '../../../core/wording/render.ts';

const ofMessages = messageTables.flatMap((table) => Object.keys(table));

describe('a code', () => {
  it('stands for one rule or for one message', () => {
    const codes = [...allRules.map(({ code }) => code), ...ofMessages];
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it('of the reader that a rule speaks for is one of a message', () => {
    const spokenFor = allRules.flatMap(({ insteadOf }) => insteadOf ?? []);
    expect(spokenFor.length).toBeGreaterThan(0);
    expect(spokenFor.filter((code) => !ofMessages.includes(code))).toEqual([]);
  });
});
