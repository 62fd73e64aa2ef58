import { describe, expect, it } from 'vitest';
import type { LintPlan } from '../../../../core/lint/rule.ts';
import { pointsOrPercent } from '../../../../core/lint/rules/points-or-percent.ts';
import { secondReaderRule } from '../../../../core/lint/rules/second-reader.ts';
import { renderMessage } from '../../../../core/wording/render.ts';
import { lintContext, loadedFixture, planInput, type TargetInput, targetInput } from '../../plan/fixture.ts';

function linted(sentence: string, printed: string, changes: Partial<TargetInput> = {}): LintPlan {
  const target = targetInput({
    quote: sentence,
    kind: 'change',
    comparator: 'equal',
    printed,
    yearFrom: '2021',
    baseYear: '2020',
    ...changes,
  });
  const plan = loadedFixture(`${sentence}\n`, planInput({ targets: [target] }));
  return { plan, file: 'plan.yaml', sourceFile: 'source.txt', locate: () => 1 };
}

function told(plan: LintPlan): string[] {
  return pointsOrPercent.check(plan, lintContext(plan)).map((finding) => renderMessage(finding, 'vi'));
}

const OPEN = 'Phấn đấu đến năm 2025, tỷ lệ dân số tham gia insured tăng 20%';

describe('points-or-percent', () => {
  it('asks what a share that rises by much rises by', () => {
    expect(told(linted(OPEN, '20'))[0]).toContain('N điểm phần trăm');
    expect(told(linted(OPEN, '20'))).toHaveLength(1);
  });

  it('takes small moves, and points that are said to be points, as they are', () => {
    expect(told(linted(OPEN.replace('20%', '2%'), '2'))).toEqual([]);
    expect(told(linted(OPEN.replace('20%', '20 điểm phần trăm'), '20'))).toEqual([]);
  });

  it('is settled by an answer, which is no idle one', () => {
    const settled = linted(OPEN, '20', { readAs: { kind: 'Sở trả lời: 20 điểm phần trăm.' } });
    expect(told(settled)).toEqual([]);
    const idle = secondReaderRule
      .check(settled, lintContext(settled))
      .filter(({ code }) => code === 'lint-read-as-idle');
    expect(idle).toEqual([]);
  });
});
