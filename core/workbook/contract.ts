/**
 * What makes a figure findable in a workbook that people have sorted, moved and re-saved: keys in a hidden
 * column and a hidden row of the sheet itself. They move with the data; addresses are never relied on.
 */

import { parseRowKey } from '../observation/key.ts';
import { vintages, type Vintage } from '../observation/vintage.ts';
import { columnFields, type ColumnField } from './entry-fields.ts';
import { isCommuneId } from '../unit/unit.ts';
import type { WorkbookRequest } from './request.ts';

/** Stands where the key row and the key column of a sheet cross. */
export const KEY_MARKER = 'chitieu:keys:1';

/**
 * Number of the present layout: formulas, printed texts and where they stand. A workbook says its own in its
 * definition and in `_meta`. Only one of this layout is compared with the workbook built anew, so every change of
 * a formula, a text or a place after workbooks have been issued raises the number; those in the field are then
 * held against their keys and their definition.
 */
export const LAYOUT = 10;

export const FIRST_LAYOUT = 1;

/** The first layout that carried a definition; a definition without a number is of this one. */
export const FIRST_DEFINED_LAYOUT = 2;

/** Whether a number of a layout, as `_meta` has it, is the present one's or an earlier one's. */
export function isKnownLayout(text: string): boolean {
  const layout = Number(text);
  return Number.isInteger(layout) && layout >= FIRST_LAYOUT && layout <= LAYOUT;
}

/** Whose figures a workbook holds: ids of the unit, of who reports and of the plans, and the round. */
export interface WorkbookIdentity {
  unit: string;
  reporter: string;
  round: string;
  plans: readonly string[];
}

/** Begins the cell of an input sheet's key row that says whose figures the sheet holds. */
export const IDENTITY_PREFIX = 'chitieu:of:';

/**
 * The identity as the key row of an input sheet has it, in case `_meta` is lost or the sheet is moved into
 * another workbook: `chitieu:of:VN12|VN12.BHXH|2023|lai-chau-2021+lai-chau-2024`.
 */
export function identityKey({ unit, reporter, round, plans }: WorkbookIdentity): string {
  return `${IDENTITY_PREFIX}${unit}|${reporter}|${round}|${plans.join('+')}`;
}

/** Takes an identity key apart; null for anything else. */
export function parseIdentityKey(key: string): WorkbookIdentity | null {
  if (!key.startsWith(IDENTITY_PREFIX)) return null;
  const [unit, reporter, round, plans, ...rest] = key.slice(IDENTITY_PREFIX.length).split('|');
  if (!unit || !reporter || !round || !plans || rest.length > 0) return null;
  return { unit, reporter, round, plans: plans.split('+') };
}

/** Begins every text that a check wrote into a mark column; what officers write there does not. */
export const CHECK_MARK_PREFIX = '[Chỉ Tiêu] ';

/** Whether a text of a mark column was written by a check. */
export function isCheckMark(text: string): boolean {
  return text.startsWith(CHECK_MARK_PREFIX.trimEnd());
}

/** Key of a column: `period|vintage|field`; `_` where a part does not apply. */
export function columnKey(period: string, vintage: Vintage | '_', field: ColumnField): string {
  return `${period}|${vintage}|${field}`;
}

/**
 * Takes a column key apart; null for anything else. A column of the table by commune says, too, of which figure its
 * cells are: `2026|estimate|value|doctors|_T`.
 */
export function parseColumnKey(
  key: string,
): { period: string; vintage: Vintage | '_'; field: ColumnField; figure?: string } | null {
  const [period, vintage, field, ...rest] = key.split('|');
  const figure = rest.length > 0 ? rest.join('|') : undefined;
  if (!period || (figure !== undefined && parseRowKey(figure) === null)) return null;
  const knownVintage = [...vintages, '_' as const].find((known) => known === vintage);
  const knownField = columnFields.find((known) => known === field);
  if (!knownVintage || !knownField) return null;
  return { period, vintage: knownVintage, field: knownField, ...(figure === undefined ? {} : { figure }) };
}

/** Begins the key of a row of the table by commune: a unit stands where other sheets have a figure. */
const UNIT_PREFIX = 'chitieu:unit:';

/** Key of the row of a unit in the table by commune. */
export function unitKey(unit: string): string {
  return `${UNIT_PREFIX}${unit}`;
}

/** The unit of a row of the table by commune; null for any other key. */
export function parseUnitKey(key: string): string | null {
  const unit = key.startsWith(UNIT_PREFIX) ? key.slice(UNIT_PREFIX.length) : '';
  return isCommuneId(unit) ? unit : null;
}

/** A row key of a series: `plan|indicator|stratum|kind`. */
export function isSeriesKey(key: string): boolean {
  return /^[a-z0-9-]+\|[a-z0-9-]+\|(?:_T|[a-z0-9-]+)\|[a-z0-9-]+$/u.test(key);
}

/** Key of the row of what is said of the return as a whole. */
export const RETURN_KEY = 'chitieu:return';

/** Whether a text is the key of a figure's, a series' or a unit's row, or of the return's own. */
export function isKeyOfRow(text: string): boolean {
  return (
    text === RETURN_KEY || parseRowKey(text) !== null || isSeriesKey(text) || parseUnitKey(text) !== null
  );
}

/** What the key of a column says. */
export type ColumnKey = NonNullable<ReturnType<typeof parseColumnKey>>;

/** How the keys of a report workbook are told from other texts. */
export const workbookKeys = { marker: KEY_MARKER, row: isKeyOfRow, column: parseColumnKey };

/** Names of the fixed sheets; sheets of a single policy domain take their names from the catalogue. */
export const sheetNames = {
  cover: 'Bìa',
  guide: 'Hướng dẫn',
  entry: 'Nhập liệu',
  background: 'Số liệu nền',
  communes: 'Theo xã',
  baselines: 'Số gốc',
  indicators: 'Chỉ tiêu',
  summary: 'Tổng hợp',
  check: 'Kiểm tra',
  sources: 'Nguồn',
  meta: '_meta',
} as const;

/**
 * Entries of the `_meta` sheet: a kind, a key, a value, in columns B to D. `definition` entries are the
 * pieces of the definition's text, by running number.
 */
export const metaKinds = ['info', 'plan', 'sheet', 'row', 'column', 'definition'] as const;
export type MetaKind = (typeof metaKinds)[number];

/** Whose figures the workbook of a request holds. */
export function identityOf({ unit, reporter, reporting, plans }: WorkbookRequest): WorkbookIdentity {
  return {
    unit: unit.id,
    reporter: reporter.id,
    round: reporting.period,
    plans: plans.map(({ file }) => file.id),
  };
}
