import { returnName } from '../store/model.ts';
import type { Consolidation, GroupTotal } from './consolidate.ts';
import { exactOf, exactText } from './exact.ts';
import type { FigureSource } from './sources.ts';

/** Columns of the table, in order. */
export const tidyColumns = [
  'kind',
  'unit',
  'indicator',
  'stratum',
  'period',
  'value',
  'sign',
  'numerator',
  'denominator',
  'entered',
  'of',
  'state',
  'counts',
  'vintage',
  'reporter',
  'return',
  'file',
  'place',
  'sha256',
  'received',
  'reason',
] as const;

/**
 * A line of the long table; '' for what is blank. `kind` says what it is: `figure` of a unit, or of a province by who
 * reports it; `total` of a group of units; `decided`, the figure that stands for the group in the end. `value` has
 * digits with a decimal point. `state` is that of a figure, of a total whether it is complete, of what is decided whose
 * figure it is.
 */
export type TidyRow = Record<(typeof tidyColumns)[number], string>;

const BLANK = Object.fromEntries(tidyColumns.map((name) => [name, ''])) as TidyRow;

/** A consolidation as one long table, for programs. */
export function tidyRows(found: Consolidation, sources: readonly FigureSource[]): TidyRow[] {
  const period = found.round.period;
  const figures = sources.map(({ column, cell, of, file }): TidyRow => {
    const { entry } = cell;
    return {
      ...BLANK,
      kind: 'figure',
      unit: cell.unit,
      indicator: column.indicator.id,
      stratum: entry.stratum,
      period,
      value: cell.value === null ? '' : exactText(exactOf(cell.value)),
      sign: cell.sign ?? '',
      state: cell.state,
      counts: cell.counts ? 'yes' : 'no',
      vintage: entry.vintage,
      reporter: entry.reporter,
      return: returnName(entry.return),
      file: file?.name ?? '',
      place: entry.place ?? '',
      sha256: file?.sha256 ?? '',
      received: of?.received ?? '',
      reason: entry.reason ?? '',
    };
  });
  const totals = found.totals.flatMap((total) => {
    const [indicator = '', stratum = ''] = total.column.split('|');
    const head = { ...BLANK, unit: total.group, indicator, stratum, period };
    return [totalRow(head, total), ...decidedRow(head, total)];
  });
  return [...totals, ...figures];
}

function totalRow(
  head: TidyRow,
  { sum, value, parts, coverage: { entered, of }, isPart = false }: GroupTotal,
): TidyRow {
  return {
    ...head,
    kind: 'total',
    value: sum ?? (value === null ? '' : String(value)),
    numerator: parts?.numerator ?? '',
    denominator: parts?.denominator ?? '',
    entered: String(entered),
    of: String(of),
    state: entered === of && !isPart ? 'complete' : 'incomplete',
  };
}

function decidedRow(head: TidyRow, { decided }: GroupTotal): TidyRow[] {
  return decided === null
    ? []
    : [{ ...head, kind: 'decided', value: String(decided.value), state: decided.by }];
}
