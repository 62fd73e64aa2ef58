import { isChangedFormula } from '../../rules/figure/given.ts';
import { absoluteAddress } from '../../sheet/address.ts';
import type { CellPlace } from '../../sheet/evaluate/recalculation.ts';
import { NotComputed } from '../../sheet/evaluate/value.ts';
import type { CellModel, WorkbookModel } from '../../sheet/model.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { askedColumns } from '../../workbook/layout.ts';
import type { PlacedRequest } from '../../workbook/placed.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { COLUMN } from '../sheets/check/columns.ts';
import { lineKey } from '../sheets/check/put-lines.ts';

/** The formulas of the check that hold a figure filled in beforehand. */
export interface GivenFormulas {
  places: readonly CellPlace[];
  /** Those that read otherwise for other figures. */
  of: (request: WorkbookRequest) => { place: CellPlace; formula: string }[];
}

/** A formula around the figure that was filled in. */
interface GivenFormula {
  place: CellPlace;
  key: string;
  period: string;
  /** What is compared with the figure. */
  cell: string;
  around: readonly string[];
}

/**
 * Finds the formulas that compare a cell with what it was filled in with.
 * @throws NotComputed where there is none for a figure
 */
export function givenFormulas({ request, layout }: PlacedRequest, model: WorkbookModel): GivenFormulas {
  const sheet = model.sheets.findIndex(({ name }) => name === sheetNames.check);
  const rows = new Map<number, CellModel[]>();
  const lines = new Map<string, number>();
  for (const cell of model.sheets[sheet]?.cells.values() ?? []) {
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    if (cell.column === 1 && typeof cell.value === 'string') lines.set(cell.value, cell.row);
  }
  const { known, reporting } = request;
  const found = [layout.entry, layout.background].flatMap((input) =>
    input.rows.flatMap((row): GivenFormula[] => {
      if (!('figure' in row)) return [];
      const { key } = row.figure;
      return askedColumns(input, row.figure, reporting).flatMap(({ period }) => {
        const figure = known.lessSure?.(key, period) ? null : known.figure(key, period);
        if (figure === null) return [];
        const line = lines.get(lineKey(key, period)) ?? 0;
        const cells = [COLUMN.published, COLUMN.value].map((column) => absoluteAddress(line, column));
        const formulas = (rows.get(line) ?? []).flatMap(({ column, formula }) =>
          cells.flatMap((cell): GivenFormula[] => {
            const around = formula?.split(isChangedFormula(cell, { figure, source: null })) ?? [];
            return around.length < 2
              ? []
              : [{ place: { sheet, row: line, column }, key, period, cell, around }];
          }),
        );
        if (formulas.length === 0) throw new NotComputed(`${key} ${period} is filled in and not compared`);
        return formulas;
      });
    }),
  );
  return {
    places: found.map(({ place }) => place),
    of: (own) =>
      found.flatMap(({ place, key, period, cell, around }) => {
        const figure = own.known.figure(key, period);
        if (figure === null || figure === known.figure(key, period)) return [];
        return [{ place, formula: around.join(isChangedFormula(cell, { figure, source: null })) }];
      }),
  };
}
