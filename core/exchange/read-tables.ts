import { type Finding, type Place, reporter } from '../base/finding.ts';
import { csvReturnMessages } from './messages.ts';
import type { EnteredBaseline, Observation, OwnVerdict } from '../observation/observation.ts';
import type { Remark } from '../workbook/entry-fields.ts';
import { figureKey } from '../observation/key.ts';
import { cellAddress } from '../sheet/address.ts';
import { baselineOf } from './baseline-rows.ts';
import { codeCheck } from './check-codes.ts';
import type { Descriptor } from './descriptor.ts';
import type { ExchangeNames } from './names.ts';
import { unreadOf } from './observation-rows.ts';
import type { Profile } from './profile.ts';
import type { ReturnFigures, ReturnIdentity, UnreadText } from './return-figures.ts';
import { rowLabel, textOf } from './row-cells.ts';
import { headAmong, isOfCommune, placed, saidByUnit, type GoodRow, type UnreadRow } from './said-by-unit.ts';
import { isCommuneId } from '../unit/unit.ts';
import { NO_VINTAGE, type ExchangeTable, type TableId, type TableRow } from './tables.ts';
import { keyOf } from './tidy.ts';
import { typedRow } from './typed-row.ts';
import { verifyRow } from './verify-row.ts';
import { askedNumber, columnProof } from './asked-number.ts';
import type { TextTable, TextTableRow } from './text-table.ts';
import { zeroRestorer } from './lost-zeros.ts';
import { verdictOf } from './verdict-rows.ts';

const report = reporter(csvReturnMessages);

/** More than anybody reads; looking for what was meant in each would take a hostile file's time. */
const MOST_FINDINGS = 2000;

/** Something a row says. */
type Said = Observation | Remark | OwnVerdict | EnteredBaseline | UnreadText;

/** A return read from CSV files. */
export interface CsvReturn extends ReturnFigures {
  profile: Profile;
  /** Where each observation, text, remark, verdict and baseline stands, by the object itself. */
  places: ReadonlyMap<Said, Place>;
  /**
   * Figures of rows that were left out for an error, by `indicator|stratum|period|vintage` as far as these
   * could be read, behind the id of a commune of which a body says it: they are not missing, they are wrong.
   */
  leftOut: ReadonlySet<string>;
}

/** What the tables are read by. */
export interface TableContext {
  profile: Profile;
  descriptor: Descriptor | null;
  /** Null: codes are not checked. */
  names: ExchangeNames | null;
  /** Codes that had lost zeros when the same files were read before, and what they stand for. */
  codes: ReadonlyMap<string, string>;
}

/**
 * Reads the tables of one return. A row with an error is reported and left out, so what is given is whole only
 * when no finding is an error; of a text in place of a figure the text is kept.
 * @returns null when no row and no descriptor says whose return it is, or there are far too many errors
 */
export function readTables(
  tables: readonly TextTable[],
  context: TableContext,
): { value: CsvReturn | null; findings: Finding[]; restored: ReadonlyMap<string, string> } {
  const findings: Finding[] = [];
  const head = headAmong(tables);
  const checkRow = rowChecker(context, head);
  const { restore, restored } = zeroRestorer(context.names, context.codes);
  const good = new Map<TableId, GoodRow[]>();
  const unread: UnreadRow[] = [];
  const leftOut = new Set<string>();
  for (const table of tables) {
    const rows: GoodRow[] = [];
    good.set(table.table.id, rows);
    const isProven = columnProof(table.rows, context);
    for (const textRow of table.rows) {
      const place = { file: table.file, line: textRow.line };
      if (findings.length > MOST_FINDINGS) {
        findings.push(report('return-too-many-faults', place, { limit: MOST_FINDINGS }));
        return { value: null, findings, restored };
      }
      const placeOf = cellPlaces(table, textRow);
      const { cells, findings: ofZeros } = restore(textRow.cells, placeOf);
      findings.push(...ofZeros);
      const read = typedRow(table.table, cells, context.profile, placeOf);
      const asked = askedNumber(read.row, cells, { names: context.names, isProven, placeOf });
      // The question says more than that the sign is another file's.
      const typed = asked === null ? read.findings : read.findings.filter((one) => !isDialect(one));
      const found = asked ? [asked] : hasError(typed) ? [] : checkRow(table.table, read.row, placeOf);
      findings.push(...typed, ...found);
      const errors = [...typed, ...found].filter(({ severity }) => severity === 'error');
      if (errors.length === 0) rows.push({ row: read.row, place });
      else if (errors.every(({ code }) => code === 'return-unread'))
        unread.push({ unit: textOf(read.row.unit), text: unreadOf(read.row), place });
      else leftOut.add(leftOutKey(read.row));
    }
  }
  const of = (id: ExchangeTable['id']) => good.get(id) ?? [];
  const identity = context.descriptor?.chitieu ?? head ?? identityOf([...good.values()].flat()[0]?.row);
  if (identity === null) return { value: null, findings, restored };

  const [own, ...others] = saidByUnit(identity.unit, of('observations'), unread);
  const verdicts = placed(of('verdicts'), verdictOf, (one) => `${one.series}\u0000${one.period}`);
  const baselines = placed(of('baselines'), baselineOf, (one) => figureKey(one.indicator, one.stratum));
  const { unit, reporter: by, round, sample } = identity;
  return {
    value: {
      unit,
      reporter: by,
      round,
      sample,
      plans: new Map(context.descriptor?.chitieu.plans.map(({ id, hash }) => [id, hash])),
      observations: [...own.observations.keys()],
      remarks: [...own.remarks.keys()],
      ownVerdicts: [...verdicts.keys()],
      baselines: [...baselines.keys()],
      unread: [...own.unread.keys()],
      replaces: context.descriptor?.chitieu.replaces ?? null,
      byUnit: others.map((one) => ({
        unit: one.unit,
        observations: [...one.observations.keys()],
        remarks: [...one.remarks.keys()],
        unread: [...one.unread.keys()],
      })),
      profile: context.profile,
      places: new Map<Said, Place>([
        ...[own, ...others].flatMap((one) => [...one.observations, ...one.unread, ...one.remarks]),
        ...verdicts,
        ...baselines,
      ]),
      leftOut,
    },
    findings,
    restored,
  };
}

function leftOutKey(row: TableRow): string {
  const key = ['indicator', 'stratum', 'period', 'vintage'].map((of) => row[of]).join('|');
  const [unit, by] = [textOf(row.unit), textOf(row.reporter)];
  return isCommuneId(unit) && unit !== by ? `${unit}|${key}` : key;
}

/** Where the cells of a row stand: the line for an editor, the address for a spreadsheet. */
function cellPlaces({ file, columns }: TextTable, { line, row }: TextTableRow) {
  return (column: string): Place => {
    const at = columns.indexOf(column);
    return at < 0 ? { file, line } : { file, line, cell: cellAddress(row, at + 1) };
  };
}

/** Checks rows against the return they are of, the names there are, and the rows before them. */
function rowChecker({ descriptor, names, profile }: TableContext, head: ReturnIdentity | null) {
  let identity: ReturnIdentity | null = descriptor?.chitieu ?? head;
  const checkCodes = names === null ? () => [] : codeCheck(names);
  const firstLines = new Map<string, number>();
  const format = descriptor?.chitieu.schema ?? null;
  return (table: ExchangeTable, row: TableRow, placeOf: (column: string) => Place): Finding[] => {
    const place = placeOf('');
    const findings = [...checkCodes(row, placeOf), ...checkFigure(table, row, placeOf)];
    const own = identityOf(row);
    identity ??= own;
    findings.push(...differences(table, own, identity, placeOf));
    if (table.id === 'verdicts' && row.verdict === null)
      findings.push(report('return-verdict-missing', placeOf('verdict'), { reason: textOf(row.reason) }));
    const key = keyOf(table, row);
    const firstLine = firstLines.get(`${table.id}\u0000${key}`);
    const label = rowLabel(row);
    if (firstLine !== undefined) findings.push(report('return-row-twice', place, { label, firstLine }));
    else firstLines.set(`${table.id}\u0000${key}`, place.line ?? 0);
    // Said only where nothing else says what is wrong with the row.
    if (hasError(findings)) return findings;
    const verified = verifyRow(table, row, { format, names, profile });
    if (typeof verified === 'object')
      findings.push(report('return-row-changed', placeOf(verified.column), { label, ...verified }));
    return findings;
  };
}

function identityOf(row: TableRow | undefined): ReturnIdentity | null {
  if (!row) return null;
  const [unit, by, round] = [row.unit, row.reporter, row.round].map(textOf);
  return { unit: unit ?? '', reporter: by ?? '', round: round ?? '', sample: row.sample === 'yes' };
}

function differences(
  { id }: ExchangeTable,
  own: ReturnIdentity | null,
  expected: ReturnIdentity | null,
  placeOf: (column: string) => Place,
): Finding[] {
  if (!own || !expected) return [];
  // Figures alone are said of communes: baselines and verdicts are the return's own.
  const isOfOther = id === 'observations' && isOfCommune(own, expected);
  return (['unit', 'reporter', 'round', 'sample'] as const).flatMap((column) => {
    if (column === 'unit' && isOfOther) return [];
    const word = (value: string | boolean) => (typeof value === 'string' ? value : value ? 'yes' : 'no');
    const [found, wanted] = [word(own[column]), word(expected[column])];
    return found === wanted
      ? []
      : [report('return-other', placeOf(column), { column, found, expected: wanted })];
  });
}

function checkFigure(table: ExchangeTable, row: TableRow, placeOf: (column: string) => Place): Finding[] {
  if (table.id === 'verdicts') return [];
  const { value, sign, status, vintage, unread } = row;
  if (typeof unread === 'string') return [report('return-unread', placeOf('unread'), { found: unread })];
  if (table.id === 'baselines') return [];
  if (typeof value === 'number' && typeof sign === 'string')
    return [report('return-value-and-sign', placeOf('sign'), { value: String(value), sign })];
  const isBlank = value === null && sign === null;
  if (status === 'reported' && (isBlank || vintage === NO_VINTAGE))
    return [report('return-status', placeOf('status'), { status })];
  if (status === 'unread') return [report('return-status', placeOf('status'), { status })];
  if (status === 'blank' && (!isBlank || vintage !== NO_VINTAGE))
    return [report('return-status', placeOf('status'), { status })];
  return [];
}

function isDialect({ code }: Finding): boolean {
  return code === 'return-number-dialect';
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
