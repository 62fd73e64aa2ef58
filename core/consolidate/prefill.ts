import { vintages, type Vintage } from '../observation/vintage.ts';
import { vintageIn } from '../round/round.ts';
import type { FigureCell } from './cells.ts';
import type { FigureColumn } from './columns.ts';
import { ALL, type Consolidation, type GroupTotal } from './consolidate.ts';
import { exactText, exactOf } from './exact.ts';
import type { ProvinceFigure } from './province.ts';
import { addsUp } from './totals.ts';

/** A figure of a province that others have sent already, or why it is not to be filled in. */
export interface PrefilledFigure {
  /** `indicator|stratum`. */
  key: string;
  /** SDMX. */
  period: string;
  /** Null where it is not filled in. */
  figure: number | '-' | null;
  from: PrefillSource;
}

/** Where a figure that is filled in comes from, and where none is, why. */
export type PrefillSource =
  | { kind: 'record'; reporter: string; return: number; vintage: Vintage; isFilled: true }
  | {
      kind: 'units';
      coverage: GroupTotal['coverage'];
      returns: readonly number[];
      vintage: Vintage;
      isFilled: true;
    }
  | { kind: 'record-without-number'; reporter: string; return: number; sign: string; isFilled: false }
  | { kind: 'record-not-accepted'; reporter: string; return: number; isFilled: false }
  | { kind: 'incomplete'; coverage: GroupTotal['coverage']; sum: string | null; isFilled: false }
  | { kind: 'parts-of-other-units'; isFilled: false }
  | { kind: 'too-many-digits'; sum: string; isFilled: false }
  /** A figure of a series that ended in a break: it is named, and nothing is compared with it. */
  | { kind: 'broken-off'; period: string; said: string; name: string; reason: string; isFilled: false }
  /** A figure of the year before a plan's first round, which has no column for it: it is named only. */
  | { kind: 'year-before'; year: string; said: string; source: string; isFilled: false }
  /** A share or rate of last year that nobody published: what its numerator and denominator come to is named. */
  | { kind: 'computed-before'; period: string; said: string; isFilled: false }
  | { kind: 'less-sure'; vintage: Vintage; wanted: Vintage; isFilled: false };

/**
 * What a workbook of a province is to be filled in with, so that nobody types again what others have sent: the
 * figure of the source of record; without one the sum of the units, once every unit that owes it has given it. Of a
 * share the parts are filled in and not the quotient, unless the source of record publishes it. A figure that is less
 * sure than the workbook's column of it would be read back as surer than it is, so it stays blank.
 * @param found with `acceptedOnly`, of the workbook's plans
 * @param reporter who will fill the workbook in: the province, or one of its departments
 * @returns nothing for what nobody has sent
 */
export function prefilledFigures(
  found: Consolidation,
  { province, reporter }: { province: string; reporter: string },
): PrefilledFigure[] {
  const { columns, totals, groups, round } = found;
  const group = groups.find(
    ({ id, members }) => id === province || (id === ALL && members.length > 0 && groups.length === 1),
  );
  if (!group) return [];
  const ofGroup = new Map(totals.filter((one) => one.group === group.id).map((one) => [one.column, one]));
  return columns.flatMap((column): PrefilledFigure[] => {
    const total = ofGroup.get(column.key);
    if (!total) return [];
    const said =
      fromRecord(total.record, reporter) ??
      fromUnits(column, total, { found, members: group.members, ofGroup });
    if (said === null) return [];
    const { figure, from } = said;
    const wanted = vintageIn(round, round.period);
    const isSure = !from.isFilled || vintages.indexOf(from.vintage) >= vintages.indexOf(wanted);
    const place = { key: column.key, period: round.period };
    return isSure || !from.isFilled
      ? [{ ...place, figure, from }]
      : [
          {
            ...place,
            figure: null,
            from: { kind: 'less-sure', vintage: from.vintage, wanted, isFilled: false },
          },
        ];
  });
}

type Said = Pick<PrefilledFigure, 'figure' | 'from'>;

/** Of a share that the source of record reported by its parts these are filled in, in their own places. */
function fromRecord(record: ProvinceFigure | null, reporter: string): Said | null {
  const entry = record?.cell?.entry;
  if (!record || !entry) return null;
  const head = { reporter: record.reporter, return: entry.return };
  const { figure } = record;
  if (figure === null)
    return record.reporter === reporter
      ? null
      : { figure: null, from: { kind: 'record-not-accepted', ...head, isFilled: false } };
  if (figure !== '-' && typeof figure === 'string')
    return { figure: null, from: { kind: 'record-without-number', ...head, sign: figure, isFilled: false } };
  const vintage = vintageOf([record.cell]);
  return { figure, from: { kind: 'record', ...head, vintage, isFilled: true } };
}

function fromUnits(
  column: FigureColumn,
  { sum, coverage }: GroupTotal,
  {
    found,
    members,
    ofGroup,
  }: { found: Consolidation; members: readonly string[]; ofGroup: ReadonlyMap<string, GroupTotal> },
): Said | null {
  const isOwed = members.some((unit) => column.asked.has(unit));
  if (column.parts !== null || !addsUp(column) || !isOwed) return null;
  const isSent = members.some((unit) => found.cell(unit, column.key).entry !== null);
  if (!isSent || coverage.of === 0) return null;
  const empty = (from: PrefillSource): Said => ({ figure: null, from });
  if (sum === null || coverage.entered < coverage.of)
    return empty({ kind: 'incomplete', coverage, sum, isFilled: false });
  if (isDividedOtherwise(column.key, sum, found.columns, ofGroup))
    return empty({ kind: 'parts-of-other-units', isFilled: false });
  const figure = Number(sum);
  if (!isSame(figure, sum)) return empty({ kind: 'too-many-digits', sum, isFilled: false });
  const cells = members.map((unit) => found.cell(unit, column.key)).filter(({ counts }) => counts);
  const returns = [...new Set(cells.flatMap(({ entry }) => entry?.return ?? []))].sort((a, b) => a - b);
  return {
    figure,
    from: { kind: 'units', coverage, returns, vintage: vintageOf(cells), isFilled: true },
  };
}

/**
 * Whether a share divides another sum than that of all units, all of which have given both: one to which the share
 * does not apply (`x`) is in neither part of it, and the quotient of the sums of all would be another than that of
 * the consolidation. The count that is divided says it; what divides serves several shares.
 */
function isDividedOtherwise(
  key: string,
  sum: string,
  columns: readonly FigureColumn[],
  ofGroup: ReadonlyMap<string, GroupTotal>,
): boolean {
  return columns.some((share) => {
    if (share.parts?.numerator !== key) return false;
    const divided = ofGroup.get(share.key)?.parts;
    const below = ofGroup.get(share.parts.denominator);
    if (!divided || !below || below.coverage.entered < below.coverage.of) return false;
    return divided.numerator !== sum || divided.denominator !== below.sum;
  });
}

/** A double has fifteen digits that can be trusted. */
function isSame(figure: number, digits: string): boolean {
  const text = String(figure);
  return /^-?\d+(?:\.\d+)?$/u.test(text) && exactText(exactOf(text)) === digits;
}

/** The least sure of figures. */
function vintageOf(cells: readonly (FigureCell | null)[]): Vintage {
  const at = cells.map((cell) => vintages.findIndex((one) => one === cell?.entry?.vintage));
  return vintages[Math.max(0, Math.min(...at))] ?? 'estimate';
}
