import { describe, expect, it } from 'vitest';
import { secondReaderRule } from '../../../../core/lint/rules/second-reader.ts';
import type { LintPlan } from '../../../../core/lint/rule.ts';
import { renderMessage } from '../../../../core/wording/render.ts';
import { lintContext, loadedFixture, planInput, type TargetInput, targetInput } from '../../plan/fixture.ts';

const DOCUMENT = 'Phấn đấu đến năm 2025, ít nhất 90% dân số tham gia insured\n';

function linted(changes: Partial<TargetInput>): LintPlan {
  const target = targetInput({
    quote: DOCUMENT.trim(),
    comparator: 'atLeast',
    printed: '90',
    ...changes,
  });
  const plan = loadedFixture(DOCUMENT, planInput({ targets: [target] }));
  return { plan, file: 'plan.yaml', sourceFile: 'source.txt', locate: () => 1 };
}

function told(changes: Partial<TargetInput>): string[] {
  const plan = linted(changes);
  return secondReaderRule.check(plan, lintContext(plan)).map((finding) => renderMessage(finding, 'vi'));
}

describe('second-reader', () => {
  it('says nothing of a row that the document is read like', () => {
    expect(told({})).toEqual([]);
  });

  it('tells both readings of what the document says otherwise', () => {
    expect(told({ comparator: 'equal' })[0]).toContain('so sánh: câu ghi “ít nhất”, tệp ghi “bằng”');
    expect(told({ yearTo: '2030' })[0]).toContain('năm: câu ghi “2025 (năm ghi trong câu)”, tệp ghi “2030');
    expect(told({ yearBasis: 'heading' })).toEqual([]);
    expect(told({ yearBasis: 'period' })[0]).toContain('tệp ghi “2025 (theo kỳ kế hoạch)”');
    expect(told({ kind: 'maintain', yearFrom: '2021' })[0]).toContain('loại: câu ghi');
    expect(told({ indicator: 'covered' })[0]).toContain('chỉ tiêu: câu ghi “insured”, tệp ghi “covered”');
  });

  it('tells of a row that takes what is said over so many people as a count', () => {
    const document = 'Phấn đấu đến năm 2025, số insured trên 10.000 dân đạt 90 người\n';
    const row = { quote: document.trim(), comparator: 'equal', printed: '90', indicator: 'people' } as const;
    const plan = loadedFixture(document, planInput({ targets: [targetInput(row)] }));
    const loaded = { plan, file: 'plan.yaml', sourceFile: 'source.txt', locate: () => 1 };
    const [said] = secondReaderRule
      .check(loaded, lintContext(loaded))
      .map((finding) => renderMessage(finding, 'vi'));
    expect(said).toContain('đơn vị: câu ghi “insured/10.000 dân”');
  });

  it('is settled by a reason for the field, and tells a reason for nothing', () => {
    expect(told({ comparator: 'equal', readAs: { comparator: 'Sở đã trả lời là bằng.' } })).toEqual([]);
    expect(told({ comparator: 'equal', readAs: { kind: 'không liên quan' } })).toHaveLength(2);
    expect(told({ readAs: { year: 'không cần' } })[0]).toContain('readAs nêu lý do cho năm');
  });
});
