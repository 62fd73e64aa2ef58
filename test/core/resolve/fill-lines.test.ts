import { expect, it } from 'vitest';
import { fillLines } from '../../../core/resolve/fill-lines.ts';

const SOURCE =
  'Mục tiêu\nđến năm 2030 đạt 95% số xã;\nđạt 95% số hộ.\nXóa nhà tạm. Xóa nhà tạm.\nđạt 95% số hộ.\n';
const entry = (quote: string, printed?: string) => ({
  id: 'a',
  quote,
  ...(printed === undefined ? {} : { printed }),
});
const linesOf = (...targets: object[]) =>
  (fillLines({ id: 'p', targets }, SOURCE) as { targets: { line?: string }[] }).targets.map(
    ({ line }) => line,
  );

it('the line of a number is filled in where its quote stands only once, and left open elsewhere', () => {
  expect(linesOf(entry('2030 đạt 95% số xã', '95'))).toEqual(['2']);
  // The quote spans lines; the number stands on the second.
  expect(linesOf(entry('số xã;\nđạt 95% số hộ', '95'))).toEqual(['3']);
  expect(linesOf(entry('đạt 95% số hộ', '95'))).toEqual([undefined]);
  expect(linesOf(entry('Xóa nhà tạm'))).toEqual(['4']);
  expect(linesOf({ ...entry('đạt 95% số hộ', '95'), line: '5' })).toEqual(['5']);
});

it('the line of a section is that of its title', () => {
  const sections = [
    { id: 'I', title: 'Mục tiêu' },
    { id: 'II', title: 'Xóa nhà tạm. Xóa nhà tạm.' },
    { id: 'III', title: 'đạt 95% số hộ.' },
  ];
  expect((fillLines({ id: 'p', sections }, SOURCE) as { sections: { line?: string }[] }).sections).toEqual([
    { id: 'I', title: 'Mục tiêu', line: '1' },
    { id: 'II', title: 'Xóa nhà tạm. Xóa nhà tạm.', line: '4' },
    { id: 'III', title: 'đạt 95% số hộ.' },
  ]);
});

it('everything else of the file stays as it is', () => {
  const file = { id: 'p', targets: [{ ...entry('x'), line: '1' }], baselines: [] };
  expect(fillLines(file, SOURCE)).toBe(file);
  expect(fillLines('text', SOURCE)).toBe('text');
});
