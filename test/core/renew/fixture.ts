import { indexCatalogue, type Catalogue } from '../../../core/catalogue/catalogue.ts';
import { catalogueFileSchema } from '../../../core/catalogue/schema.ts';
import type { ChangeMap } from '../../../core/changes/change-map.ts';
import type { NewCell } from '../../../core/renew/cells.ts';
import type { EarlierFigure } from '../../../core/renew/earlier.ts';
import type { RollOver, RollOverInput } from '../../../core/renew/input.ts';
import { rollOver } from '../../../core/renew/roll-over.ts';
import type { Link } from '../../../core/unit/link.ts';
import { catalogueInput } from '../plan/fixture.ts';

/** Counts of a made-up catalogue; `share` is `count-0` over `count-1`, `index` adds up to nothing. */
export const COUNTS = Array.from({ length: 8 }, (_, at) => `count-${at}`);
export const KEYS = [...COUNTS, 'share', 'index'].map((id) => `${id}|_T`);

const [count] = catalogueInput.indicators;
const share = catalogueInput.indicators.find(({ id }) => id === 'insured');
const index = catalogueInput.indicators.find(({ id }) => id === 'hdi-group');

export const catalogue: Catalogue = indexCatalogue(
  catalogueFileSchema.parse({
    ...catalogueInput,
    indicators: [
      ...COUNTS.map((id) => ({ ...count, id })),
      { ...share, id: 'share', numerator: 'count-0', denominator: 'count-1', relatedTo: undefined },
      { ...index, id: 'index' },
    ].map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined))),
  }),
);

export function figure(unit: string, key: string, period: string, value: string): EarlierFigure {
  const sign = value === '-' || value === '...' || value === 'x' ? value : null;
  return {
    kind: 'figure',
    unit,
    key: key.includes('|') ? key : `${key}|_T`,
    period,
    vintage: 'final',
    value: sign === null ? value : null,
    sign,
    reporter: unit,
    source: `báo cáo ${period} của ${unit}`,
  };
}

export function cell(unit: string, key: string, period: string): NewCell {
  return { unit, key: key.includes('|') ? key : `${key}|_T`, period, vintage: 'final', ofRound: false };
}

export function changeMap(...changes: ChangeMap['changes']): ChangeMap {
  return { schema: 1, from: 'old', to: 'new', changes, units: [] };
}

export function link(old: string, later: string): Link {
  return { old, new: later, part: 'whole' };
}

/** A roll-over of the made-up catalogue in which every unit is known. */
export function rolled(
  input: Partial<Omit<RollOverInput, 'cells'>> & { cells: NewCell[] },
  most?: number,
): RollOver {
  const all: RollOverInput = {
    earlier: [],
    aside: [],
    given: { figures: [], baselines: [] },
    maps: [],
    links: [],
    catalogue,
    unitOf: (id) => ({ name: id, successors: [] }),
    ...input,
    cells: { cells: input.cells, baselines: [] },
  };
  return rollOver(all, most);
}
