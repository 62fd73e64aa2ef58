import { describe, expect, it } from 'vitest';
import type { LivePlan } from '../../../core/plan/model.ts';
import { planNames } from '../../../core/report/plan-names.ts';
import { laiChau } from '../consolidate/fixture.ts';

describe('what plans are called in a report on several', () => {
  it('is what the document calls itself, with its number or year, and its issuer where that is not enough', async () => {
    const { plan } = await laiChau();
    const named = (...files: Partial<LivePlan['file']>[]) => [
      ...planNames(
        files.map((file, at) => ({ ...plan.file, id: `p${at}`, ...file })),
        'vi',
      ).values(),
    ];
    expect(
      named({}, { title: 'Chương trình hành động thực hiện Nghị quyết số 42-NQ/TW', date: '2024' }),
    ).toEqual(['Kế hoạch năm 2021', 'Chương trình hành động năm 2024']);
    expect(named({ number: '15/KH-UBND' }, { title: 'Về chính sách xã hội', date: '2024-05-02' })).toEqual([
      'Kế hoạch 15/KH-UBND',
      'Văn bản năm 2024',
    ]);
    expect(named({ issuer: 'tỉnh A' }, { issuer: 'tỉnh B' })).toEqual([
      'Kế hoạch năm 2021 của tỉnh A',
      'Kế hoạch năm 2021 của tỉnh B',
    ]);
  });
});
