import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/base/finding.ts';
import type { Judged } from '../../../core/store/model.ts';
import type { RegisterLine } from '../../../core/store/register.ts';
import { letterTo } from '../../../generator/feedback/letter.ts';
import { received } from '../../core/store/fixture.ts';

const NAMES = { indicators: new Map(), strata: new Map() };

function letter(state: RegisterLine['state'], judged: Judged | null, why: Finding[] = []): string {
  const one = received(7, { state: state === 'held-back' ? 'held-back' : 'new', judged, why });
  const line: RegisterLine = {
    ...{ reporter: 'VN12.106', name: 'Huyện Tam Đường', plans: one.plans, notOwed: null, due: '2024-01-31' },
    ...{ state, return: one, version: 1, waiting: 0, missing: [], judged, daysLate: 0 },
  };
  const beside = {
    report: null,
    conflicts: [],
    returns: [one],
    catalogue: NAMES,
    round: '2023',
    marked: null,
  };
  return letterTo({ line, ...beside });
}

describe('a letter to a unit', () => {
  const blank: Judged = { acceptance: 'blocked', errors: 19, warnings: 0, owed: 19, entered: 0 };

  it('says of a wholly blank workbook that it is one, and of no other', () => {
    const said = 'Sổ gửi đến chưa có số nào trong 19 số phải báo cáo';
    expect(letter('blocked', blank)).toContain(`1. ${said}`);
    expect(letter('blocked', { ...blank, entered: 1 })).not.toContain(said);
    expect(letter('blocked', { ...blank, owed: 0 })).not.toContain('Sổ gửi đến');
  });

  it('names no command of the planner’s where the return is held back', () => {
    const data = { found: '2023', expected: '2024' };
    const why = [{ code: 'store-other-round', severity: 'error' as const, place: {}, data }];
    const text = letter('held-back', null, why);
    expect(text).toContain('1. Tệp chưa được nhận: báo cáo của kỳ 2023, đang nhận kỳ 2024.');
    expect(text).not.toContain('chitieu');
  });
});
