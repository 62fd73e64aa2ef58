import type { CellPlace } from '../../sheet/evaluate/recalculation.ts';
import { parseAddress } from '../../sheet/address.ts';
import type { WorkbookModel } from '../../sheet/model.ts';

/** Whether a chart of a workbook shows a cell: it keeps what it shows beside it. */
export function isPlotted({ sheets }: WorkbookModel, { sheet, row, column }: CellPlace): boolean {
  const name = sheets[sheet]?.name ?? '';
  return sheets.some(({ charts }) =>
    charts.some(({ categories, series }) =>
      [categories, ...series.map(({ values }) => values)].some(({ reference }) => {
        const at = reference.lastIndexOf('!');
        if (reference.slice(0, at) !== `'${name.replaceAll("'", "''")}'`) return false;
        const [from, to] = reference
          .slice(at + 1)
          .split(':')
          .map((one) => parseAddress(one));
        const [start, end] = [from, to ?? from];
        if (!start || !end) return true;
        return start.row <= row && row <= end.row && start.column <= column && column <= end.column;
      }),
    ),
  );
}
