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

/** By their plans, the last requests that were placed: those of returns of one round share them. */
const placedBefore = new WeakMap<WorkbookRequest['plans'], PlacedRequest[]>();

/** Levels and groups of units that one definition is for. */
const KEPT = 8;

/**
 * Draws up what a request asks for, and where; once for requests that ask the same, which get the same objects. Nobody
 * may change them.
 */
export function placed(request: WorkbookRequest): PlacedRequest {
  const before = placedBefore.get(request.plans) ?? [];
  const alike = before.find((one) => asksTheSame(one.request, request));
  if (alike !== undefined) return { ...alike, request };
  const asked = askedOf(request);
  const made = { request, asked, layout: layOut(request, asked) };
  placedBefore.set(request.plans, [made, ...before].slice(0, KEPT));
  return made;
}

/** Whether two requests of the same plans differ in nothing but whose figures they are about, and in the figures. */
function asksTheSame(one: WorkbookRequest, other: WorkbookRequest): boolean {
  const isSameUnit = one.unit.id === other.unit.id && one.reporter.id === other.reporter.id;
  return (
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
