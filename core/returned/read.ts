import { reporter, type Finding, type Place } from '../base/finding.ts';
import { returnedWorkbookMessages } from './messages.ts';
import type { EnteredBaseline, Observation, OwnVerdict } from '../observation/observation.ts';
import { cellText } from '../sheet/cell-text.ts';
import { dayOfCell } from '../sheet/day-cell.ts';
import { isKnownLayout, LAYOUT, sheetNames } from '../workbook/contract.ts';
import {
  entryFields,
  holdsFigures,
  isBaselineField,
  isOwnField,
  isRemarkField,
  type Remark,
} from '../workbook/entry-fields.ts';
import { parseRowKey } from '../observation/key.ts';
import { knownOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { entriesOf, readableFigure, saysSomething } from './copies.ts';
import { identify, ownIdentity, sheetIdentities, type IdentifiedBy, type SheetIdentity } from './identity.ts';
import { entriesByUnit, inUnitRow, type UnitEntries } from './by-unit.ts';
import { sentIn } from '../round/sent-in.ts';
import { keyedCells, keyOfEntry, type KeyedCell } from './keyed-cells.ts';
import type { SheetCells } from '../sheet/facts.ts';
import { hashOfPlan, isSample, layoutOf, readMeta, type WorkbookMeta } from './read-meta.ts';

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
  /** The layout it says it is of; null where it says none. */
  layout: number | null;
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
  /** Of the cells of each key the one that is read, see {@link chosen}. */
  entries: readonly KeyedCell[];
  observations: Observation[];
  baselines: EnteredBaseline[];
  /** What is written in mark and reason columns, also beside blank figures. */
  remarks: Remark[];
  /** Verdicts officers gave themselves. */
  ownVerdicts: OwnVerdict[];
  /** Day of the earlier return that this one replaces, YYYY-MM-DD; null where it is the first. */
  replaces: string | null;
  /** What a body of record reports commune by commune; empty for everybody else. */
  byUnit: readonly ReturnedUnit[];
}

/** What a return says of a unit other than its own. */
export interface ReturnedUnit extends Pick<ReturnedWorkbook, 'unit' | 'observations' | 'remarks'> {
  /**
   * The cells for its figures with the keys that figures have elsewhere, and what is written beside its row once for
   * each of them.
   */
  entries: readonly KeyedCell[];
}

const report = reporter(returnedWorkbookMessages);

/**
 * Reads the figures of a returned workbook by the keys in its sheets; addresses, order and visibility say
 * nothing, and a sheet of another workbook holds none of them. What cannot be read as a figure is reported with
 * its place and text, never dropped silently.
 * @param meta of these sheets, where it has been read already
 * @param date1904 true when the workbook counts days from 1904
 */
export function readReturned(
  sheets: readonly SheetCells[],
  meta: WorkbookMeta = readMeta(sheets),
  date1904 = false,
): {
  value: ReturnedWorkbook | null;
  findings: Finding[];
} {
  const ofSheets = sheetIdentities(sheets);
  const found = identify(meta, ofSheets);
  if (found === null) return { value: null, findings: [report('identity-missing', {}, {})] };
  if (found === 'contradictory') {
    const identities = ofSheets.map(({ sheet, identity }) => ({ sheet, identity }));
    const [unit, round] = [meta.info.get('unit'), meta.info.get('round')];
    if (unit && round) {
      const said = {
        unit,
        reporter: meta.info.get('reporter') ?? unit,
        round,
        plans: [...meta.plans.keys()],
      };
      identities.unshift({ sheet: sheetNames.meta, identity: said });
    }
    return { value: null, findings: [report('identity-contradictory', {}, { identities })] };
  }
  const layout = layoutOf(meta);
  if (layout !== null && !isKnownLayout(layout)) {
    return {
      value: null,
      findings: [report('layout-newer', {}, { found: layout, known: LAYOUT })],
    };
  }
  const { identity, by } = found;
  const { definition } = meta;
  const cells = keyedCells(sheets, ownIdentity(identity, meta, ofSheets));
  if (cells === null) return { value: null, findings: [report('too-many-keys', {}, {})] };
  const { read: all } = entriesOf(cells, keyOfEntry);
  const entries = all.filter(({ rowKey }) => inUnitRow(rowKey) === null);
  const byUnit = entriesByUnit(all);
  const replaced = readReplaced(entries, identity.round, date1904);
  return {
    value: {
      unit: identity.unit,
      reporter: identity.reporter,
      round: identity.round,
      identifiedBy: by,
      sheetIdentities: ofSheets,
      definition: typeof definition === 'object' ? definition : null,
      layout: layout === null ? null : Number(layout),
      sample: isSample(sheets, meta),
      untouched: meta.info.get('untouched') ?? null,
      plans: new Map(identity.plans.map((plan) => [plan, hashOfPlan(plan, meta)])),
      cells,
      entries,
      observations: readObservations(entries, identity.unit, identity.reporter, definition),
      baselines: readBaselines(entries),
      remarks: readRemarks(entries),
      ownVerdicts: readOwnVerdicts(entries),
      replaces: replaced.day,
      byUnit: byUnit.map((one) => returnedUnit(one, identity.reporter)),
    },
    findings: [...notRead(cells), ...byUnit.flatMap(({ figures }) => notRead(figures)), ...replaced.findings],
  };
}

/** A note explains every figure of its row: it is said of each, as on the form of the row's own unit. */
function returnedUnit({ unit, figures, note }: UnitEntries, by: string): ReturnedUnit {
  const entries = note === null ? figures : [...figures, ...figures.map((one) => besideFigure(one, note))];
  return {
    unit,
    observations: readObservations(entries, unit, by, 'missing'),
    remarks: readRemarks(entries),
    entries,
  };
}

function besideFigure({ rowKey, period }: KeyedCell, note: KeyedCell): KeyedCell {
  return { ...note, rowKey, period };
}

/** What stands where a figure is asked for and is none; each cell is reported, of copies too. */
function notRead(cells: readonly KeyedCell[]): Finding[] {
  const figures: Finding[] = [];
  const baselines: Finding[] = [];
  for (const cell of cells) {
    const { field, rowKey: key, period, value } = cell;
    if (!isFigureAskedFor(cell) || !saysSomething(field, cell) || readableFigure(field, cell) !== null)
      continue;
    if (isBaselineField(field)) {
      baselines.push(report('baseline-not-read', placeOf(cell), { key, found: cellText(value).trim() }));
    } else if (value !== null) {
      figures.push(report('figure-not-read', placeOf(cell), { key, period, found: cellText(value) }));
    }
  }
  return [...figures, ...baselines];
}

function isFigureAskedFor({ field, rowKey, vintage }: KeyedCell): boolean {
  return holdsFigures(field) && (field !== 'value' || vintage !== '_') && parseRowKey(rowKey) !== null;
}

function placeOf({ sheet, address }: KeyedCell): Place {
  return { sheet, cell: address };
}

/**
 * The figures. One that was filled in before it was final and came back unchanged is still what it was, with its
 * source, whatever the head of its column says.
 */
function readObservations(
  entries: readonly KeyedCell[],
  unit: string,
  reporter: string,
  definition: WorkbookMeta['definition'],
): Observation[] {
  const known = typeof definition === 'object' ? knownOf(definition) : null;
  const notes = new Map(
    entries.flatMap(({ field, rowKey, period, value }) =>
      field === 'reason' ? [[`${rowKey}|${period}`, textOf(value)] as const] : [],
    ),
  );
  const observations = new Map<string, Observation>();
  for (const entry of entries) {
    const { field, rowKey, period, vintage } = entry;
    const key = parseRowKey(rowKey);
    if (field !== 'value' || vintage === '_' || !key) continue;
    const figure = readableFigure(field, entry);
    if (figure === null) continue;
    const note = notes.get(`${rowKey}|${period}`) ?? null;
    const isAsGiven = known?.figure(rowKey, period) === figure;
    const own = isAsGiven ? known?.lessSure?.(rowKey, period) : null;
    const source = isAsGiven ? known?.source(rowKey, period) : null;
    observations.set(keyOfEntry(entry), {
      ...{ unit, ...key, period, vintage: own ?? vintage, reporter, figure, note },
      ...(source ? { source } : {}),
    });
  }
  return sorted(observations);
}

function readBaselines(entries: readonly KeyedCell[]): EnteredBaseline[] {
  const baselines = new Map<string, EnteredBaseline>();
  for (const { field, rowKey, value } of entries) {
    const key = isBaselineField(field) ? parseRowKey(rowKey) : null;
    if (!key || !isBaselineField(field)) continue;
    const baseline = baselines.get(rowKey) ?? { ...key, year: null, value: null, source: null };
    baselines.set(rowKey, baseline);
    const { column } = entryFields[field].exchange;
    // A year alone ("1841") arrives as a number and names a source all the same.
    if (column === 'source') baseline[column] = textOf(value);
    else if (typeof value === 'number') baseline[column] = value;
  }
  return sorted(baselines).filter(
    ({ year, value, source }) => year !== null || value !== null || source !== null,
  );
}

function readRemarks(entries: readonly KeyedCell[]): Remark[] {
  const remarks = new Map<string, Remark>();
  for (const { field, rowKey: key, period, value } of entries) {
    const text = isRemarkField(field) ? textOf(value) : null;
    if (text !== null && isRemarkField(field)) {
      remarks.set(`${key}|${period}|${field}`, { key, period, field, text });
    }
  }
  return sorted(remarks);
}

function readOwnVerdicts(entries: readonly KeyedCell[]): OwnVerdict[] {
  const verdicts = new Map<string, OwnVerdict>();
  for (const { field, rowKey: series, period, value } of entries) {
    const text = isOwnField(field) ? textOf(value) : null;
    if (text === null || !isOwnField(field)) continue;
    const key = `${series}|${period}`;
    const own = verdicts.get(key) ?? { series, period, verdict: '', reason: null };
    own[entryFields[field].exchange.column] = text;
    verdicts.set(key, own);
  }
  return sorted(verdicts).filter(({ verdict }) => verdict !== '');
}

/** The day of the return that is replaced, and what is said of a cell that names none. */
function readReplaced(
  entries: readonly KeyedCell[],
  round: string,
  date1904: boolean,
): { day: string | null; findings: Finding[] } {
  const findings: Finding[] = [];
  let first: string | null = null;
  for (const entry of entries) {
    const { field, value, formula } = entry;
    // A formula over a blank cell shows a day of 1900, or none: whoever wrote it meant one.
    const found = textOf(value) ?? (formula === null ? null : `=${formula}`);
    if (field !== 'replaces' || found === null) continue;
    const day = dayOfCell(value, date1904);
    if (day === null) findings.push(report('replaced-not-read', placeOf(entry), { found }));
    else {
      const sent = sentIn(day, round);
      if (sent === 'yes') first ??= day;
      else
        findings.push(
          report(sent === 'late' ? 'replaced-too-late' : 'replaced-too-early', placeOf(entry), {
            day,
            round,
          }),
        );
    }
  }
  return { day: first, findings };
}

function textOf(value: KeyedCell['value']): string | null {
  const text = cellText(value).trim();
  return text === '' ? null : text;
}

/** Sorted, so that a workbook whose rows were moved reads back the same. */
function sorted<Value>(byKey: ReadonlyMap<string, Value>): Value[] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
