import { reporter, type Finding } from '../finding.ts';
import { returnedWorkbookMessages } from '../messages/returned-workbook.ts';
import { parseFigure } from '../observation/figure.ts';
import type { EnteredBaseline, Observation } from '../observation/observation.ts';
import { cellAddress } from './address.ts';
import {
  KEY_MARKER,
  parseColumnKey,
  isSeriesKey,
  parseRowKey,
  sheetNames,
  WORKBOOK_SCHEMA,
  type ColumnField,
  type Vintage,
} from './contract.ts';

/** A cell as any reader delivers it; errors of a cell arrive as an object. */
export interface SheetCell {
  row: number;
  column: number;
  value: number | string | boolean | null | { error: string };
}

/** A sheet as any reader delivers it. */
export interface SheetCells {
  name: string;
  cells: readonly SheetCell[];
}

/** What a returned workbook says. */
export interface ReturnedWorkbook {
  unit: string;
  /** Unit id of who reported. */
  reporter: string;
  round: string;
  sample: boolean;
  /** Fingerprint of the plain cells at the time of generation. */
  untouched: string | null;
  /** Hash of each plan's file and document at the time of generation. */
  plans: ReadonlyMap<string, string>;
  observations: Observation[];
  baselines: EnteredBaseline[];
  /** Everything written in mark and reason columns, also beside blank figures. */
  remarks: Remark[];
  /** Verdicts officers gave themselves. */
  ownVerdicts: OwnVerdict[];
}

/** An officer's own verdict on a series (`plan|indicator|stratum|kind`). */
export interface OwnVerdict {
  series: string;
  period: string;
  verdict: string;
  reason: string | null;
}

/** A text an officer wrote beside a figure. */
export interface Remark {
  key: string;
  period: string;
  field: 'mark' | 'reason';
  text: string;
}

const report = reporter(returnedWorkbookMessages);

/** A figure's cell found by its keys, whatever its content. */
interface KeyedCell {
  sheet: string;
  address: string;
  rowKey: string;
  period: string;
  vintage: Vintage | '_';
  field: ColumnField;
  value: SheetCell['value'];
}

/**
 * Reads the figures of a returned workbook by the keys in its sheets; addresses, order and visibility say
 * nothing. What cannot be read as a figure is reported with its place and text, never dropped silently.
 */
export function readReturned(sheets: readonly SheetCells[]): {
  value: ReturnedWorkbook | null;
  findings: Finding[];
} {
  const meta = readMeta(sheets);
  const unit = meta.info.get('unit');
  const round = meta.info.get('round');
  if (unit === undefined || round === undefined)
    return { value: null, findings: [report('not-our-workbook', {}, {})] };
  const schema = meta.info.get('schema') ?? '';
  if (Number(schema) !== WORKBOOK_SCHEMA) {
    return {
      value: null,
      findings: [report('workbook-newer', {}, { found: schema, known: WORKBOOK_SCHEMA })],
    };
  }
  const cells = sheets.flatMap(keyedCells);
  const findings: Finding[] = [];
  const found = new Set(cells.map((cell) => cell.rowKey));
  for (const key of meta.rows) {
    if (!found.has(key)) findings.push(report('row-missing', {}, { key }));
  }
  return {
    value: {
      unit,
      reporter: meta.info.get('reporter') ?? unit,
      round,
      sample: meta.info.get('sample') === 'yes',
      untouched: meta.info.get('untouched') ?? null,
      plans: meta.plans,
      observations: readObservations(cells, unit, meta.info.get('reporter') ?? unit, findings),
      baselines: readBaselines(cells),
      remarks: readRemarks(cells),
      ownVerdicts: readOwnVerdicts(cells),
    },
    findings,
  };
}

function readMeta(sheets: readonly SheetCells[]) {
  const info = new Map<string, string>();
  const plans = new Map<string, string>();
  const rows: string[] = [];
  const sheet = sheets.find(({ name }) => name === sheetNames.meta);
  const lines = new Map<number, Map<number, string>>();
  for (const { row, column, value } of sheet?.cells ?? []) {
    if (value === null || typeof value === 'object') continue;
    const line = lines.get(row) ?? new Map<number, string>();
    lines.set(row, line.set(column, String(value)));
  }
  for (const line of lines.values()) {
    const [kind, key, value] = [2, 3, 4].map((column) => line.get(column) ?? '');
    if (kind === undefined || key === undefined || value === undefined) continue;
    if (kind === 'info') info.set(key, value);
    if (kind === 'plan') plans.set(key, value);
    if (kind === 'row') rows.push(key);
  }
  return { info, plans, rows };
}

/** Every cell that stands where a keyed row and a keyed column cross. */
function keyedCells(sheet: SheetCells): KeyedCell[] {
  const marker = sheet.cells.find(({ value }) => value === KEY_MARKER);
  if (!marker) return [];
  const columns = new Map<number, NonNullable<ReturnType<typeof parseColumnKey>>>();
  const rows = new Map<number, string>();
  for (const { row, column, value } of sheet.cells) {
    if (typeof value !== 'string') continue;
    if (row === marker.row) {
      const key = parseColumnKey(value);
      if (key) columns.set(column, key);
    }
    if (column === marker.column && (parseRowKey(value) || isSeriesKey(value))) rows.set(row, value);
  }
  const contents = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell.value]));
  const keyed: KeyedCell[] = [];
  for (const [row, rowKey] of rows) {
    for (const [column, key] of columns) {
      const value = contents.get(`${row}:${column}`) ?? null;
      keyed.push({ sheet: sheet.name, address: cellAddress(row, column), rowKey, ...key, value });
    }
  }
  return keyed;
}

function readObservations(
  cells: readonly KeyedCell[],
  unit: string,
  reporter: string,
  findings: Finding[],
): Observation[] {
  const notes = new Map(
    readRemarks(cells).flatMap(({ key, period, field, text }) =>
      field === 'reason' ? [[`${key}|${period}`, text] as const] : [],
    ),
  );
  const read = new Map<string, { observation: Observation; cell: KeyedCell }>();
  for (const cell of cells) {
    const key = parseRowKey(cell.rowKey);
    if (cell.field !== 'value' || cell.vintage === '_' || !key) continue;
    const place = { sheet: cell.sheet, cell: cell.address };
    const data = { key: cell.rowKey, period: cell.period };
    const figure =
      typeof cell.value === 'object' && cell.value !== null ? undefined : parseFigure(cell.value);
    if (figure === undefined) {
      const text =
        typeof cell.value === 'object' && cell.value !== null ? cell.value.error : String(cell.value);
      findings.push(report('figure-not-read', place, { ...data, found: text }));
      continue;
    }
    if (figure === null) continue;
    const id = `${cell.rowKey}|${cell.period}|${cell.vintage}`;
    const before = read.get(id);
    if (before) {
      if (before.observation.figure === figure) continue;
      const other = { kept: String(before.observation.figure), other: String(figure) };
      const otherCell = `${cell.sheet}!${cell.address}`;
      const firstPlace = { sheet: before.cell.sheet, cell: before.cell.address };
      findings.push(report('figure-in-two-places', firstPlace, { ...data, ...other, otherCell }));
      continue;
    }
    const observation: Observation = {
      unit,
      ...key,
      period: cell.period,
      vintage: cell.vintage,
      reporter,
      figure,
      note: notes.get(`${cell.rowKey}|${cell.period}`) ?? null,
    };
    read.set(id, { observation, cell });
  }
  // Sorted, so that a workbook whose rows were moved reads back the same.
  return [...read.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { observation }]) => observation);
}

function readBaselines(cells: readonly KeyedCell[]): EnteredBaseline[] {
  const baselines = new Map<string, EnteredBaseline>();
  for (const cell of cells) {
    const key = parseRowKey(cell.rowKey);
    if (!key || !/^base/u.test(cell.field)) continue;
    const entry = baselines.get(cell.rowKey) ?? { ...key, year: null, value: null, source: null };
    baselines.set(cell.rowKey, entry);
    if (cell.field === 'baseYear' && typeof cell.value === 'number') entry.year = cell.value;
    if (cell.field === 'baseValue' && typeof cell.value === 'number') entry.value = cell.value;
    if (cell.field === 'baseSource' && typeof cell.value === 'string')
      entry.source = cell.value.trim() || null;
  }
  return [...baselines.entries()]
    .filter(([, { year, value, source }]) => year !== null || value !== null || source !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, baseline]) => baseline);
}

function readRemarks(cells: readonly KeyedCell[]): Remark[] {
  return cells
    .flatMap(({ rowKey, period, field, value }): Remark[] => {
      if (field !== 'mark' && field !== 'reason') return [];
      const text = value === null || typeof value === 'object' ? '' : String(value).trim();
      return text === '' ? [] : [{ key: rowKey, period, field, text }];
    })
    .sort((a, b) => (`${a.key}|${a.period}|${a.field}` < `${b.key}|${b.period}|${b.field}` ? -1 : 1));
}

function readOwnVerdicts(cells: readonly KeyedCell[]): OwnVerdict[] {
  const textOf = ({ value }: KeyedCell) => (typeof value === 'string' ? value.trim() : '');
  const reasons = new Map(
    cells.flatMap((cell) =>
      cell.field === 'ownReason' ? [[`${cell.rowKey}|${cell.period}`, textOf(cell)] as const] : [],
    ),
  );
  return cells
    .filter((cell) => cell.field === 'ownVerdict' && textOf(cell) !== '')
    .map((cell) => ({
      series: cell.rowKey,
      period: cell.period,
      verdict: textOf(cell),
      reason: reasons.get(`${cell.rowKey}|${cell.period}`) || null,
    }))
    .sort((a, b) => (a.series < b.series ? -1 : 1));
}
