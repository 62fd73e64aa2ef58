import { figureKey } from '../../observation/key.ts';
import { partsOf } from '../asked.ts';
import { askedColumns, type InputSheetLayout } from '../layout.ts';
import type { FigureRow } from '../input-rows.ts';
import type { WorkbookRequest } from '../request.ts';

/** What a row owes in one period of the round: keys any of which does. */
export interface Owed {
  period: string;
  keys: string[];
}

/**
 * What is owed on a row, by period of the round: in a shorter round the period and the year it is part of.
 * Empty for a numerator, whose share is counted on its own row.
 */
export function owedOn(input: InputSheetLayout, row: FigureRow, request: WorkbookRequest): Owed[] {
  if (row.figure.part === 'numerator' && row.number.includes('.')) return [];
  const { indicator, stratum } = row.figure;
  const { numerator } = partsOf(indicator, request.catalogue);
  // Typed wherever it stands: below this share, below another that counts the same, or among the shared counts.
  const alternatives = [indicator, ...(numerator ? [numerator] : [])].map((counted) => ({
    key: figureKey(counted.id, stratum?.id ?? null),
    periods: askedColumns(
      input,
      { indicator: counted, addsUp: row.figure.addsUp && counted === indicator },
      request.reporting,
    ).map(({ period }) => period),
  }));
  return input.periods.flatMap(({ period, ofRound }) => {
    if (!ofRound) return [];
    const keys = alternatives.filter(({ periods }) => periods.includes(period)).map(({ key }) => key);
    return keys.length > 0 ? [{ period, keys }] : [];
  });
}

/** Indicators of a sheet that are owed, however many periods of the round they are owed for. */
export function indicatorsOwed(request: WorkbookRequest, input: InputSheetLayout): number {
  return input.rows.filter((row) => 'figure' in row && owedOn(input, row, request).length > 0).length;
}
