import { describe, expect, it } from 'vitest';
import { registerOf, unitStates } from '../../../core/store/register.ts';
import { registerWorkbook } from '../../../core/store/register-sheet.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { registerText } from '../../../generator/register/text.ts';
import { received } from './fixture.ts';

/** More units than any province has had since 2025. */
const UNITS = 130;

const ENDED = 'không còn từ sau ngày 27/12/2013, thay bằng VN12.105';

function register() {
  const units = Array.from({ length: UNITS }, (_, at) => ({
    reporter: `VN12.${10000 + at}${at % 10 === 0 ? '-2025' : ''}`,
    name: at % 7 === 0 ? 'Sở Nông nghiệp và Phát triển nông thôn tỉnh' : `Xã số ${at}`,
    plans: ['lai-chau-2021'],
    notOwed: at === 3 ? { because: 'ended' as const, said: { vi: ENDED, en: 'ended' } } : null,
    due: '2024-01-02',
  }));
  const returns = units.slice(10, 60).flatMap(({ reporter }, at) => {
    const head = { unit: reporter, reporter, received: `2024-0${1 + (at % 5)}-20T08:00:00+07:00` };
    const judged = { acceptance: 'to-explain' as const, errors: 0, warnings: 1234, owed: 120, entered: 118 };
    return [received(2 * at + 1001, { ...head, judged }), received(2 * at + 1002, { ...head, judged })];
  });
  const today = '2026-11-05';
  const input = { units, returns, standing: standingOf([]), conflicting: new Set([1001]), today };
  return { round: '2023', today, lines: registerOf(input), conflicts: [], returns: [], others: [] };
}

describe('a register of 130 units', () => {
  it.each(['vi', 'en'] as const)('fits a terminal of 100 columns: %s', (language) => {
    const [, ...rows] = registerText(register(), language).split('\n');
    expect(rows.length).toBeGreaterThan(UNITS);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(100);
  });

  it('shows the return of a unit of which only some plans are in, and counts it among those not received', () => {
    const all = register();
    const unit = {
      reporter: 'VN12.106',
      name: 'Huyện',
      plans: ['lai-chau-2021', 'b'],
      notOwed: null,
      due: null,
    };
    const today = '2024-01-05';
    const own = registerOf({
      units: [unit, { ...unit, reporter: 'VN12.107' }],
      returns: [received(4)],
      standing: standingOf([]),
      conflicting: new Set(),
      today,
    });
    const [head, , row, other] = registerText({ ...all, lines: own }, 'vi').split('\n');
    expect(head).toContain('2 đơn vị; 2 chưa nhận (trong đó 1 nhận một phần).');
    expect(head).toContain('1 đơn vị mới nộp một phần số kế hoạch phải nộp, còn thiếu: b.');
    expect(row).toMatch(/nhận một phần +B4 +04\/01\/2024 +1\/1/u);
    expect(other).toMatch(/chưa nhận$/u);
    const [sheet] = registerWorkbook({ round: '2023', today, lines: own }).sheets;
    const cells = [...(sheet?.cells.values() ?? [])];
    const said = cells.filter((cell) => cell.row === 6).map(({ value }) => value);
    expect(said).toEqual(expect.arrayContaining(['chưa nhận', 'B4', '04/01/2024', 1]));
    expect(said.at(-1)).toContain('nhận một phần: đã nhận 1/2 kế hoạch, còn thiếu b');
    expect(cells.map(({ value }) => value)).toContain('2 đơn vị: chưa nhận 2 (trong đó 1 nhận một phần).');
  });

  it('is a workbook with a line for each, whose totals count the lines and add up', () => {
    const [sheet, totals] = registerWorkbook(register()).sheets;
    const numbers = [...(sheet?.cells.values() ?? [])].filter(({ column, row }) => column === 2 && row > 5);
    expect(numbers.map(({ value }) => value)).toEqual(Array.from({ length: UNITS }, (_, at) => at + 1));
    const counted = [...(totals?.cells.values() ?? [])].flatMap(({ formula, result }) =>
      formula === undefined ? [] : [{ formula, result: Number(result) }],
    );
    expect(counted).toHaveLength(unitStates.length + 1);
    expect(counted[0]?.formula).toBe(`COUNTIF('Sổ theo dõi'!$E$6:$E$135,"chấp nhận")`);
    const sum = counted.slice(0, -1).reduce((total, { result }) => total + result, 0);
    expect([sum, counted.at(-1)?.result]).toEqual([UNITS, UNITS]);
  });
});
