import type { TypedFigures } from '../../../rules/typed.ts';
import { askedColumns, type Layout } from '../../../workbook/layout.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';

/** Every cell with the figures a workbook is filled with. */
export function typedFromKnown(request: WorkbookRequest, layout: Layout): TypedFigures {
  const cells = new Map(
    [layout.entry, layout.background].flatMap((input) =>
      input.rows.flatMap((row) =>
        'figure' in row
          ? askedColumns(input, row.figure, request.reporting).map(({ period, vintage }) => {
              const raw = request.known.figure(row.figure.key, period);
              return [`${row.figure.key}|${period}|${vintage}`, { place: {}, raw }] as const;
            })
          : [],
      ),
    ),
  );
  return { cells, reasons: new Map() };
}
