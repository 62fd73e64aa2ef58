import { parseFigure } from '../observation/figure.ts';
import { isCheckMark, isSeriesKey } from '../workbook/contract.ts';
import { parseRowKey } from '../observation/key.ts';
import type { ReturnedWorkbook } from '../returned/read.ts';
import type { OwnVerdict } from '../observation/observation.ts';
import { NO_PERIOD, type ReturnFigures, type UnreadText } from './return-figures.ts';

/** Everything somebody typed into a workbook, also what could not be read as a figure. */
export function figuresOf(returned: ReturnedWorkbook): ReturnFigures {
  const { unit, reporter, round, sample, plans, observations, baselines, remarks, ownVerdicts } = returned;
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
    ownVerdicts: [...ownVerdicts, ...otherVerdicts(returned)],
    unread: unreadTexts(returned),
  };
}

type Content = ReturnedWorkbook['cells'][number]['value'];

function unreadTexts({ cells }: ReturnedWorkbook): UnreadText[] {
  return cells.flatMap(({ rowKey: key, period, vintage, field, value, formula }): UnreadText[] => {
    // What a formula would give is not known here; its cell is not blank all the same.
    const isUncomputed = value === null && formula !== null;
    const text = isUncomputed ? `=${formula}` : textOf(value);
    if (text === '' || !parseRowKey(key)) return [];
    if (field === 'value' && vintage !== '_' && (isUncomputed || !isFigure(value)))
      return [{ key, period, vintage, text }];
    const isBase = field === 'baseYear' || field === 'baseValue';
    return isBase && typeof value !== 'number' ? [{ key, period: NO_PERIOD, vintage: '_', text }] : [];
  });
}

/** Reasons without a verdict, and verdicts that are no text. */
function otherVerdicts({ cells }: ReturnedWorkbook): OwnVerdict[] {
  const of = (field: string) =>
    new Map(
      cells
        .filter((cell) => cell.field === field && textOf(cell.value) !== '' && isSeriesKey(cell.rowKey))
        .map((cell) => [`${cell.rowKey} ${cell.period}`, cell]),
    );
  const verdicts = of('ownVerdict');
  const reasons = of('ownReason');
  return [...new Map([...reasons, ...verdicts])].flatMap(
    ([key, { rowKey: series, period }]): OwnVerdict[] => {
      const verdict = verdicts.get(key)?.value ?? null;
      if (typeof verdict === 'string') return [];
      const reason = textOf(reasons.get(key)?.value ?? null);
      return [{ series, period, verdict: textOf(verdict), reason: reason === '' ? null : reason }];
    },
  );
}

function isFigure(value: Content): boolean {
  return (typeof value !== 'object' || value === null) && parseFigure(value) !== undefined;
}

function textOf(value: Content): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value).trim();
}
