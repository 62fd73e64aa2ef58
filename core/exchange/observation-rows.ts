import type { Place } from '../base/finding.ts';
import type { Observation } from '../observation/observation.ts';
import { remarkFields, type Remark, type RemarkField } from '../workbook/entry-fields.ts';
import { figureKey, parseRowKey } from '../observation/key.ts';
import type { ExchangeNames } from './names.ts';
import { NO_PERIOD, type ReturnFigures, type UnreadText } from './return-figures.ts';
import { figureCells, identityCells, textCell, textOf } from './row-cells.ts';
import { NO_VINTAGE, placeOf, signCodes, vintageCodes, WHOLE, type Cell, type TableRow } from './tables.ts';

/**
 * One row per observation, one for every text that was typed in place of a figure, and one for every mark or
 * reason that stands beside a blank cell; sorted by indicator, stratum, period and vintage. What is said of other units
 * follows, unit by unit.
 */
export function observationRows(figures: ReturnFigures, names: ExchangeNames | null): TableRow[] {
  return [figures, ...figures.byUnit.map((one) => ({ ...figures, ...one }))].flatMap((one) =>
    rowsOfUnit(one, names),
  );
}

const remarkColumns = remarkFields.map((field) => [field, placeOf(field).column] as const);

function rowsOfUnit(figures: ReturnFigures, names: ExchangeNames | null): TableRow[] {
  const written = writtenBeside(figures.remarks);
  const unread = unreadTexts(figures.unread);
  const rows = new Map<string, TableRow>();
  const identity = identityCells(figures, names);
  const put = (key: string, period: string, vintage: string, cells: TableRow) => {
    const parsed = parseRowKey(key);
    if (!parsed) return;
    const beside = written.get(`${key}|${period}`);
    const row: Record<string, Cell> = {
      ...identity,
      ...figureCells(parsed.indicator, parsed.stratum, names),
      period,
      vintage,
      value: null,
      sign: null,
      unread: joined(unread.get(`${key}|${period}|${vintage}`)),
    };
    for (const [field, column] of remarkColumns) row[column] = joined(beside?.get(field));
    rows.set(`${key}|${period}|${vintage}`, Object.assign(row, cells));
  };
  const shown = new Set<string>();
  for (const { key, period, vintage } of figures.unread) {
    if (period === NO_PERIOD) continue;
    shown.add(`${key}|${period}`);
    put(key, period, vintage, { status: 'unread' });
  }
  for (const { unit, reporter, indicator, stratum, period, vintage, figure, note } of figures.observations) {
    const key = figureKey(indicator, stratum);
    shown.add(`${key}|${period}`);
    const reason = joined(written.get(`${key}|${period}`)?.get('reason')) ?? textCell(note);
    const cells = typeof figure === 'number' ? { value: figure } : { sign: figure };
    put(key, period, vintage, { unit, reporter, status: 'reported', ...cells, reason });
  }
  for (const { key, period } of figures.remarks) {
    if (!shown.has(`${key}|${period}`)) put(key, period, NO_VINTAGE, { status: 'blank' });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The observation of a row; null for a row without a figure. */
export function observationOf(row: TableRow): Observation | null {
  const vintage = vintageCodes.find((one) => one === row.vintage);
  const sign = signCodes.find((one) => one === row.sign);
  const figure = typeof row.value === 'number' ? row.value : sign;
  if (vintage === undefined || vintage === NO_VINTAGE || figure === undefined) return null;
  return {
    unit: textOf(row.unit),
    indicator: textOf(row.indicator),
    stratum: row.stratum === WHOLE ? null : textOf(row.stratum),
    period: textOf(row.period),
    vintage,
    reporter: textOf(row.reporter),
    figure,
    note: textCell(row.reason),
  };
}

/** The text of a row, of observations or baselines, in which something else was typed than a figure. */
export function unreadOf(row: TableRow): UnreadText {
  return {
    key: `${textOf(row.indicator)}|${textOf(row.stratum)}`,
    period: textOf(row.period) || NO_PERIOD,
    vintage: vintageCodes.find((one) => one === row.vintage) ?? NO_VINTAGE,
    text: textOf(row.unread),
  };
}

/** What a row says was written beside its figure, or beside a blank. */
export function remarksOf(row: TableRow): Remark[] {
  const key = `${textOf(row.indicator)}|${textOf(row.stratum)}`;
  return remarkFields.flatMap((field) => {
    const text = textCell(row[placeOf(field).column]);
    return text === null ? [] : [{ key, period: textOf(row.period), field, text }];
  });
}

/** Remarks in the order of a workbook; what two vintages of a figure share is said once. */
export function sortedRemarks(remarks: ReadonlyMap<Remark, Place>): Map<Remark, Place> {
  const byKey = new Map<string, [Remark, Place]>();
  for (const [remark, place] of remarks) {
    const key = `${remark.key}|${remark.period}|${remark.field}\u0000${remark.text}`;
    if (!byKey.has(key)) byKey.set(key, [remark, place]);
  }
  return new Map([...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry));
}

/** What was written beside each figure, whichever year's column it stands in. */
function writtenBeside(remarks: readonly Remark[]): Map<string, Map<RemarkField, Set<string>>> {
  const written = new Map<string, Map<RemarkField, Set<string>>>();
  for (const { key, period, field, text } of remarks) {
    const beside = written.get(`${key}|${period}`) ?? new Map<RemarkField, Set<string>>();
    written.set(`${key}|${period}`, beside.set(field, (beside.get(field) ?? new Set<string>()).add(text)));
  }
  return written;
}

function unreadTexts(unread: readonly UnreadText[]): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>();
  for (const { key, period, vintage, text } of unread) {
    const id = `${key}|${period}|${vintage}`;
    texts.set(id, (texts.get(id) ?? new Set<string>()).add(text));
  }
  return texts;
}

/** Rows of two vintages of a figure may carry two texts; neither is dropped. */
function joined(texts: ReadonlySet<string> | undefined): string | null {
  return texts === undefined ? null : textCell([...texts].join('\n'));
}
