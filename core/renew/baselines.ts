import { perOf } from '../catalogue/per.ts';
import { exactOf, quotient } from '../consolidate/exact.ts';
import { figureKey, parseRowKey } from '../observation/key.ts';
import type { KnownBaseline } from '../planner/baseline/baseline.ts';
import { chooseBaseline } from '../target/baseline-choice.ts';
import { partsOf, type ChangesByKey } from './changes-by-key.ts';
import type { NewBaseline } from './cells.ts';
import type { Derived } from './derive.ts';
import { sourceText } from './source-text.ts';
import type { OpenBaseline, RollOverInput } from './input.ts';

/** A baseline and the earlier figures it is made of. */
interface MadeBaseline {
  unit: string;
  key: string;
  year: number;
  value: number;
  of: Derived;
  /** Where it comes from, for people. */
  source: string;
}

/**
 * The baselines of new workbooks: what was entered as one before, or the last final figure that their targets can
 * start from; a share or rate anew of its numerator and denominator. A planner's own baseline stays the only one.
 */
export function rolledBaselines(
  input: RollOverInput,
  derive: (unit: string, key: string, period: string) => Derived | null,
  changes: ChangesByKey,
): { rows: KnownBaseline[]; made: MadeBaseline[]; open: OpenBaseline[] } {
  const years = [
    ...new Set(input.earlier.flatMap(({ kind, period }) => (kind === 'figure' ? [Number(period)] : []))),
  ]
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
  const entered = byFigure(input.earlier.filter(({ kind, value }) => kind === 'baseline' && value !== null));
  const given = byFigure(
    input.given.baselines.map((row) => ({ ...row, key: figureKey(row.indicator, row.stratum) })),
  );
  const rows: KnownBaseline[] = [];
  const made: MadeBaseline[] = [];
  const open: OpenBaseline[] = [];
  for (const { unit, key, need } of input.cells.baselines) {
    const own = entered.get(`${unit}|${key}`) ?? [];
    const asMade = own.flatMap((figure): MadeBaseline[] => {
      const part = { figure, factor: '1' };
      const of: Derived = { value: figure.value, sign: null, vintage: 'final', parts: [part] };
      const { source } = figure;
      return [{ unit, key, year: Number(figure.period), value: Number(figure.value), of, source }];
    });
    const planned = given.get(`${unit}|${key}`) ?? [];
    if (planned.length > 0) {
      const isPlanned = (one: MadeBaseline) =>
        planned.some(({ year, value }) => year === one.year && value === one.value);
      made.push(...asMade.filter(isPlanned));
      continue;
    }
    const since = changes.since(key);
    const wanted = years.filter((year) => isWanted(year, need) && (since === null || year >= since));
    const found = wanted.flatMap((year) => officialOf({ unit, key, year }, input, derive));
    const chosen = chooseBaseline(
      [...found, ...asMade].filter(({ year }) => since === null || year >= since),
      need,
    );
    if (chosen) {
      made.push(chosen);
      rows.push(rowOf(chosen));
    } else {
      const year = wanted.filter((one) => derive(unit, key, String(one)) !== null).at(-1);
      if (year !== undefined) open.push({ unit, key, year });
    }
  }
  return { rows, made, open };
}

/** Rows by the unit and the figure they are of: of thousands of units each looks for its own. */
function byFigure<Row extends { unit: string; key: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const place = `${row.unit}|${row.key}`;
    const own = found.get(place);
    if (own === undefined) found.set(place, [row]);
    else own.push(row);
  }
  return found;
}

function isWanted(year: number, { exactYears, lastYearBefore }: NewBaseline['need']): boolean {
  return exactYears.includes(year) || year <= lastYearBefore;
}

/** The final figure of a year, as it is or of its numerator and denominator. */
function officialOf(
  { unit, key, year }: OpenBaseline,
  { catalogue, unitOf }: RollOverInput,
  derive: (unit: string, key: string, period: string) => Derived | null,
): MadeBaseline[] {
  const period = String(year);
  const own = derive(unit, key, period);
  if (own?.vintage === 'final' && own.value !== null)
    return [{ unit, key, year, value: Number(own.value), of: own, source: sourceText(own, unitOf) }];
  const indicator = catalogue.indicators.get(parseRowKey(key)?.indicator ?? '');
  const per = indicator ? perOf(indicator) : null;
  const [above, below] = partsOf(key, catalogue).map((part) => derive(unit, part, period));
  if (per === null || own !== null || !above || !below) return [];
  if ([above, below].some(({ vintage, value }) => vintage !== 'final' || value === null)) return [];
  const value = quotient(exactOf(above.value ?? '0'), exactOf(below.value ?? '0'), per);
  if (value === null) return [];
  const [first, ...rest] = [...above.parts, ...below.parts];
  if (!first) return [];
  const of: Derived = { value: null, sign: null, vintage: 'final', parts: [first, ...rest] };
  const sources = [...new Set([above, below].map((one) => sourceText(one, unitOf)))];
  return [{ unit, key, year, value, of, source: `Tính từ tử số, mẫu số: ${sources.join('; ')}` }];
}

function rowOf({ unit, key, year, value, source }: MadeBaseline): KnownBaseline {
  const { indicator, stratum } = parseRowKey(key) ?? { indicator: key, stratum: null };
  return { unit, indicator, stratum, year, value, numerator: null, denominator: null, source };
}
