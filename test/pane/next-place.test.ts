import { expect, it } from 'vitest';
import { nextPlace } from '../../addin/commands/next-place.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';

const sheets = [
  { name: 'Bìa', state: 'visible' as const },
  { name: 'Nhập liệu', state: 'visible' as const },
  { name: 'Nguồn', state: 'hidden' as const },
  { name: 'Y tế', state: 'visible' as const },
];

function finding(sheet: string | null, cell: string | null, more: Partial<CheckFinding> = {}): CheckFinding {
  return {
    ...{ code: 'x', severity: 'error', data: {}, key: null, period: null, found: null, explanation: null },
    place: { ...(sheet === null ? {} : { sheet }), ...(cell === null ? {} : { cell }) },
    ...more,
  };
}

const found = [
  finding('Y tế', 'C4'),
  finding('Nhập liệu', 'AA9'),
  finding('Nhập liệu', 'F9', { severity: 'warning' }),
  finding('Nhập liệu', 'F9'),
  finding('Nhập liệu', 'F5', { severity: 'note' }),
  finding('Nhập liệu', 'F6', { severity: 'warning', explanation: 'đã giải trình' }),
  finding('Nguồn', 'B2'),
  finding('Nhập liệu', null),
  finding(null, null),
];
const from = (sheet: string, row: number, column: number) =>
  nextPlace(found, sheets, { sheet, row, column })?.cell;

it('goes by tab, row and column, and begins again after the last', () => {
  expect(from('Bìa', 50, 1)).toBe('F9');
  expect(from('Nhập liệu', 9, 5)).toBe('F9');
  expect(from('Nhập liệu', 9, 6)).toBe('AA9');
  expect(from('Nhập liệu', 9, 27)).toBe('C4');
  expect(from('Y tế', 4, 3)).toBe('F9');
  expect(nextPlace(found, sheets, null)?.cell).toBe('F9');
});

it('has nowhere to go without open findings on visible sheets', () => {
  expect(nextPlace(found.slice(4), sheets, null)).toBeNull();
});
