import { describe, expect, it } from 'vitest';
import { accountNumbers } from '../../../core/resolve/numbers.ts';
import { type PlanInput, loadedFixture, planInput, targetInput } from '../plan/fixture.ts';

/** Every number with what explains it, in the order of the document. */
function uses(document: string, input: Partial<PlanInput> = {}): [string, string][] {
  const { numbers } = accountNumbers(loadedFixture(document, planInput(input)));
  return numbers.map(({ text, use }) => [text, use.kind === 'structural' ? use.reason : use.kind]);
}

describe('accountNumbers', () => {
  it.each([
    ['1. Mục đích', [['1', 'heading']]],
    ['## **2.1. Mục tiêu**', [['2.1', 'heading']]],
    ['2.2.4.Thực hiện', [['2.2.4', 'heading']]],
    ['3) Giải pháp', [['3', 'heading']]],
    ['Số: 46/KH-UBND', [['46', 'document-number']]],
    ['Kết luận số 92-KL/TW', [['92', 'document-number']]],
    ['Kết luận 92-\nKL/TW', [['92', 'document-number']]],
    ['Nghị quyết số 15 – NQ/TW', [['15', 'document-number']]],
    [
      'Quyết định 22/2013/QĐ-TTg',
      [
        ['22', 'document-number'],
        ['2013', 'document-number'],
      ],
    ],
    [
      'Nghị quyết số 111/2024/QH15',
      [
        ['111', 'document-number'],
        ['2024', 'document-number'],
        ['15', 'document-number'],
      ],
    ],
    [
      'ngày 05/11/2020',
      [
        ['05', 'date'],
        ['11', 'date'],
        ['2020', 'year'],
      ],
    ],
    [
      'ngày 12 tháng 3 năm 2021',
      [
        ['12', 'date'],
        ['3', 'date'],
        ['2021', 'year'],
      ],
    ],
    [
      'giai đoạn 2012 - 2020',
      [
        ['2012', 'year'],
        ['2020', 'year'],
      ],
    ],
    ['trước\n\n 12 \n\nsau', [['12', 'page-number']]],
  ])('knows what %j is made of', (document, expected) => {
    expect(uses(document)).toEqual(expected);
  });

  it.each([
    ['tại 70 xã', ['70']],
    ['8.000 người', ['8.000']],
    ['98% dân số', ['98']],
    ['Nghị quyết 30a, chương trình 135', ['30', '135']],
    ['trẻ em dưới 5 tuổi', ['5']],
    ['22,5m<sup>2</sup>', ['22,5', '2']],
    ['trong 36 tháng', ['36']],
    ['1/3 số hộ', ['1', '3']],
    ['đạt 15 - Tỷ lệ', ['15']],
    ['tổng số 20250 người', ['20250']],
  ])('leaves the figures of %j to be explained', (document, expected) => {
    const unexplained = uses(document).filter(([, use]) => use === 'unexplained');
    expect(unexplained.map(([text]) => text)).toEqual(expected);
  });

  it('sees the numbers of all citations as explained, and only at their own place', () => {
    const document = 'bảo hiểm y tế đạt 90%\nđạt 90% dân số\ncòn 90 xã';
    const targets = [targetInput({ citations: [{ line: '2', quote: 'đạt 90% dân số' }] })];
    expect(uses(document, { targets })).toEqual([
      ['90', 'statement'],
      ['90', 'statement'],
      ['90', 'unexplained'],
    ]);
  });

  it('takes both ends of a range and the number before a scale word', () => {
    const range = {
      id: 'r',
      printed: '4 - 5',
      quote: 'từ 4 - 5 hộ',
      indicator: 'households',
      comparator: 'range' as const,
    };
    const scale = { id: 's', printed: '6 nghìn', quote: 'cho 6 nghìn hộ', indicator: 'households' };
    const targets = [targetInput(range), targetInput(scale)];
    expect(uses('từ 4 - 5 hộ, cho 6 nghìn hộ', { targets }).map(([, use]) => use)).toEqual([
      'statement',
      'statement',
      'statement',
    ]);
  });

  it('explains one number with each number left out, the unexplained ones first', () => {
    const document = '5. Trung ương 5 và 5 tuổi';
    const reasons = (numbers: string[]) =>
      uses(document, { leftOut: [{ line: '1', numbers, reason: 'x' }] }).map(([, use]) => use);
    expect(reasons(['5'])).toEqual(['heading', 'left-out', 'unexplained']);
    expect(reasons(['5', '5'])).toEqual(['heading', 'left-out', 'left-out']);
  });

  it('reports what was left out in vain', () => {
    const leftOut = [{ line: '2', numbers: ['5'], reason: 'x' }];
    const plan = loadedFixture('5 tuổi\nkhông', planInput({ leftOut }));
    expect(accountNumbers(plan).idle).toEqual([{ entry: 0, line: 2, number: '5' }]);
  });
});
