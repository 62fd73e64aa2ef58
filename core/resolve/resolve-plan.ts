import { comparatorOfWord } from '../plan/comparator.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Indicator, Stratum } from '../catalogue/schema.ts';
import { closest } from '../base/closest.ts';
import { type Finding, type Place, reporter } from '../base/finding.ts';
import { type Locate, type Path, placeAt } from '../base/locate.ts';
import { planMessages } from './messages.ts';
import { type FoldedText, foldWithLines } from '../base/text.ts';
import type { Unit } from '../unit/unit.ts';
import { citedFigure } from './cited-figure.ts';
import { type EntryFields, checkBounds, checkComparator, checkKind, checkYears } from './fit.ts';
import type { IndicatorStatement, Plan, Role, Statement } from '../plan/model.ts';
import type { PlanEntry, PlanFile } from '../plan/schema.ts';
import { isOwnUnit } from '../plan/own-unit.ts';
import { DEADLINE_KIND, kindOf } from '../target/kinds/index.ts';

const report = reporter(planMessages);

/** What a plan file refers to, and where it came from. */
export interface PlanContext {
  catalogue: Catalogue;
  /** The unit set the plan names. */
  units: readonly Unit[];
  /** The document, verbatim. */
  source: string;
  /** Name of the plan file, for findings. */
  file: string;
  locate: Locate;
}

const LISTS = { target: 'targets', baseline: 'baselines', deadline: 'deadlines' } as const;

const ROUND = /^(?:19|20)\d{2}(?:-S[12]|-Q[1-4])?$/u;

type At = (path: Path) => Place;

/**
 * Resolves a plan file: parses the printed numbers, looks up what it refers to, and checks that every quote
 * stands in the document and that fields fit each other.
 * @returns the plan, or null with at least one error
 */
export function resolvePlan(
  file: PlanFile,
  context: PlanContext,
): { plan: Plan | null; findings: Finding[] } {
  const at: At = (path) => placeAt(context.file, context.locate, path);
  const findings: Finding[] = [...checkHeader(file, context, at), ...checkIds(file, context, at)];
  const document = foldWithLines(context.source);

  const resolveList = (role: Role, entries: readonly PlanEntry[]): Statement[] =>
    entries.flatMap((entry, index) => {
      const path = [LISTS[role], index] as const;
      const resolved = resolveEntry(entry, role, file, context, document, (field) => at([...path, ...field]));
      findings.push(...resolved.findings);
      return resolved.statement === null ? [] : [resolved.statement];
    });

  const targets = resolveList('target', file.targets).filter(hasIndicator);
  const baselines = resolveList('baseline', file.baselines).filter(hasIndicator);
  const deadlines = resolveList('deadline', file.deadlines);
  if (findings.some(({ severity }) => severity === 'error')) return { plan: null, findings };

  const isOwn = (unit: Unit): boolean => isOwnUnit(file, unit);
  const units = [...context.units.filter(isOwn), ...context.units.filter((unit) => !isOwn(unit))];
  return {
    plan: { file, targets, baselines, deadlines, units, source: context.source, roundRules: [] },
    findings,
  };
}

function hasIndicator(statement: Statement): statement is IndicatorStatement {
  return statement.indicator !== null;
}

/** Levels of units that plans are of. */
const OWN_LEVELS: readonly Unit['level'][] = ['country', 'province'];

function checkHeader(file: PlanFile, context: PlanContext, at: At): Finding[] {
  const findings: Finding[] = [];
  const { from, to } = file.period;
  if (from > to) findings.push(report('period-order', at(['period']), { from, to }));
  if (!ROUND.test(file.firstRound)) {
    findings.push(report('round-invalid', at(['firstRound']), { round: file.firstRound }));
  }
  const known = context.units.filter(({ level }) => OWN_LEVELS.includes(level)).map(({ id }) => id);
  if (!known.includes(file.province)) {
    findings.push(
      report('province-unknown', at(['province']), {
        province: file.province,
        units: file.units ?? null,
        known,
      }),
    );
  }
  const lines = context.source.split(/\r\n|\n|\r/u).length;
  const checkLine = (line: number, path: Path): void => {
    if (line < 1 || line > lines) findings.push(report('line-outside-source', at(path), { line, lines }));
  };
  const seen = new Set<string>();
  file.sections.forEach(({ id, line }, index) => {
    if (seen.has(id))
      findings.push(report('section-duplicate', at(['sections', index, 'id']), { section: id }));
    seen.add(id);
    checkLine(line, ['sections', index, 'line']);
  });
  file.leftOut.forEach(({ line }, index) => {
    checkLine(line, ['leftOut', index, 'line']);
  });
  return findings;
}

function checkIds(file: PlanFile, context: PlanContext, at: At): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, Path>();
  for (const list of Object.values(LISTS)) {
    file[list].forEach(({ id }, index) => {
      const path = [list, index, 'id'];
      const before = first.get(id);
      if (before === undefined) first.set(id, path);
      else {
        const firstLine = context.locate(before) ?? null;
        findings.push(report('statement-duplicate-id', at(path), { id, firstLine }));
      }
    });
  }
  return findings;
}

function resolveEntry(
  entry: PlanEntry,
  role: Role,
  file: PlanFile,
  context: PlanContext,
  document: FoldedText,
  at: At,
): { statement: Statement | null; findings: Finding[] } {
  const place = (field: string): Place => at([field]);
  const findings: Finding[] = [];
  const indicator = findIndicator(entry, context, place, findings);
  const stratum = findStratum(entry, file, context, place, findings);
  if (!file.sections.some(({ id }) => id === entry.section)) {
    const known = file.sections.map(({ id }) => id);
    findings.push(
      report('section-unknown', place('section'), { id: entry.id, section: entry.section, known }),
    );
  }

  const fields = fieldsOf(entry, role);
  const figure = citedFigure(entry, fields.kind, indicator, document, at, findings);
  const direction = entry.direction ?? indicator?.direction ?? null;
  const printedFigure =
    figure === null ? null : { ...figure, printed: entry.printed ?? String(figure.value) };
  findings.push(
    ...checkYears(fields, place),
    ...checkKind(fields, indicator, place),
    ...(role === 'deadline' ? [] : checkComparator(fields, printedFigure, direction, place)),
    ...(figure === null || indicator === null ? [] : checkBounds(fields, figure, indicator, place)),
  );
  if (findings.some(({ severity }) => severity === 'error')) return { statement: null, findings };

  const statement: Statement = {
    plan: file.id,
    id: entry.id,
    role,
    indicator,
    stratum,
    kind: fields.kind,
    comparator: fields.comparator === undefined ? null : comparatorOfWord(fields.comparator),
    value: figure?.value ?? null,
    low: figure?.low ?? null,
    high: figure?.high ?? null,
    yearFrom: entry.yearFrom ?? null,
    yearTo: entry.yearTo ?? null,
    baseYear: kindOf(fields).isRate
      ? (entry.baseYear ?? (entry.yearFrom === undefined ? null : entry.yearFrom - 1))
      : null,
    yearBasis: entry.yearBasis,
    average: 'average' in entry && entry.average === true,
    interpolation: ('interpolation' in entry ? entry.interpolation : undefined) ?? 'linear',
    direction: direction ?? 'neutral',
    leadAgency: entry.leadAgency ?? indicator?.leadAgency ?? null,
    citations: [
      { line: entry.line, quote: entry.quote },
      ...(entry.citations ?? []).map(({ line, quote }) => ({ line, quote })),
    ],
    printed: entry.printed ?? null,
    impliedReason: entry.implied?.reason ?? null,
    section: entry.section,
    bullet: entry.bullet,
    note: entry.note ?? null,
  };
  return { statement, findings };
}

function fieldsOf(entry: PlanEntry, role: Role): EntryFields {
  return {
    id: entry.id,
    role,
    kind: 'kind' in entry ? entry.kind : DEADLINE_KIND,
    comparator: 'comparator' in entry ? entry.comparator : undefined,
    yearFrom: entry.yearFrom,
    yearTo: entry.yearTo,
    baseYear: entry.baseYear,
    yearBasis: entry.yearBasis,
    column: entry.cell?.column,
    hasAverage: 'average' in entry && entry.average !== undefined,
    hasInterpolation: 'interpolation' in entry && entry.interpolation !== undefined,
  };
}

function findIndicator(
  entry: PlanEntry,
  { catalogue }: PlanContext,
  place: (field: string) => Place,
  findings: Finding[],
): Indicator | null {
  if (entry.indicator === undefined) return null;
  const indicator = catalogue.indicators.get(entry.indicator);
  if (indicator !== undefined) return indicator;
  const near = closest(entry.indicator, catalogue.indicators.keys());
  const data = { id: entry.id, indicator: entry.indicator, closest: near };
  findings.push(report('indicator-unknown', place('indicator'), data));
  return null;
}

function findStratum(
  entry: PlanEntry,
  file: PlanFile,
  { catalogue, units }: PlanContext,
  place: (field: string) => Place,
  findings: Finding[],
): Stratum | null {
  if (entry.stratum === undefined) return null;
  const { id } = entry;
  const stratum = catalogue.strata.get(entry.stratum);
  if (stratum === undefined) {
    const near = closest(entry.stratum, catalogue.strata.keys());
    findings.push(report('stratum-unknown', place('stratum'), { id, stratum: entry.stratum, closest: near }));
    return null;
  }
  const { tag } = stratum;
  if (tag !== undefined && !units.some(({ tags }) => tags.includes(tag))) {
    const data = { id, stratum: stratum.id, tag, units: file.units ?? null };
    findings.push(report('stratum-without-units', place('stratum'), data));
  }
  return stratum;
}
