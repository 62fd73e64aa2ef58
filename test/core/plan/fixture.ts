import { type Catalogue, indexCatalogue } from '../../../core/catalogue/catalogue.ts';
import { checkCatalogue } from '../../../core/catalogue/check.ts';
import { catalogueFileSchema } from '../../../core/catalogue/schema.ts';
import type { Finding } from '../../../core/base/finding.ts';
import type { LintContext, LintPlan } from '../../../core/lint/rule.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { resolvePlan } from '../../../core/resolve/resolve-plan.ts';
import { type planFileSchema, planFileSchema as schema } from '../../../core/plan/schema.ts';
import type { Unit } from '../../../core/unit/unit.ts';
import type * as z from 'zod';

/** A plan file as its YAML gives it: every scalar is text. */
export type PlanInput = z.input<typeof planFileSchema>;
export type TargetInput = PlanInput['targets'][number];

const name = (vi: string) => ({ vi, en: vi });
const source = { body: 'Cục Thống kê', level: 'district', frequency: 'year', availableMonth: '3' };
const common = { domain: 'social', leadAgency: 'Sở Y tế', source };
const count = (id: string, unit: string) => ({
  ...common,
  id,
  name: name(id),
  unit,
  measure: 'count',
  direction: 'up',
  aggregation: 'sum',
});
const share = (id: string, direction: string, denominator: string, more: object = {}) => ({
  ...common,
  id,
  name: name(id),
  unit: '%',
  measure: 'share',
  direction,
  numerator: 'people',
  denominator,
  hard: ['0', '100'],
  aggregation: 'ratio-of-sums',
  ...more,
});

/** A small catalogue with one indicator of every sort the checks tell apart; as its YAML gives it. */
export const catalogueInput = {
  schema: '1',
  measureUnits: ['%', 'người', 'hộ', 'huyện', 'triệu đồng', 'nhóm'].map((id) => ({
    id,
    name: name(id),
    decimals: '1',
  })),
  domains: [{ id: 'social', name: name('Xã hội'), sheet: 'Xã hội' }],
  strata: [
    { id: 'urban', name: name('Thành thị'), covers: 'part' },
    { id: 'poor-districts', name: name('Huyện nghèo'), covers: 'units', tag: 'poor' },
    { id: 'islands', name: name('Đảo'), covers: 'units', tag: 'island' },
  ],
  bodies: [{ id: 'Cục Thống kê', en: 'Statistics Office', code: 'CTK', through: 'own-branches' }],
  indicators: [
    count('people', 'người'),
    count('population', 'người'),
    count('households', 'hộ'),
    count('districts', 'huyện'),
    { ...count('income', 'triệu đồng'), measure: 'amount' },
    { ...count('hdi-group', 'nhóm'), measure: 'ordinal', direction: 'down', aggregation: 'not-additive' },
    share('insured', 'up', 'population', { relatedTo: [{ indicator: 'covered', note: 'another count' }] }),
    share('covered', 'up', 'population'),
    share('poverty', 'down', 'households'),
    share('literate-districts', 'up', 'districts'),
  ],
};

/** The catalogue of {@link catalogueInput}. */
export function fixtureCatalogue(): Catalogue {
  return indexCatalogue(catalogueFileSchema.parse(catalogueInput));
}

/** Findings of a catalogue given as its YAML would give it. */
export function catalogueFindings(input: unknown): Finding[] {
  return checkCatalogue(catalogueFileSchema.parse(input), 'catalogue.yaml', () => undefined);
}

const unit = (id: string, level: Unit['level'], tags: string[]): Unit => ({
  id,
  code: null,
  name: id,
  level,
  parent: level === 'province' ? null : 'VN12',
  validFrom: null,
  validTo: null,
  successors: [],
  tags,
  unverified: [],
});

/** A province with two districts, one of them poor; the province comes last on purpose. */
export const fixtureUnits: Unit[] = [
  unit('VN12.105', 'district', []),
  unit('VN12.106', 'district', ['poor']),
  unit('VN12', 'province', []),
];

/** A target with every field it needs; the document of {@link planInput} prints its sentence. */
export function targetInput(changes: Partial<TargetInput> = {}): TargetInput {
  const target = {
    id: 'insured-2025',
    indicator: 'insured',
    kind: 'level' as const,
    comparator: 'equal' as const,
    line: '1',
    quote: 'bảo hiểm y tế đạt 90%',
    printed: '90',
    section: 'I',
    bullet: 'I-a',
    yearTo: '2025',
    yearBasis: 'explicit' as const,
    ...changes,
  };
  return Object.fromEntries(Object.entries(target).filter(([, value]) => value !== undefined)) as TargetInput;
}

/** A plan file with the given parts. */
export function planInput(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    schema: '1',
    id: 'lai-chau-2021',
    source: 'document.txt',
    title: 'Kế hoạch',
    issuer: 'UBND tỉnh',
    date: '2021',
    province: 'VN12',
    units: 'lai-chau-2021',
    period: { from: '2021', to: '2030' },
    firstRound: '2021',
    form: { code: '01', basis: 'Kế hoạch', receiver: 'Sở', signer: 'Thủ trưởng', preparer: 'Người lập' },
    sections: [{ id: 'I', title: 'Mục tiêu', line: '1' }],
    targets: [],
    baselines: [],
    deadlines: [],
    leftOut: [],
    ...changes,
  };
}

/** Resolves a plan file over a document. */
export function resolveFixture(document: string, input: PlanInput) {
  return resolvePlan(schema.parse(input), {
    catalogue: fixtureCatalogue(),
    units: fixtureUnits,
    source: document,
    file: 'plan.yaml',
    locate: () => undefined,
  });
}

/** A plan that has to load. */
export function loadedFixture(document: string, input: PlanInput): Plan {
  const { plan, findings } = resolveFixture(document, input);
  if (plan === null) throw new Error(`The fixture does not load: ${JSON.stringify(findings)}`);
  return plan;
}

/**
 * A plan for lint. Each target is written `indicator kind comparator figure years`, and the document prints
 * one figure a line, so that quotes need no typing: `insured level equal 90 2025`.
 */
export function lintFixture(
  id: string,
  date: string,
  lines: string[],
  changes: Partial<PlanInput> = {},
): LintPlan {
  const targets = lines.map((line, index) => {
    const [subject = '', kind, comparator, figure = '', years = ''] = line.split(' ');
    const [indicator = '', stratum] = subject.split('/');
    const [from, to] = years.includes('-') ? years.split('-') : [undefined, years];
    return targetInput({
      id: `t${index + 1}`,
      indicator,
      stratum,
      kind,
      comparator,
      quote: `mục ${letters(index)} đạt ${figure.replace('..', ' - ')} đơn vị`,
      printed: figure.replace('..', ' - '),
      line: String(index + 1),
      yearFrom: from,
      yearTo: to,
    } as Partial<TargetInput>);
  });
  const document = targets.map(({ quote }) => `${quote}\n`).join('');
  const plan = loadedFixture(document, planInput({ id, date, targets, ...changes }));
  return {
    plan,
    file: `${id}/plan.yaml`,
    sourceFile: `${id}/source.txt`,
    locate: (path) => Number(path[1]) + 1,
  };
}

/** The context of a lint run over the given plans. */
export function lintContext(...plans: LintPlan[]): LintContext {
  return { catalogue: fixtureCatalogue(), plans, baselines: [] };
}

function letters(index: number): string {
  return String.fromCharCode(97 + index);
}
