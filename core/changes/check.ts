import { closest } from '../base/closest.ts';
import { reporter, type Finding, type Place } from '../base/finding.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { parseRowKey } from '../observation/key.ts';
import { endsOf, writtenFigure, type Change, type ChangeMap } from './change-map.ts';
import { changeMapMessages } from './messages.ts';

const report = reporter(changeMapMessages);

/** What a change map is held against. */
export interface ChangeContext {
  catalogue: Catalogue;
  /** Keys of all figures the later plan asks for, parts of shares among them; null where that is not known. */
  asked: ReadonlySet<string> | null;
  /** The same of the earlier plan: a figure may be defined anew while that one is in force. */
  askedBefore: ReadonlySet<string> | null;
}

/**
 * Holds a change map against the catalogue and the plan it leads to.
 * @param placeOf the place of an entry by its number
 */
export function checkChangeMap(
  map: ChangeMap,
  { catalogue, asked, askedBefore }: ChangeContext,
  placeOf: (entry: number) => Place,
): Finding[] {
  const said = new Set<string>();
  return map.changes.flatMap((change, at): Finding[] => {
    const place = placeOf(at);
    const { from, to } = endsOf(change);
    const unknown = [...from, ...to].filter((key) => !isKnown(key, catalogue));
    if (unknown.length > 0)
      return unknown.map((key) =>
        report('changes-figure-unknown', place, {
          figure: writtenFigure(key),
          closest: closest(writtenFigure(key), catalogue.indicators.keys()),
        }),
      );
    const found: Finding[] = [];
    const anew = definedAnew(change);
    for (const key of from) {
      // Each year of a new definition is one thing, what became of the figure another.
      const id = anew === null ? key : `${key} ${anew}`;
      if (said.has(id)) found.push(report('changes-twice', place, { figure: writtenFigure(key) }));
      said.add(id);
    }
    const isAsked = (key: string) =>
      (asked?.has(key) ?? true) || (anew !== null && (askedBefore?.has(key) ?? true));
    for (const key of to.filter((one) => !isAsked(one)))
      found.push(report('changes-not-asked', place, { figure: writtenFigure(key), plan: map.to }));
    return [...found, ...contradictions(change, catalogue, place)];
  });
}

/** The year from which a figure that keeps its id is defined otherwise; null for any other change. */
function definedAnew(change: Change): number | null {
  return change.change === 'break' && change.from === change.to ? (change.since ?? null) : null;
}

function contradictions(change: Change, catalogue: Catalogue, place: Place): Finding[] {
  const { from, to } = endsOf(change);
  const own = from.filter((key) => to.includes(key));
  const isAllowed = change.change === 'undecided' || definedAnew(change) !== null;
  if (own.length > 0 && !isAllowed)
    return own.map((key) => report('changes-to-itself', place, { figure: writtenFigure(key) }));
  const indicatorOf = (key: string) => catalogue.indicators.get(parseRowKey(key)?.indicator ?? '');
  if (change.change === 'merge') {
    const others = [...from, ...to].filter((key) => indicatorOf(key)?.aggregation !== 'sum');
    if (others.length > 0)
      return others.map((key) => report('changes-adds-not', place, { figure: writtenFigure(key) }));
  }
  if (change.change !== 'rename' && change.change !== 'merge') return [];
  const after = indicatorOf(change.to)?.unit ?? '';
  return from.flatMap((key) => {
    const before = indicatorOf(key)?.unit ?? '';
    return before === after
      ? []
      : [report('changes-units-measure', place, { figure: writtenFigure(key), from: before, to: after })];
  });
}

function isKnown(key: string, { indicators, strata }: Catalogue): boolean {
  const parsed = parseRowKey(key);
  return (
    parsed !== null &&
    indicators.has(parsed.indicator) &&
    (parsed.stratum === null || strata.has(parsed.stratum))
  );
}
