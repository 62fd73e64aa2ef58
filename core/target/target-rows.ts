import type { Comparator, Plan, Role, Statement } from '../plan/model.ts';
import type { TargetKind, YearBasis } from '../plan/schema.ts';
import { kindOf } from './kinds/index.ts';

/**
 * A statement as programs read it. Field names and their order are part of the interface; later ones are
 * appended.
 */
export interface TargetRow {
  plan: string;
  /** File name of the document in the collection it came from. */
  source: string;
  id: string;
  role: Role;
  indicator: string | null;
  indicatorName: string | null;
  domain: string | null;
  /** Null for the whole. */
  stratum: string | null;
  /** Unit of value, low and high: the indicator's; % for a growth, points where that is % for a change. */
  measureUnit: string | null;
  kind: TargetKind;
  comparator: Comparator | null;
  /** Null for a range, a milestone and a deadline. */
  value: number | null;
  low: number | null;
  high: number | null;
  yearFrom: number | null;
  yearTo: number | null;
  baseYear: number | null;
  yearBasis: YearBasis;
  /** 1-based line of the number in the document. */
  line: number;
  quote: string;
  leadAgency: string | null;
}

/** The fields of a {@link TargetRow}, in order; the columns of the CSV. */
export const targetRowFields = [
  'plan',
  'source',
  'id',
  'role',
  'indicator',
  'indicatorName',
  'domain',
  'stratum',
  'measureUnit',
  'kind',
  'comparator',
  'value',
  'low',
  'high',
  'yearFrom',
  'yearTo',
  'baseYear',
  'yearBasis',
  'line',
  'quote',
  'leadAgency',
] as const satisfies readonly (keyof TargetRow)[];

/** The rows of a plan: targets, then baselines, then deadlines, each in the order of the plan file. */
export function targetRows(plan: Plan): TargetRow[] {
  return [...plan.targets, ...plan.baselines, ...plan.deadlines].map((statement) =>
    targetRow(plan, statement),
  );
}

function measureUnit(statement: Statement): string | null {
  if (statement.indicator === null) return null;
  return kindOf(statement).isRelative ? '%' : statement.indicator.unit;
}

function targetRow(plan: Plan, statement: Statement): TargetRow {
  const { indicator, stratum, citations } = statement;
  return {
    plan: plan.file.id,
    source: plan.file.source,
    id: statement.id,
    role: statement.role,
    indicator: indicator?.id ?? null,
    indicatorName: indicator?.name.vi ?? null,
    domain: indicator?.domain ?? null,
    stratum: stratum?.id ?? null,
    measureUnit: measureUnit(statement),
    kind: statement.kind,
    comparator: statement.comparator,
    value: statement.value,
    low: statement.low,
    high: statement.high,
    yearFrom: statement.yearFrom,
    yearTo: statement.yearTo,
    baseYear: statement.baseYear,
    yearBasis: statement.yearBasis,
    line: citations[0].line,
    quote: citations[0].quote,
    leadAgency: statement.leadAgency,
  };
}
