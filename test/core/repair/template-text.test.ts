import { expect, it } from 'vitest';
import { templateText } from '../../../core/repair/template-text.ts';

it('takes words to which today adds some in brackets for those of an earlier layout, without its definition too', () => {
  const { printedOtherwise } = templateText({ title: '', created: '2026-01-01', sheets: [] }, null);
  const printed = { value: 'Chênh lệch (dấu – là kém hơn)', style: 'plain' } as const;
  expect(
    ['Chênh lệch', 'Chênh', 'Chênh lệch (dấu', 5].map((found) => printedOtherwise(found, printed)),
  ).toEqual([true, false, false, false]);
});
