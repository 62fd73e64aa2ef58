import type { Catalogue } from '../catalogue/catalogue.ts';
import { bodyOf } from '../catalogue/on-date.ts';
import type { Body, Indicator } from '../catalogue/schema.ts';
import type { Plan } from '../plan/model.ts';
import { seriesOf } from '../target/plan-series.ts';
import type { Unit } from '../unit/unit.ts';
import { existsOn } from '../unit/validity.ts';

/** Before any date there is, and after. */
const [EVER, LAST] = ['0000-01-01', '9999-12-31'];

/**
 * The departments that are the source of record of at least one target of a plan on a day, as reporting units.
 * @param catalogue of all times
 * @param date ISO date, of a round its cut-off
 */
export function departmentsOf(plan: Plan, catalogue: Catalogue, date: string): Unit[] {
  const [province] = plan.units;
  // Bodies of record are those of provinces: of the country's ministries no list says what they publish.
  if (!province || province.level === 'country') return [];
  const published = publishedOn(plan, catalogue);
  return [...catalogue.bodies.values()]
    .filter((body) => published(date).has(body))
    .map((body) => departmentOf(body, province, { catalogue, date, published }));
}

/** Indicators of a plan by who publishes them. */
type Published = ReadonlyMap<Body, readonly Indicator[]>;

/** Who publishes the indicators of a plan on a day. */
function publishedOn(plan: Plan, catalogue: Catalogue): (date: string) => Published {
  const own = indicatorsOf(plan).flatMap((id) => catalogue.indicators.get(id) ?? []);
  const known = new Map<string, Published>();
  return (date) => {
    const found = known.get(date) ?? byBody(own, (one) => bodyOf(one, catalogue, date));
    known.set(date, found);
    return found;
  };
}

function byBody(own: readonly Indicator[], bodyOn: (one: Indicator) => Body | null): Published {
  const published = new Map<Body, Indicator[]>();
  for (const one of own) {
    const body = bodyOn(one);
    if (body) published.set(body, [...(published.get(body) ?? []), one]);
  }
  return published;
}

/** Asked for with every return that is read; the plan says the same each time. */
const indicators = new WeakMap<Plan, readonly string[]>();

/** Ids of the indicators of a plan's series, in their order. */
function indicatorsOf(plan: Plan): readonly string[] {
  const known = indicators.get(plan);
  if (known) return known;
  const ids = seriesOf(plan).map(({ indicator: { id } }) => id);
  indicators.set(plan, ids);
  return ids;
}

/** The departments of a plan over all times. */
export function departmentsEver(plan: Plan, catalogue: Catalogue): Unit[] {
  const days = new Set([EVER, LAST]);
  for (const { validFrom, validTo } of [...catalogue.bodies.values(), ...plan.units]) {
    for (const day of [validFrom, validTo]) if (day !== undefined && day !== null) days.add(day);
  }
  const departments = [...days].sort().flatMap((day) => departmentsOf(plan, catalogue, day));
  return [...new Map(departments.map((one) => [one.id, one])).values()];
}

/**
 * The departments of a plan that have ended by a day, each with those that report its figures of the plan since.
 */
export function endedDepartments(
  plan: Plan,
  catalogue: Catalogue,
  date: string,
): { ended: Unit; successors: Unit[] }[] {
  const now = departmentsOf(plan, catalogue, date);
  const ended = departmentsEver(plan, catalogue).filter(
    ({ id, validTo }) => validTo !== null && validTo < date && now.every((one) => one.id !== id),
  );
  return ended.map((one) => ({
    ended: one,
    successors: now.filter(({ id }) => one.successors.includes(id)),
  }));
}

/** A body as the reporting unit it is in a province, with those that report the plan's figures since. */
function departmentOf(
  body: Body,
  province: Unit,
  {
    catalogue,
    date,
    published,
  }: { catalogue: Catalogue; date: string; published: (date: string) => Published },
): Unit {
  // After a merger the bodies are those of the province that took it in.
  const { validFrom, validTo } = existsOn(province, date) ? province : { validFrom: null, validTo: null };
  const id = departmentId(body, province, date);
  const own = published(body.validTo ?? date).get(body) ?? [];
  const later = own.flatMap((one) => bodyOf(one, catalogue, LAST) ?? []);
  const successors = new Set(later.map((one) => departmentId(one, province, LAST)));
  successors.delete(id);
  return {
    ...province,
    id,
    code: null,
    name: body.name ?? body.id,
    level: 'department',
    parent: province.id,
    validFrom: body.validFrom ?? validFrom,
    validTo: body.validTo ?? validTo,
    successors: [...successors],
    tags: [],
  };
}

/**
 * `VN12.BHXH`, `VN12.SYT-2025`. In a province that took in others every body is another one than before, so its
 * id has the province's year where the body has none of its own.
 */
export function departmentId({ code }: Body, province: Unit, date: string): string {
  const then = existsOn(province, date) ? province.id : (province.successors[0] ?? province.id);
  const [base = then, year] = then.split('-');
  return year === undefined || code.includes('-') ? `${base}.${code}` : `${base}.${code}-${year}`;
}
