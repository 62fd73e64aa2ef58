import { describe, expect, it } from 'vitest';
import type { ReturnState } from '../../../core/store/model.ts';
import { judgedSaid } from '../../../core/store/judged-said.ts';
import { isInConflict, type ImportedFile } from '../../../generator/import/imported-file.ts';
import { nextSteps, whyText } from '../../../generator/import/words.ts';
import { received } from '../../core/store/fixture.ts';

const judged = (errors: number, warnings: number) =>
  ({ acceptance: 'blocked', errors, warnings, owed: 9, entered: 9 }) as const;

function file(number: number, state: ReturnState, errors = 0): ImportedFile {
  const kept = { ...received(number), state, judged: judged(errors, 0) };
  return { file: `so-${number}.xlsx`, state, why: [], notLookedAt: null, return: kept };
}

describe('what is said when returns have come in', () => {
  it('how many errors and open warnings a return has, and nothing where it has none', () => {
    expect(judgedSaid(judged(3, 2), 'vi')).toBe('3 lỗi, 2 cảnh báo chưa giải trình');
    expect(judgedSaid(judged(1, 0), 'en')).toBe('1 error');
    expect(judgedSaid(judged(0, 0), 'vi')).toBe('');
  });

  it('says of a result that is new nothing of zeros, and in the same words', () => {
    const said = (errors: number, warnings: number) =>
      whyText(
        [{ code: 'store-judged-anew', severity: 'note', place: {}, data: { return: 1, errors, warnings } }],
        'vi',
      );
    expect(said(0, 2)).toBe(
      'cùng số liệu với B1, kết quả kiểm tra mới: 2 cảnh báo chưa giải trình; thay cho B1',
    );
    expect(said(0, 0)).toBe('cùng số liệu với B1, kết quả kiểm tra mới: không còn điểm nào; thay cho B1');
  });

  it('names the returns that wait, with the command for each kind', () => {
    const steps = nextSteps(
      [file(1, 'new'), file(2, 'held-back'), file(3, 'conflicting'), file(4, 'held-back'), file(5, 'new', 3)],
      'vi',
    );
    expect(steps).toHaveLength(3);
    expect(steps[0]).toContain('Giữ lại B2, B4');
    expect(steps[0]).toContain('chitieu import --release B2 --reason');
    expect(steps[1]).toContain('Mâu thuẫn ở B3');
    expect(steps[2]).toContain('1 báo cáo có lỗi');
    expect(nextSteps([file(1, 'new'), file(2, 'unchanged')], 'vi')).toEqual([]);
  });

  it('names a correction that is still in conflict, and no other', () => {
    const differs = { code: 'store-differs', severity: 'error' as const, place: {}, data: {} };
    const corrects = { ...differs, code: 'store-corrects' };
    const [settled, open] = [file(6, 'correction'), file(7, 'correction')];
    const files = [
      { ...settled, why: [corrects] },
      { ...open, why: [corrects, differs] },
    ];
    expect(nextSteps(files, 'vi')).toEqual([
      expect.stringMatching(/^Mâu thuẫn ở B7: .*chitieu resolve --list/u),
    ]);
    expect(files.map(isInConflict)).toEqual([false, true]);
  });

  it('names the return in the command that lets it in, and names no command to a unit', () => {
    const severity = 'error' as const;
    const why = [
      { code: 'store-other-round', severity, place: {}, data: { found: '2022', expected: '2023' } },
      { code: 'store-closed', severity, place: {}, data: { round: '2023', day: '31/01/2024' } },
      { code: 'store-no-descriptor', severity, place: {}, data: {} },
    ];
    for (const language of ['vi', 'en'] as const) {
      expect(whyText(why, language, 7).match(/"chitieu import --release B7"/gu)).toHaveLength(3);
      expect(whyText(why, language).match(/"chitieu import --release"/gu)).toHaveLength(3);
      expect(whyText(why, language, 'unit')).not.toContain('chitieu');
    }
  });
});
