import { isChangedFormula, isChangedNumber } from '../../rules/figure/given.ts';
import { absoluteAddress } from '../../sheet/address.ts';
import { newSheet, put, sheetReference } from '../../sheet/draft.ts';
import type { CellChange, CellPlace } from '../../sheet/evaluate/recalculation.ts';
import { NotComputed } from '../../sheet/evaluate/value.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../sheet/model.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { askedColumns } from '../../workbook/layout.ts';
import type { PlacedRequest } from '../../workbook/placed.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { COLUMN } from '../sheets/check/columns.ts';
import { lineKey } from '../sheets/check/put-lines.ts';

/** The formulas of the check that hold a figure filled in beforehand. */
export interface GivenFormulas {
  places: readonly CellPlace[];
  /**
   * The sheets of the workbook and one more, on which the numbers filled in beforehand stand: the formulas refer to
   * them there, so that another number is another value and no formula to be read anew.
   */
  sheets: readonly SheetModel[];
  /** Those that read otherwise for other figures, and what changes with them on {@link sheets}. */
  of: (request: WorkbookRequest) => {
    formulas: readonly { place: CellPlace; formula: string }[];
    changes: readonly CellChange[];
  };
}

/** The name of that sheet, which none of a workbook has. */
const GIVEN = '\uE102';

/** A formula around the figure that was filled in. */
interface GivenFormula {
  place: CellPlace;
  /** What is compared with the figure. */
  cell: string;
  around: readonly string[];
}

/** A figure that was filled in, with the formulas that hold it. */
interface HeldFigure {
  key: string;
  period: string;
  figure: number | string;
  formulas: readonly GivenFormula[];
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
  const held = [layout.entry, layout.background].flatMap((input) =>
    input.rows.flatMap((row): HeldFigure[] => {
      if (!('figure' in row)) return [];
      const { key } = row.figure;
      return askedColumns(input, row.figure, reporting).flatMap(({ period }) => {
        const figure = known.figure(key, period);
        if (figure === null) return [];
        const line = lines.get(lineKey(key, period)) ?? 0;
        const cells = [COLUMN.published, COLUMN.value].map((column) => absoluteAddress(line, column));
        const formulas = (rows.get(line) ?? []).flatMap(({ column, formula }) =>
          cells.flatMap((cell): GivenFormula[] => {
            const around = formula?.split(isChangedFormula(cell, { figure, source: null })) ?? [];
            return around.length < 2 ? [] : [{ place: { sheet, row: line, column }, cell, around }];
          }),
        );
        if (formulas.length === 0) throw new NotComputed(`${key} ${period} is filled in and not compared`);
        return { key, period, figure, formulas };
      });
    }),
  );
  const numbers = newSheet(GIVEN, []);
  for (const [at, { figure }] of held.entries())
    put(numbers, at + 1, 1, 'plain', typeof figure === 'number' ? figure : null);
  return {
    places: held.flatMap(({ formulas }) => formulas.map(({ place }) => place)),
    sheets: [...model.sheets.map((one, at) => (at === sheet ? referring(one, held) : one)), numbers],
    of(own) {
      const formulas: { place: CellPlace; formula: string }[] = [];
      const changes: CellChange[] = [];
      for (const [at, { key, period, figure: before, formulas: around }] of held.entries()) {
        const figure = own.known.figure(key, period);
        if (figure === null || figure === before) continue;
        const isNumber = typeof figure === 'number';
        if (isNumber) changes.push({ sheet: model.sheets.length, row: at + 1, column: 1, value: figure });
        for (const one of around) {
          const formula = one.around.join(isChangedFormula(one.cell, { figure, source: null }));
          formulas.push({ place: one.place, formula });
          if (!isNumber) changes.push({ ...one.place, formula });
          else if (typeof before !== 'number') changes.push({ ...one.place, formula: reference(one, at) });
        }
      }
      return { formulas, changes };
    },
  };
}

/** The check with its formulas over numbers filled in beforehand referring to where these stand. */
function referring(check: SheetModel, held: readonly HeldFigure[]): SheetModel {
  const cells = new Map(check.cells);
  for (const [at, { figure, formulas }] of held.entries()) {
    if (typeof figure !== 'number') continue;
    for (const one of formulas) {
      const index = cellIndex(one.place.row, one.place.column);
      const cell = cells.get(index);
      if (cell !== undefined) cells.set(index, { ...cell, formula: reference(one, at) });
    }
  }
  return { ...check, cells };
}

function reference({ cell, around }: GivenFormula, at: number): string {
  return around.join(isChangedNumber(cell, sheetReference(GIVEN, absoluteAddress(at + 1, 1))));
}
