import { describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { describeFinding } from '../../core/check/describe.ts';
import type { FormulaCell, WorkbookFacts } from '../../core/sheet/facts.ts';
import { parseAddress } from '../../core/sheet/address.ts';
import { withCell } from '../core/check/structure/damage.ts';
import { caseFacts, cases } from './cases.ts';

/** What a sibling has in a cell of the form, by address, in place of what stands in the case's file. */
type Cells = Record<string, Partial<FormulaCell>>;

/** A cell whose format hides nothing. */
const AS_IT_IS = { shownAs: undefined, rendered: undefined } as unknown as Partial<FormulaCell>;

/** The case with other cells on a sheet. */
async function sibling(name: keyof typeof cases, instead: Cells, sheet = 'Nhập liệu'): Promise<WorkbookFacts> {
  return Object.entries(instead).reduce((facts, [address, content]) => {
    const at = parseAddress(address);
    if (!at) throw new Error(`no cell ${address}`);
    return withCell(facts, sheet, at, { formula: null, ...content });
  }, await caseFacts(cases[name]));
}

/** Said of every older workbook, of what is blank, and of verdicts, which have a test of their own. */
const NOT_OF_FIGURES = new Set(['workbook-older', 'plan-changed', 'figure-missing', 'gap-to-explain']);

/** What is said of a case: code, cell and message in Vietnamese; not what is said of every older workbook. */
async function saidOf(name: keyof typeof cases, facts?: WorkbookFacts): Promise<string[]> {
  const { report, request } = checkWorkbook(facts ?? (await caseFacts(cases[name])));
  if (!request) throw new Error('the case has lost its definition');
  const { catalogue } = request;
  return report.findings
    .filter(({ code }) => !NOT_OF_FIGURES.has(code))
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

describe('siblings', () => {
  /** What is said of a cell and of nothing it was before. */
  const saidAt = async (name: keyof typeof cases, instead: Cells, sheet?: string) => {
    const cells = Object.keys(instead);
    const said = await saidOf(name, await sibling(name, instead, sheet));
    return said.filter((one) => cells.some((cell) => one.includes(` ${cell}: `)));
  };

  it.each<[string, Cells, RegExp]>([
    ['23,1% of the poor', { F14: { value: null }, F13: { value: 0.231 } }, /^figure-unit-slip F13: .*0,231 %.*1\/100 kỳ trước/u],
    ['64% of the workers', { F21: { value: null }, F20: { value: 0.64 } }, /^figure-unit-slip F20: .*0,64 %.*1\/100 kỳ trước/u],
    ['98,5% immunised', { F33: { value: null }, F32: { value: 0.985 } }, /^figure-(?:implausible|far-from-plan) F32: .*có lẽ 98,5 %/u],
    ['1 000 times as many households', { F47: { value: 10_300_000 }, F46: { value: null } }, /^figure-numerator-above-denominator F47: /u],
  ])('slip-083: %s', async (_what, instead, said) => {
    const found = await saidAt('slip-083', instead);
    expect(found, found.join('\n')).toHaveLength(1);
    expect(found[0]).toMatch(said);
  });

  it.each<[string, Cells, RegExp]>([
    ['a little more', { E14: { value: 2935 } }, /^figure-given-changed E14: .*2\.935 hộ.*2\.934 hộ.*QĐ công nhận hộ nghèo 2023/u],
    ['blanked', { E21: { value: null } }, /^figure-given-changed E21: .*19\.741/u],
    ['words in its place', { E23: { value: 'chưa có' } }, /^figure-(?:given-changed|not-a-number) E23: /u],
    ['another figure that was filled in', { E23: { value: 1301 } }, /^figure-given-changed E23: .*1\.301.*1\.031/u],
  ])('prefilled-changed: %s', async (_what, instead, said) => {
    const found = await saidAt('prefilled-changed', { E14: { value: 2934 }, ...instead });
    expect(found.filter((one) => said.test(one))).toHaveLength(1);
  });

  it('prefilled-changed: the same figures again say nothing', async () => {
    const found = await saidAt('prefilled-changed', { E14: { value: 2934 }, E21: { value: 19_741 } });
    expect(found).toEqual([]);
  });

  it.each<[string, Cells, RegExp | null]>([
    ['one figure stands in its own column', { F14: { value: 2560 } }, /^form-in-other-column .*cột 2024 chỉ có 1 số/imu],
    ['two do', { F14: { value: 2560 }, F21: { value: 21_300 } }, /^form-in-other-column .*cột 2024 chỉ có 2 số/imu],
    ['a word in the column is one of them', { F22: { value: '...' } }, /^form-in-other-column .*cột 2024 chỉ có 1 số/imu],
  ])('wrong-column: %s', async (_what, instead, said) => {
    const text = (await saidOf('wrong-column', await sibling('wrong-column', instead))).join('\n');
    if (said) expect(text).toMatch(said);
    else expect(text).not.toMatch(/^form-in-other-column/mu);
  });

  it.each<[string, Partial<FormulaCell>, string]>([
    ['a percentage', { value: 189.26, shownAs: 'percent' }, 'Ô hiện 18.926%'],
    ['a date', { value: 45_000, shownAs: 'date' }, 'Ô hiện '],
    ['words', { value: 18_926, rendered: 'nhiều' }, 'Ô hiện nhiều'],
    ['millions', { value: 18_926_000, rendered: '18,9' }, 'Ô hiện 18,9'],
    ['nothing', { value: 12, rendered: '' }, 'Ô hiện trống'],
  ])('format-thousands: %s is said once', async (_what, content, shown) => {
    const found = await saidAt('format-thousands', { F14: { ...AS_IT_IS, ...content } });
    expect(found.map((one) => one.split(' ')[0])).toEqual(['figure-format-misleads']);
    expect(found[0]).toContain(shown);
  });

  it.each<[string, Cells]>([
    ['a sum of blank cells', { F37: { value: 0, formula: 'SUM(Z200:Z210)' } }],
    ['another sheet', { F37: { value: 0, formula: "'Nguồn'!Z300" } }],
    ['a blank cell times a number', { F37: { value: 0, formula: 'Z200*3' } }],
  ])('linked-blank: %s', async (_what, instead) => {
    const found = await saidAt('linked-blank', instead);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^figure-(?:not-a-number|from-blank) F37: /u);
  });
});
