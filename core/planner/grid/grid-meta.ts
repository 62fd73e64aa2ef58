import { type Finding, reporter } from '../../base/finding.ts';
import { metaEntries } from '../../workbook/meta-entries.ts';
import { parseRowKey } from '../../observation/key.ts';
import type { SheetCells } from '../../sheet/facts.ts';
import type { AssignedComparator } from '../assignment/assignment.ts';
import {
  GRID_MARKER,
  GRID_SCHEMA,
  parsePrefilled,
  type GridMetaKind,
  type Prefilled,
} from './grid-contract.ts';
import { parseComparator } from './grid-layout.ts';
import { gridMessages } from './messages.ts';

const report = reporter(gridMessages);

/** What `_meta` says of a grid. */
export interface GridMeta {
  /** Id of the plan it was made for. */
  plan: string;
  year: number;
  rows: Map<string, AssignedComparator>;
  units: string[];
  /** Name over each unit's column as the grid was made, by its id. */
  unitNames: Map<string, string>;
  prefilled: Map<string, Prefilled>;
  /** What the column of the path showed by figure key, null for nothing; without the keys of a grid that kept none. */
  paths: Map<string, number | null>;
  /** What units count for in means, by figure key and unit; null in a grid of before that was kept. */
  weights: Map<string, number> | null;
}

/**
 * Reads what a grid says of itself.
 * @returns null and why, when the sheets are no grid or one of another version
 */
export function readGridMeta(sheets: readonly SheetCells[]): { meta: GridMeta | null; findings: Finding[] } {
  const entries = metaEntries(sheets);
  const of = (wanted: GridMetaKind) =>
    entries.flatMap(({ kind, key, value }) => (kind === wanted ? [[key, value] as const] : []));
  const info = new Map(of('info'));
  const year = Number(info.get('year'));
  const schema = info.get('schema') ?? '';
  const [plan] = of('plan').map(([id]) => id);
  const isGrid =
    info.get('marker')?.startsWith(GRID_MARKER.slice(0, GRID_MARKER.lastIndexOf(':') + 1)) === true;
  if (!isGrid || !Number.isInteger(year) || plan === undefined)
    return { meta: null, findings: [report('not-our-grid', {}, {})] };
  if (info.get('marker') !== GRID_MARKER || Number(schema) !== GRID_SCHEMA)
    return {
      meta: null,
      findings: [report('grid-newer', {}, { found: schema, known: GRID_SCHEMA })],
    };
  const rows = of('row').flatMap(([key, word]) => {
    const comparator = parseComparator(word);
    return comparator !== null && parseRowKey(key) !== null ? [[key, comparator] as const] : [];
  });
  const prefilled = of('prefilled').flatMap(([key, text]) => {
    const held = parsePrefilled(text);
    return held ? [[key, held] as const] : [];
  });
  const paths = of('path').map(([key, text]) => [key, text === '' ? null : Number(text)] as const);
  const weights = of('weight').map(([key, text]) => [key, Number(text)] as const);
  const unitNames = new Map(of('column'));
  return {
    meta: {
      plan,
      year,
      units: [...unitNames.keys()],
      unitNames,
      rows: new Map(rows),
      prefilled: new Map(prefilled),
      paths: new Map(paths),
      weights: info.has('weights') ? new Map(weights) : null,
    },
    findings: [],
  };
}
