import { parseFigure } from '../observation/figure.ts';
import { vintageIn } from '../round/round.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import type { RawCell } from './figure/cell.ts';
import type { TypedFigures } from './typed.ts';

/**
 * A request by which series are judged as their sheets judge them: a figure nobody can read stands where it
 * was typed, so that neither a share's parts nor anything else takes its place.
 */
export function asTyped(request: WorkbookRequest, { cells }: TypedFigures): WorkbookRequest {
  const { known, reporting } = request;
  const rawAt = (key: string, period: string): RawCell =>
    cells.get(`${key}|${period}|${vintageIn(reporting, period)}`)?.raw ?? null;
  return {
    ...request,
    known: {
      ...known,
      figure: (key, period) => (isUnreadable(rawAt(key, String(period))) ? 'x' : known.figure(key, period)),
    },
  };
}

function isUnreadable(raw: RawCell): boolean {
  return typeof raw === 'object' ? raw !== null : parseFigure(raw) === undefined;
}
