import type { Catalogue } from './catalogue.ts';
import type { Body, Indicator, Level } from './schema.ts';

/** The day from which Viet Nam has no district level: provinces and communes only. */
export const DISTRICTS_ENDED = '2025-07-01';

/**
 * The catalogue as it is on a day: the bodies that exist then, and every indicator with the body whose figure
 * counts and the lowest level at which it exists then. Nothing in it speaks of another time.
 * @param date ISO date
 */
export function catalogueOn(catalogue: Catalogue, date: string): Catalogue {
  const known = made.get(catalogue) ?? new Map<string, Catalogue>();
  made.set(catalogue, known);
  const then = known.get(date) ?? makeOn(catalogue, date);
  known.set(date, then);
  return then;
}

/** One round makes many workbooks of one day. */
const made = new WeakMap<Catalogue, Map<string, Catalogue>>();

function makeOn(catalogue: Catalogue, date: string): Catalogue {
  const bodies = [...catalogue.bodies.values()].filter((body) => isBodyOn(body, date)).map(bodyThen);
  const indicators = [...catalogue.indicators.values()].map((one) => indicatorThen(one, catalogue, date));
  return {
    ...catalogue,
    bodies: new Map(bodies.map((body) => [body.id, body])),
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
  };
}

/** Whether a body exists on a day (ISO date). */
export function isBodyOn({ validFrom, validTo }: Body, date: string): boolean {
  return (validFrom === undefined || validFrom <= date) && (validTo === undefined || date <= validTo);
}

/** The bodies whose figures of an indicator count or have counted, each as often as days are looked at, the first first. */
export function bodiesEver(indicator: Indicator, catalogue: Catalogue): Body[] {
  const ends = [...catalogue.bodies.values()].flatMap(({ validTo }) => validTo ?? []);
  return ['0000-01-01', ...ends.sort(), '9999-12-31'].flatMap(
    (date) => bodyOf(indicator, catalogue, date) ?? [],
  );
}

/** The body whose figure of an indicator counts on a day, as the catalogue of all times has it. */
export function bodyOf(indicator: Indicator, catalogue: Catalogue, date: string): Body | null {
  const { body: id, afterReform } = indicator.source;
  let body = catalogue.bodies.get(id) ?? null;
  let named = afterReform?.body;
  const passed = new Set<Body>();
  while (body?.validTo !== undefined && body.validTo < date && !passed.has(body)) {
    passed.add(body);
    body = catalogue.bodies.get(named ?? body.successor ?? '') ?? null;
    named = undefined;
  }
  return body;
}

function bodyThen({ id, name, en, code, through }: Body): Body {
  return { id: name ?? id, en, code, through };
}

function indicatorThen(indicator: Indicator, catalogue: Catalogue, date: string): Indicator {
  const { body: id, level, afterReform, ...when } = indicator.source;
  const body = bodyOf(indicator, catalogue, date);
  return {
    ...indicator,
    source: {
      body: body ? bodyThen(body).id : id,
      level: levelThen(level, afterReform?.level, date),
      ...when,
    },
  };
}

/** Where districts knew a figure, communes may; else nobody below the province's body does, see {@link isKeptByCommune}. */
function levelThen(level: Level, later: Level | undefined, date: string): Level {
  return level === 'district' && date >= DISTRICTS_ENDED ? (later ?? 'province') : level;
}

/**
 * Whether the body of record reports an indicator commune by commune on a day: districts reported it while there were
 * any, and communes do not know it. A body with branches of its own was never asked through districts.
 * @param catalogue of all times
 * @param date ISO date
 */
export function isKeptByCommune(id: string, catalogue: Catalogue, date: string): boolean {
  const indicator = catalogue.indicators.get(id);
  if (!indicator || date < DISTRICTS_ENDED) return false;
  const { level, afterReform } = indicator.source;
  return (
    level === 'district' &&
    afterReform?.level === undefined &&
    bodyOf(indicator, catalogue, date)?.through === 'districts'
  );
}
