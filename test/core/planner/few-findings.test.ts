import { expect, it } from 'vitest';
import { reporter } from '../../../core/base/finding.ts';
import { fewOfEach } from '../../../core/planner/few-findings.ts';
import { rowMessages } from '../../../core/planner/messages.ts';
import { renderFinding } from '../../../core/wording/render.ts';

const report = reporter(rowMessages);
const unknown = (line: number, file = 'giao.csv') =>
  report('row-indicator-unknown', { file, line }, { indicator: 'new-jobz', closest: null });

it('of a fault of a whole column the first rows are named, and how many more there are', () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => unknown(at + 2));
  const other = report('row-unit-unknown', { file: 'giao.csv', line: 3 }, { unit: 'VN12.1', closest: null });
  const few = fewOfEach([...rows, other]);
  expect(few).toHaveLength(22);
  expect(few.at(-1)).toBe(other);
  expect(renderFinding(few[20] ?? other, 'vi')).toMatch(
    /giao\.csv:22: Lỗi: Từ dòng này còn 39\.980 dòng nữa/u,
  );
});

it('few rows are all named, in each file', () => {
  const findings = ['a.csv', 'b.csv'].flatMap((file) =>
    Array.from({ length: 21 }, (_, at) => unknown(at, file)),
  );
  expect(fewOfEach(findings)).toEqual(findings);
});
