import { indexCatalogue } from '../catalogue/catalogue.ts';
import { usedPart, type CataloguePart } from '../catalogue/used-part.ts';
import type { IndicatorStatement, LivePlan, Role, Statement } from '../plan/model.ts';
import type { PlanHead } from '../plan/schema.ts';
import type { AssignedValue } from '../target/plan-series.ts';
import { figureKeyOf } from '../observation/key.ts';
import type { PlanDefinition, StatementDefinition, WorkbookDefinition } from './definition-schema.ts';
import { communeLayout } from './commune-layout.ts';
import { LAYOUT } from './contract.ts';
import { placed, type PlacedRequest } from './placed.ts';
import { givenOfCommune } from './by-commune.ts';
import type { ByCommune } from './commune-part.ts';
import type { Baseline, KnownFigures, WorkbookRequest } from './request.ts';

export type { WorkbookDefinition } from './definition-schema.ts';

/**
 * What a workbook carries of the request it was made from: all that shapes it, nothing else. Of the figures
 * those its input cells were filled with; of the catalogue the part its plans use.
 */
export function definitionOf(request: WorkbookRequest): WorkbookDefinition {
  const { plans, unit, reporter, round, reporting, sample } = request;
  const [first, ...others] = plans;
  const toPlan = (plan: LivePlan) => planDefinition(plan, request.planHashes.get(plan.file.id) ?? '');
  return {
    layout: LAYOUT,
    plans: [toPlan(first), ...others.map(toPlan)],
    catalogue: catalogueOf(request),
    unit,
    reporter: reporter.id === unit.id ? null : reporter,
    round,
    reporting,
    ...givenOf(request, placed(request)),
    byCommune: communesOf(request),
    sample,
  };
}

/**
 * The request a definition was made from. What the planner gave is what the definition says, whatever is filled in.
 * @param known figures and baselines to fill in; those the workbook was made with unless others are given
 * @param figure the same of communes
 */
export function requestOf(
  definition: WorkbookDefinition,
  known?: KnownFigures,
  figure: ByCommune['figure'] = figureGivenIn(definition),
): WorkbookRequest {
  const given = knownOf(definition);
  const { unit, reporter, round, reporting, sample } = definition;
  return {
    ...sharedOf(definition),
    unit,
    reporter: reporter ?? unit,
    round,
    reporting,
    known: { ...(known ?? given), given },
    byCommune: definition.byCommune && { ...definition.byCommune, figure },
    sample,
  };
}

type SharedRequest = Pick<WorkbookRequest, 'plans' | 'catalogue' | 'planHashes' | 'assigned'>;
type SharedDefinition = Pick<WorkbookDefinition, 'plans' | 'catalogue' | 'assigned'>;

/** By the plans of a definition: those of returns that share it are the same object. */
const shared = new WeakMap<WorkbookDefinition['plans'], { from: SharedDefinition; made: SharedRequest }>();

/** What definitions that share their plans make the same of them. */
function sharedOf(definition: SharedDefinition): SharedRequest {
  const { plans, catalogue, assigned } = definition;
  const found = shared.get(plans);
  if (found?.from.catalogue === catalogue && found.from.assigned === assigned) return found.made;
  const made = sharedRequest(definition);
  shared.set(plans, { from: { plans, catalogue, assigned }, made });
  return made;
}

function sharedRequest(definition: SharedDefinition): SharedRequest {
  const catalogue = indexCatalogue({ schema: 1, ...definition.catalogue });
  const [first, ...others] = definition.plans;
  const toPlan = (plan: PlanDefinition) => livePlan(plan, catalogue);
  const assigned = new Map<string, Map<number, AssignedValue>>();
  for (const { key, year, ...value } of definition.assigned) {
    assigned.set(key, (assigned.get(key) ?? new Map<number, AssignedValue>()).set(year, value));
  }
  const none = new Map<number, AssignedValue>();
  return {
    plans: [toPlan(first), ...others.map(toPlan)],
    catalogue,
    planHashes: new Map(definition.plans.map(({ head, hash }) => [head.id, hash])),
    assigned: (key) => assigned.get(key) ?? none,
  };
}

/** The figures and baselines a workbook was made with. */
export function knownOf(definition: WorkbookDefinition): KnownFigures {
  const figures = new Map(definition.figures.map((one) => [`${one.key}|${one.period}`, one]));
  const baselines = new Map(
    definition.baselines.map(({ key, ...baseline }): [string, Baseline] => [key, baseline]),
  );
  return {
    figure: (key, period) => figures.get(`${key}|${period}`)?.figure ?? null,
    source: (key, period) => figures.get(`${key}|${period}`)?.source ?? null,
    lessSure: (key, period) => figures.get(`${key}|${period}`)?.lessSure ?? null,
    baseline: (key) => baselines.get(key) ?? { year: null, value: null, source: null },
  };
}

/** What was known and assigned, as far as the workbook has cells for it. */
export function givenOf(
  request: Pick<WorkbookRequest, 'known' | 'assigned'>,
  { asked, layout }: Pick<PlacedRequest, 'asked' | 'layout'>,
): Pick<WorkbookDefinition, 'assigned' | 'figures' | 'baselines'> {
  const known = request.known.given ?? request.known;
  const seriesKeys = new Set(asked.series.map(figureKeyOf));
  return {
    assigned: [...seriesKeys].flatMap((key) =>
      [...request.assigned(key)].map(([year, value]) => ({ key, year, ...value })),
    ),
    figures: asked.figures.flatMap(({ key }) =>
      layout.periods.flatMap((period) => {
        if (layout.figureCell(key, period) === null) return [];
        const [figure, source] = [known.figure(key, period), known.source(key, period)];
        if (figure === null && source === null) return [];
        return [{ key, period, figure, source, lessSure: known.lessSure?.(key, period) ?? null }];
      }),
    ),
    baselines: layout.baselines.rows.flatMap(({ key }) => {
      const { year, value, source } = known.baseline(key);
      return year === null && value === null && source === null ? [] : [{ key, year, value, source }];
    }),
  };
}

/** What a body reports commune by commune, with what was filled in; made-up figures for trying it out. */
function communesOf(request: WorkbookRequest): WorkbookDefinition['byCommune'] {
  const { byCommune } = request;
  if (!byCommune) return null;
  const columns = communeLayout(request)?.columns ?? [];
  return {
    figures: [...byCommune.figures],
    units: byCommune.units.map(({ id, name }) => ({ id, name })),
    given: byCommune.units.flatMap(({ id }) =>
      columns.flatMap(({ figure: { key }, period }) => {
        const figure = byCommune.figure(id, key, period);
        return figure === null || figure === givenOfCommune(id, key)
          ? []
          : [{ unit: id, key, period, figure }];
      }),
    ),
    before: [...byCommune.before],
    sources: [...byCommune.sources],
    assigned: [...byCommune.assigned],
  };
}

function figureGivenIn({ byCommune }: WorkbookDefinition): ByCommune['figure'] {
  const given = new Map(
    byCommune?.given.map(({ unit, key, period, figure }) => [`${unit}|${key}|${period}`, figure]),
  );
  return (unit, key, period) => given.get(`${unit}|${key}|${period}`) ?? givenOfCommune(unit, key);
}

function catalogueOf({ plans, catalogue }: WorkbookRequest): CataloguePart {
  const statements = plans.flatMap(statementsOf);
  return usedPart(
    catalogue,
    statements.flatMap(({ indicator }) => indicator?.id ?? []),
    new Set(statements.flatMap(({ stratum }) => stratum?.id ?? [])),
  );
}

function statementsOf({ targets, baselines, deadlines }: LivePlan): Statement[] {
  return [...targets, ...baselines, ...deadlines];
}

function planDefinition({ file, targets, baselines, deadlines }: LivePlan, hash: string): PlanDefinition {
  return {
    head: headOf(file),
    hash,
    targets: targets.map(statementDefinition),
    baselines: baselines.map(statementDefinition),
    deadlines: deadlines.map(statementDefinition),
  };
}

/** A loaded plan's `file` has more than its head. */
function headOf(file: PlanHead): PlanHead {
  const { id, title, issuer, number, date, province, period, firstRound, form } = file;
  const head = { id, title, issuer, date, province, period, firstRound, form };
  return number === undefined ? head : { ...head, number };
}

/** Plan and role are said by the plan and the list a statement stands in. */
function statementDefinition(statement: Statement): StatementDefinition {
  const { indicator, stratum } = statement;
  return {
    id: statement.id,
    indicator: indicator?.id ?? null,
    stratum: stratum?.id ?? null,
    kind: statement.kind,
    comparator: statement.comparator,
    value: statement.value,
    low: statement.low,
    high: statement.high,
    yearFrom: statement.yearFrom,
    yearTo: statement.yearTo,
    baseYear: statement.baseYear,
    yearBasis: statement.yearBasis,
    average: statement.average,
    interpolation: statement.interpolation,
    direction: statement.direction,
    leadAgency: statement.leadAgency,
    citations: statement.citations,
    printed: statement.printed,
    impliedReason: statement.impliedReason,
    section: statement.section,
    bullet: statement.bullet,
    note: statement.note,
  };
}

function livePlan(
  { head, targets, baselines, deadlines }: PlanDefinition,
  catalogue: WorkbookRequest['catalogue'],
): LivePlan {
  const toStatement = (role: Role, one: StatementDefinition): Statement => ({
    ...one,
    plan: head.id,
    role,
    indicator: one.indicator === null ? null : (catalogue.indicators.get(one.indicator) ?? null),
    stratum: one.stratum === null ? null : (catalogue.strata.get(one.stratum) ?? null),
  });
  const ofIndicator = (role: Role, list: readonly StatementDefinition[]): IndicatorStatement[] =>
    list.flatMap((one) => {
      const { indicator, ...statement } = toStatement(role, one);
      return indicator === null ? [] : [{ ...statement, indicator }];
    });
  return {
    file: head,
    targets: ofIndicator('target', targets),
    baselines: ofIndicator('baseline', baselines),
    deadlines: deadlines.map((one) => toStatement('deadline', one)),
  };
}
