import { isCheckMark, isSeriesKey } from '../workbook/contract.ts';
import { holdsFigures, isBaselineField } from '../workbook/entry-fields.ts';
import { parseRowKey } from '../observation/key.ts';
import { readableFigure } from '../returned/copies.ts';
import type { KeyedCell } from '../returned/keyed-cells.ts';
import type { ReturnedWorkbook } from '../returned/read.ts';
import { cellText } from '../sheet/cell-text.ts';
import type { OwnVerdict } from '../observation/observation.ts';
import { NO_PERIOD, type ReturnFigures, type UnreadText } from './return-figures.ts';

/** Everything that is read of a workbook, also what could not be read as a figure. */
export function figuresOf(returned: ReturnedWorkbook): ReturnFigures {
  const { unit, reporter, round, sample, plans, observations, baselines, remarks, ownVerdicts, replaces } =
    returned;
  return {
    unit,
    reporter,
    round,
    sample,
    plans,
    observations,
    baselines,
    // What a check wrote is drawn up anew wherever the return is checked.
    remarks: remarks.filter(({ field, text }) => field !== 'mark' || !isCheckMark(text)),
    ownVerdicts: [...ownVerdicts, ...loneReasons(returned)],
    replaces,
    unread: unreadTexts(returned.entries),
    byUnit: returned.byUnit.map((one) => ({
      unit: one.unit,
      observations: one.observations,
      remarks: one.remarks,
      unread: unreadTexts(one.entries),
    })),
  };
}

function unreadTexts(entries: readonly KeyedCell[]): UnreadText[] {
  return entries.flatMap((entry): UnreadText[] => {
    const { rowKey: key, period, vintage, field, value, formula } = entry;
    if (!holdsFigures(field) || readableFigure(field, entry) !== null || !parseRowKey(key)) return [];
    // What a formula would give is not known here; its cell is not blank all the same.
    const text = value === null && formula !== null ? `=${formula}` : cellText(value).trim();
    if (text === '') return [];
    if (isBaselineField(field)) return [{ key, period: NO_PERIOD, vintage: '_', text }];
    return vintage === '_' ? [] : [{ key, period, vintage, text }];
  });
}

/** Reasons without a verdict. */
function loneReasons({ entries, ownVerdicts }: ReturnedWorkbook): OwnVerdict[] {
  const judged = new Set(ownVerdicts.map(({ series, period }) => `${series}|${period}`));
  return entries.flatMap(({ rowKey: series, period, field, value }): OwnVerdict[] => {
    const reason = field === 'ownReason' && isSeriesKey(series) ? cellText(value).trim() : '';
    return reason === '' || judged.has(`${series}|${period}`)
      ? []
      : [{ series, period, verdict: '', reason }];
  });
}
