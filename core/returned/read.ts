import { reporter, type Finding } from '../base/finding.ts';
import { returnedWorkbookMessages } from './messages.ts';
import { parseFigure } from '../observation/figure.ts';
import type { EnteredBaseline, Observation, OwnVerdict, Remark } from '../observation/observation.ts';
import { cellText } from '../sheet/cell-text.ts';
import { identityKey, READABLE_SCHEMAS, sheetNames, WORKBOOK_SCHEMA } from '../workbook/contract.ts';
import { parseRowKey } from '../observation/key.ts';
import type { WorkbookDefinition } from '../workbook/definition.ts';
import { identify, ownIdentity, sheetIdentities, type IdentifiedBy, type SheetIdentity } from './identity.ts';
import { keyedCells, type KeyedCell } from './keyed-cells.ts';
import type { SheetCells } from '../sheet/facts.ts';
import { readMeta, type WorkbookMeta } from './read-meta.ts';
import { SAMPLE_BANNER } from '../workbook/wording.ts';

/** What a returned workbook says. */
export interface ReturnedWorkbook {
  unit: string;
  /** Unit id of who reported. */
  reporter: string;
  /** SDMX period. */
  round: string;
  identifiedBy: IdentifiedBy;
  /** What the key rows of the sheets say; a sheet brought in from another workbook says something else. */
  sheetIdentities: readonly SheetIdentity[];
  /** Everything the workbook was made from; null where it is missing or damaged. */
  definition: WorkbookDefinition | null;
  sample: boolean;
  /** Fingerprint of the plain cells at the time of generation. */
  untouched: string | null;
  /** Hash of each plan's file and document at the time of generation; '' where only the plan's id is known. */
  plans: ReadonlyMap<string, string>;
  /**
   * Every cell where a keyed row and a keyed column cross, in the order of the file; copies too, but no cell of
   * a sheet that is of another workbook.
   */
  cells: readonly KeyedCell[];
  observations: Observation[];
  baselines: EnteredBaseline[];
  /** Everything written in mark and reason columns, also beside blank figures. */
  remarks: Remark[];
  /** Verdicts officers gave themselves. */
  ownVerdicts: OwnVerdict[];
}

const report = reporter(returnedWorkbookMessages);

/**
 * Reads the figures of a returned workbook by the keys in its sheets; addresses, order and visibility say
 * nothing, and a sheet of another workbook holds none of them. What cannot be read as a figure is reported with its place and text, never dropped silently.
 * @param meta of these sheets, where it has been read already
 */
export function readReturned(
  sheets: readonly SheetCells[],
  meta: WorkbookMeta = readMeta(sheets),
): {
  value: ReturnedWorkbook | null;
  findings: Finding[];
} {
  const ofSheets = sheetIdentities(sheets);
  const found = identify(meta, ofSheets);
  if (found === null) return { value: null, findings: [report('identity-missing', {}, {})] };
  if (found === 'contradictory') {
    const identities = ofSheets.map(({ sheet, identity }) => ({ sheet, identity: identityKey(identity) }));
    const [unit, round] = [meta.info.get('unit'), meta.info.get('round')];
    if (unit && round) {
      const said = {
        unit,
        reporter: meta.info.get('reporter') ?? unit,
        round,
        plans: [...meta.plans.keys()],
      };
      identities.unshift({ sheet: sheetNames.meta, identity: identityKey(said) });
    }
    return { value: null, findings: [report('identity-contradictory', {}, { identities })] };
  }
  const schema = meta.info.get('schema');
  if (schema !== undefined && !READABLE_SCHEMAS.includes(Number(schema))) {
    return {
      value: null,
      findings: [report('layout-newer', {}, { found: schema, known: WORKBOOK_SCHEMA })],
    };
  }
  const { identity, by } = found;
  const { definition } = meta;
  const cells = keyedCells(sheets, ownIdentity(identity, meta, ofSheets));
  if (cells === null) return { value: null, findings: [report('too-many-keys', {}, {})] };
  const findings: Finding[] = [];
  return {
    value: {
      unit: identity.unit,
      reporter: identity.reporter,
      round: identity.round,
      identifiedBy: by,
      sheetIdentities: ofSheets,
      definition: typeof definition === 'object' ? definition : null,
      sample: isSample(meta, sheets),
      untouched: meta.info.get('untouched') ?? null,
      plans: new Map(identity.plans.map((plan) => [plan, hashOf(plan, meta)])),
      cells,
      observations: readObservations(cells, identity.unit, identity.reporter, findings),
      baselines: readBaselines(cells, findings),
      remarks: readRemarks(cells),
      ownVerdicts: readOwnVerdicts(cells),
    },
    findings,
  };
}

function hashOf(plan: string, { plans, definition }: WorkbookMeta): string {
  const known = typeof definition === 'object' ? definition.plans : [];
  return plans.get(plan) ?? known.find(({ head }) => head.id === plan)?.hash ?? '';
}

/** Made-up figures must not pass for real ones because `_meta` is lost: every sheet says so too. */
function isSample({ info, definition }: WorkbookMeta, sheets: readonly SheetCells[]): boolean {
  return (
    info.get('sample') === 'yes' ||
    (typeof definition === 'object' && definition.sample) ||
    sheets.some(({ cells }) => cells.some(({ value }) => value === SAMPLE_BANNER))
  );
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
  const read = new Map<string, Observation>();
  for (const cell of cells) {
    const key = parseRowKey(cell.rowKey);
    if (cell.field !== 'value' || cell.vintage === '_' || !key) continue;
    const place = { sheet: cell.sheet, cell: cell.address };
    const data = { key: cell.rowKey, period: cell.period };
    const figure =
      typeof cell.value === 'object' && cell.value !== null ? undefined : parseFigure(cell.value);
    if (figure === undefined) {
      findings.push(report('figure-not-read', place, { ...data, found: cellText(cell.value) }));
      continue;
    }
    if (figure === null) continue;
    const id = `${cell.rowKey}|${cell.period}|${cell.vintage}`;
    if (read.has(id)) continue;
    const observation: Observation = {
      unit,
      ...key,
      period: cell.period,
      vintage: cell.vintage,
      reporter,
      figure,
      note: notes.get(`${cell.rowKey}|${cell.period}`) ?? null,
    };
    read.set(id, observation);
  }
  // Sorted, so that a workbook whose rows were moved reads back the same.
  return [...read.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, observation]) => observation);
}

function readBaselines(cells: readonly KeyedCell[], findings: Finding[]): EnteredBaseline[] {
  const baselines = new Map<string, EnteredBaseline>();
  for (const cell of cells) {
    const key = parseRowKey(cell.rowKey);
    if (!key || !/^base/u.test(cell.field)) continue;
    const entry = baselines.get(cell.rowKey) ?? { ...key, year: null, value: null, source: null };
    baselines.set(cell.rowKey, entry);
    if (cell.field === 'baseYear' && typeof cell.value === 'number') entry.year = cell.value;
    else if (cell.field === 'baseValue' && typeof cell.value === 'number') entry.value = cell.value;
    else if (cell.field !== 'baseSource' && cellText(cell.value).trim() !== '') {
      const place = { sheet: cell.sheet, cell: cell.address };
      findings.push(
        report('baseline-not-read', place, { key: cell.rowKey, found: cellText(cell.value).trim() }),
      );
    }
    // A year alone ("1841") arrives as a number and names a source all the same.
    if (cell.field === 'baseSource') entry.source = cellText(cell.value).trim() || entry.source;
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
      const text = cellText(value).trim();
      return text === '' ? [] : [{ key: rowKey, period, field, text }];
    })
    .sort((a, b) => (`${a.key}|${a.period}|${a.field}` < `${b.key}|${b.period}|${b.field}` ? -1 : 1));
}

function readOwnVerdicts(cells: readonly KeyedCell[]): OwnVerdict[] {
  const textOf = ({ value }: KeyedCell) => cellText(value).trim();
  const reasons = new Map(
    // A copied row whose reason was left blank takes nothing from the first.
    cells.flatMap((cell) =>
      cell.field === 'ownReason' && textOf(cell) !== ''
        ? [[`${cell.rowKey}|${cell.period}`, textOf(cell)] as const]
        : [],
    ),
  );
  return cells
    .filter((cell) => cell.field === 'ownVerdict' && textOf(cell) !== '')
    .map((cell) => ({
      series: cell.rowKey,
      period: cell.period,
      verdict: textOf(cell),
      reason: reasons.get(`${cell.rowKey}|${cell.period}`) ?? null,
    }))
    .sort((a, b) => (a.series < b.series ? -1 : 1));
}
