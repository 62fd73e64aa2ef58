import { isOwnUnit } from '../plan/own-unit.ts';
import type { Unit } from '../unit/unit.ts';
import { askedOf, groupsOf, type Asked } from './asked.ts';
import type { ByCommune } from './commune-part.ts';
import { layOut, type Layout } from './layout.ts';
import type { WorkbookRequest } from './request.ts';

/** A request with what is asked in it and where it stands. */
export interface PlacedRequest {
  request: WorkbookRequest;
  asked: Asked;
  layout: Layout;
}

/** The requests that were placed last, the latest first: those of returns of one round share them. */
let placedBefore: readonly PlacedRequest[] = [];

/**
 * Levels and groups of units of a few rounds, whose returns come in turns where a folder has several. What is made of
 * each, its formulas above all, are some megabytes.
 */
const KEPT = 16;

/**
 * Draws up what a request asks for, and where; once for requests that ask the same, which get the same objects. Nobody
 * may change them.
 */
export function placed(request: WorkbookRequest): PlacedRequest {
  const alike = placedBefore.find((one) => asksTheSame(one.request, request));
  const made = alike ?? placedAnew(request);
  if (made !== placedBefore[0])
    placedBefore = [made, ...placedBefore.filter((one) => one !== made)].slice(0, KEPT);
  return { ...made, request };
}

function placedAnew(request: WorkbookRequest): PlacedRequest {
  const asked = askedOf(request);
  return { request, asked, layout: layOut(request, asked) };
}

/** Whether two requests differ in nothing but whose figures they are about, and in the figures. */
function asksTheSame(one: WorkbookRequest, other: WorkbookRequest): boolean {
  const isSameUnit = one.unit.id === other.unit.id && one.reporter.id === other.reporter.id;
  return (
    one.plans === other.plans &&
    one.catalogue === other.catalogue &&
    one.assigned === other.assigned &&
    one.round === other.round &&
    one.reporting === other.reporting &&
    isAlike(one.unit, other.unit) &&
    isAlike(one.reporter, other.reporter) &&
    hasSameTable(one.byCommune, other.byCommune) &&
    (isSameUnit || (isAnyUnit(one) && isAnyUnit(other)))
  );
}

/** Whether the tables by commune have the same rows and columns, those to look at too, or neither has one. */
function hasSameTable(one: WorkbookRequest['byCommune'], other: WorkbookRequest['byCommune']): boolean {
  if (!one || !other) return !one === !other;
  return (
    one.figures.join(' ') === other.figures.join(' ') &&
    one.units.length === other.units.length &&
    one.units.every(({ id, name }, at) => id === other.units[at]?.id && name === other.units[at].name) &&
    lookedAt(one) === lookedAt(other)
  );
}

/** The figures of which the table shows last year's or what was assigned, whatever these come to. */
function lookedAt({ before, assigned }: ByCommune): string {
  const shown = [
    ...before.map(({ key, period }) => `${key}|${period}`),
    ...assigned.map(({ key }) => `${key}|`),
  ];
  return [...new Set(shown)].sort().join(' ');
}

/** Of a unit its level and its groups decide what it is asked for. */
function isAlike(one: Unit, other: Unit): boolean {
  return one.level === other.level && groupsOf(one).join(' ') === groupsOf(other).join(' ');
}

/** Whether a unit reports for itself, of which a plan says nothing by its id. */
function isAnyUnit({ plans, unit, reporter }: WorkbookRequest): boolean {
  return (
    reporter.id === unit.id &&
    (unit.level === 'district' || unit.level === 'commune') &&
    !plans.some(({ file }) => isOwnUnit(file, unit))
  );
}
