import { vintages } from '../observation/vintage.ts';
import type { KnownBaseline } from '../planner/baseline/baseline.ts';
import type { KnownFigure } from '../planner/known-figure.ts';
import { stratumOf } from '../store/entry.ts';
import { rolledBaselines } from './baselines.ts';
import { batchesOf } from './batches.ts';
import { brokenOff, type BrokenOff } from './breaks.ts';
import { mayFill, type NewCell } from './cells.ts';
import { changesByKey, type ChangesByKey } from './changes-by-key.ts';
import { computedBefore, type ComputedBefore } from './computed-before.ts';
import { derivation, originsBy, wholeLinks, type Derived, type Origins } from './derive.ts';
import { placeOf, type EarlierFigure } from './earlier.ts';
import type { FilledFigure, OpenBaseline, RollOver, RollOverInput } from './input.ts';
import { outcomeOf, type FilledCell, type RollOverLine, type Why } from './line.ts';
import { sourceText } from './source-text.ts';
import { namedBefore, type NamedBefore } from './year-before.ts';
import { everywhereOf, whyAside, type Everywhere } from './why.ts';

/** Cells and figures that are worked on at a time: those of a province's communes. */
const AT_A_TIME = 60_000;

/**
 * Carries the figures of earlier rounds into new workbooks. Every figure that is filled in is an earlier one, a sum
 * of whole earlier ones, or one multiplied by what a change map says; every earlier figure stands in one line of
 * the result, in their order, before those that were kept aside already.
 * @param most cells and figures that are worked on at a time; the result is the same but for the order of units
 */
export function rollOver(input: RollOverInput, most = AT_A_TIME): RollOver {
  const links = [...input.links, ...wholeLinks(input.maps)];
  const rules: RollingRules = {
    changes: changesByKey(input.maps, input.catalogue),
    origins: originsBy(links),
    everywhere: everywhereOf(input),
  };
  const lines: RollOverLine[] = [];
  const figures: FilledFigure[] = [];
  const baselines: KnownBaseline[] = [];
  const breaks: BrokenOff[] = [];
  const before: NamedBefore[] = [];
  const computed: ComputedBefore[] = [];
  const openBaselines: OpenBaseline[] = [];
  for (const { places, ...batch } of batchesOf(input, links, most)) {
    const rolled = rollBatch({ ...input, ...batch }, rules);
    for (const [at, place] of places.entries()) {
      const line = rolled.lines[at];
      if (line) lines[place] = line;
    }
    for (const one of rolled.figures) figures.push(one);
    for (const one of rolled.baselines) baselines.push(one);
    for (const one of rolled.breaks) breaks.push(one);
    for (const one of rolled.before) before.push(one);
    for (const one of rolled.computed) computed.push(one);
    for (const one of rolled.openBaselines) openBaselines.push(one);
  }
  for (const one of input.aside) lines.push({ ...one, outcome: outcomeOf(one.why), to: [] });
  return { figures, baselines, lines, breaks, before, computed, openBaselines };
}

/** What holds for all batches. */
interface RollingRules {
  changes: ChangesByKey;
  origins: Origins;
  everywhere: Everywhere;
}

/** A roll-over of units that have nothing to do with others; of figures kept aside already it says nothing. */
function rollBatch(input: RollOverInput, { changes, origins, everywhere }: RollingRules): RollOver {
  const { catalogue, cells, earlier } = input;
  const derive = derivation(earlier, { catalogue, changes, origins });
  const { filled, refused } = fill(cells.cells, derive, input.given.figures);
  const baselines = rolledBaselines(input, derive, changes);
  const to = new Map<EarlierFigure, FilledCell[]>();
  const put = ({ parts }: Derived, cell: Omit<FilledCell, 'factor' | 'parts'>) => {
    for (const { figure, factor } of parts) {
      const one = { ...cell, factor, parts: parts.length };
      const own = to.get(figure);
      // Mostly there is one: a list that grows keeps room for sixteen more.
      if (own === undefined) to.set(figure, [one]);
      else own.push(one);
    }
  };
  for (const { cell, derived } of filled) {
    const { unit, key, period, tableOf } = cell;
    put(derived, { field: 'value', unit, key, period, ...(tableOf === undefined ? {} : { tableOf }) });
  }
  for (const { unit, key, year, of } of baselines.made)
    put(of, { field: 'baseline', unit, key, period: String(year) });
  const places = new Set(filled.map(({ cell }) => placeOf(cell)));
  const before = namedBefore(cells.cells, places, derive);
  const named = new Set(before.flatMap(({ derived }) => derived.parts.map(({ figure }) => figure)));
  const explain = whyAside({ ...input, changes, origins, derive, everywhere });
  const lines = earlier.map((figure): RollOverLine => {
    const own = to.get(figure) ?? [];
    if (own.length > 0) {
      const isAsItWas = own.some(({ factor, parts }) => factor === '1' && parts === 1);
      return { figure, outcome: isAsItWas ? 'carried' : 'converted', why: null, detail: '', to: own };
    }
    const why = refused.get(figure) ?? (named.has(figure) ? 'named' : undefined);
    return { figure, to: [], ...(why ? { outcome: outcomeOf(why), why, detail: '' } : explain(figure)) };
  });
  return {
    figures: filled.map(({ cell: { unit, key, period }, derived }) => {
      const { value, sign, vintage } = derived;
      const source = sourceText(derived, input.unitOf);
      return { unit, key, period, vintage, value, sign, source, ...saidOfParts(derived) };
    }),
    baselines: baselines.rows,
    lines,
    breaks: brokenOff(lines, { cells: cells.cells, filled: places, changes }),
    before,
    computed: computedBefore(cells.cells, places, { derive, catalogue }),
    openBaselines: baselines.open,
  };
}

/** What was said of all that a figure is made of, see {@link EarlierFigure}; what was said of a part is not enough. */
export function saidOfParts({ parts }: Derived): Pick<EarlierFigure, 'reason' | 'settled'> {
  const reasons = parts.flatMap(({ figure }) => figure.reason ?? []);
  return {
    ...(reasons.length === parts.length ? { reason: [...new Set(reasons)].join('; ') } : {}),
    ...(parts.every(({ figure }) => figure.settled) ? { settled: true as const } : {}),
  };
}

/** Figures for the cells; of those that are not filled in though there would be one, why. */
function fill(
  cells: readonly NewCell[],
  derive: (unit: string, key: string, period: string) => Derived | null,
  given: readonly KnownFigure[],
) {
  const planned = new Map(
    given.map((row) => [placeOf({ ...row, key: `${row.indicator}|${row.stratum ?? '_T'}` }), row]),
  );
  const filled: { cell: NewCell; derived: Derived }[] = [];
  const refused = new Map<EarlierFigure, Why>();
  for (const cell of cells) {
    const derived = derive(cell.unit, cell.key, cell.period);
    if (!derived) continue;
    const row = planned.get(placeOf(cell));
    const why = !mayFill(derived.vintage, cell)
      ? 'less-sure'
      : row && isOtherwise(row, derived) && mayFill(row.vintage, cell)
        ? 'given'
        : null;
    if (why === null) filled.push({ cell, derived });
    else for (const { figure } of derived.parts) refused.set(figure, why);
  }
  return { filled, refused };
}

/** Whether the planner gives another figure that is as sure at least. */
function isOtherwise({ value, vintage }: KnownFigure, derived: Derived): boolean {
  const said = derived.value === null ? derived.sign : Number(derived.value);
  return said !== value && vintages.indexOf(vintage) >= vintages.indexOf(derived.vintage);
}

/** The figures as rows of the planner's, by which workbooks are filled in beforehand. */
export function knownFigures(figures: readonly FilledFigure[]): KnownFigure[] {
  const known: KnownFigure[] = [];
  // Of a country's communes each of a hundred keys comes thousands of times.
  const ofKeys = new Map<string, Pick<KnownFigure, 'indicator' | 'stratum'>>();
  for (const { unit, key, period, vintage, value, sign, source } of figures) {
    const figure = value === null ? sign : Number(value);
    if (figure === null) continue;
    const of = ofKeys.get(key) ?? partsOfKey(key);
    ofKeys.set(key, of);
    const { indicator, stratum } = of;
    known.push({ unit, indicator, stratum, period, vintage, value: figure, source });
  }
  return known;
}

function partsOfKey(key: string): Pick<KnownFigure, 'indicator' | 'stratum'> {
  const [indicator = '', stratum = ''] = key.split('|');
  return { indicator, stratum: stratumOf({ stratum }) };
}
