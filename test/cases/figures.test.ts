import { describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { describeFinding } from '../../core/check/describe.ts';
import { caseFacts, cases } from './cases.ts';

/** What is said of a case: code, cell and message in Vietnamese; not what is said of every older workbook. */
async function saidOf(name: keyof typeof cases): Promise<string[]> {
  const { report, request } = checkWorkbook(await caseFacts(cases[name]));
  if (!request) throw new Error('the case has lost its definition');
  const { catalogue } = request;
  return report.findings
    .filter(({ code }) => code !== 'workbook-older' && code !== 'plan-changed' && code !== 'figure-missing')
    .map((finding) => `${finding.code} ${finding.place.cell ?? ''}: ${describeFinding(finding, 'vi', { catalogue, rules: allRules }).message}`);
}

describe('a slip in a figure', () => {
  it('a share typed with a per cent sign says what it may be', async () => {
    expect((await saidOf('slip-083')).join('\n')).toMatch(/^figure-far-from-plan F46: .*0,834 %.*có lẽ 83,4 %/mu);
  });

  it('a figure filled in beforehand and changed names both values and the source', async () => {
    const said = await saidOf('prefilled-changed');
    expect(said.join('\n')).toMatch(
      /^figure-given-changed E14: .*3\.600 hộ.*2\.934 hộ.*QĐ công nhận hộ nghèo 2023/mu,
    );
  });

  it('a form in the column of the year before is called that', async () => {
    const said = await saidOf('wrong-column');
    expect(said.join('\n')).toMatch(/^form-in-other-column .*2024 để trống, cột 2023/mu);
    expect(said.filter((one) => one.startsWith('figure-given-changed'))).toHaveLength(6);
  });

  it('a baseline that cannot be is an error on its cell', async () => {
    expect((await saidOf('impossible-base')).join('\n')).toMatch(/^baseline-impossible F\d+: .*139 %.*từ 0 đến 100 %/mu);
  });

  it('a formula over blank cells is no figure, and is named', async () => {
    const facts = await caseFacts(cases['linked-blank']);
    expect((await saidOf('linked-blank')).join('\n')).toMatch(/^figure-not-a-number F37: .*'Nhập liệu'!Z200/mu);
    const { returned } = checkWorkbook(facts);
    expect(returned?.cells.find(({ address, sheet }) => address === 'F37' && sheet === 'Nhập liệu')?.value).toBeNull();
  });

  it.each([
    ['format-thousands', '19'],
    ['format-adds-zeros', '18926000'],
  ] as const)('a format that shows another number: %s', async (name, shown) => {
    expect((await saidOf(name)).join('\n')).toMatch(
      new RegExp(`^figure-format-misleads F14: Ô hiện ${shown}, nhưng số được đọc là 18\\.926`, 'mu'),
    );
  });
});
