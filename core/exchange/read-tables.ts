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
import { observationOf, remarksOf, sortedRemarks, unreadOf } from './observation-rows.ts';
import type { Profile } from './profile.ts';
import type { ReturnFigures, ReturnIdentity, UnreadText } from './return-figures.ts';
import { rowLabel, textOf } from './row-cells.ts';
import { NO_VINTAGE, type ExchangeTable, type TableId, type TableRow } from './tables.ts';
import { keyOf } from './tidy.ts';
import { typedRow } from './typed-row.ts';
import { verifyRow } from './verify-row.ts';
import { askedNumber, columnProof } from './asked-number.ts';
import type { TextCells } from './text-cells.ts';
import { zeroRestorer } from './lost-zeros.ts';
import { verdictOf } from './verdict-rows.ts';

const report = reporter(csvReturnMessages);

/** More than anybody reads; looking for what was meant in each would take a hostile file's time. */
const MOST_FINDINGS = 2000;

/** A row as text. */
export interface TextTableRow {
  cells: TextCells;
  /** 1-based physical line on which it begins, as an editor shows it. */
  line: number;
  /** 1-based row in which a spreadsheet shows it. */
  row: number;
}

/** A table as text. */
export interface TextTable {
  table: ExchangeTable;
  file: string;
  /** Names of the columns in the order of the file. */
  columns: readonly string[];
  rows: readonly TextTableRow[];
}

/** Something a row says. */
type Said = Observation | Remark | OwnVerdict | EnteredBaseline | UnreadText;

/** A return read from CSV files. */
export interface CsvReturn extends ReturnFigures {
  profile: Profile;
  /** Where each observation, text, remark, verdict and baseline stands, by the object itself. */
  places: ReadonlyMap<Said, Place>;
  /**
   * Figures of rows that were left out for an error, by `indicator|stratum|period|vintage` as far as these
   * could be read: they are not missing, they are wrong.
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

/** A row that has passed every check. */
interface GoodRow {
  row: TableRow;
  place: Place;
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
  const checkRow = rowChecker(context);
  const { restore, restored } = zeroRestorer(context.names, context.codes);
  const good = new Map<TableId, GoodRow[]>();
  const unread = new Map<UnreadText, Place>();
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
      else if (errors.every(({ code }) => code === 'return-unread')) unread.set(unreadOf(read.row), place);
      else leftOut.add(['indicator', 'stratum', 'period', 'vintage'].map((of) => read.row[of]).join('|'));
    }
  }
  const of = (id: ExchangeTable['id']) => good.get(id) ?? [];
  const identity = context.descriptor?.chitieu ?? identityOf([...good.values()].flat()[0]?.row);
  if (identity === null) return { value: null, findings, restored };

  const observations = placed(of('observations'), observationOf, (one) =>
    [figureKey(one.indicator, one.stratum), one.period, one.vintage].join('|'),
  );
  const remarks = sortedRemarks(
    new Map(of('observations').flatMap(({ row, place }) => remarksOf(row).map((one) => [one, place]))),
  );
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
      observations: [...observations.keys()],
      remarks: [...remarks.keys()],
      ownVerdicts: [...verdicts.keys()],
      baselines: [...baselines.keys()],
      unread: [...unread.keys()],
      replaces: context.descriptor?.chitieu.replaces ?? null,
      profile: context.profile,
      places: new Map<Said, Place>([...observations, ...unread, ...remarks, ...verdicts, ...baselines]),
      leftOut,
    },
    findings,
    restored,
  };
}

/** Where the cells of a row stand: the line for an editor, the address for a spreadsheet. */
function cellPlaces({ file, columns }: TextTable, { line, row }: TextTableRow) {
  return (column: string): Place => {
    const at = columns.indexOf(column);
    return at < 0 ? { file, line } : { file, line, cell: cellAddress(row, at + 1) };
  };
}

/** Checks rows against the return they are of, the names there are, and the rows before them. */
function rowChecker({ descriptor, names, profile }: TableContext) {
  let identity: ReturnIdentity | null = descriptor?.chitieu ?? null;
  const checkCodes = names === null ? () => [] : codeCheck(names);
  const firstLines = new Map<string, number>();
  const format = descriptor?.chitieu.schema ?? null;
  return (table: ExchangeTable, row: TableRow, placeOf: (column: string) => Place): Finding[] => {
    const place = placeOf('');
    const findings = [...checkCodes(row, placeOf), ...checkFigure(table, row, placeOf)];
    const own = identityOf(row);
    identity ??= own;
    findings.push(...differences(own, identity, placeOf));
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
  own: ReturnIdentity | null,
  expected: ReturnIdentity | null,
  placeOf: (column: string) => Place,
): Finding[] {
  if (!own || !expected) return [];
  return (['unit', 'reporter', 'round', 'sample'] as const).flatMap((column) => {
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

/** What rows say, in the order of a workbook, with the place of each. */
function placed<Value extends object>(
  rows: readonly GoodRow[],
  read: (row: TableRow) => Value | null,
  sortKey: (value: Value) => string,
): Map<Value, Place> {
  const values = rows.flatMap(({ row, place }): [Value, Place][] => {
    const value = read(row);
    return value === null ? [] : [[value, place]];
  });
  return new Map(values.sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1)));
}

function isDialect({ code }: Finding): boolean {
  return code === 'return-number-dialect';
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
