import { beforeAll, expect, it } from 'vitest';
import { openReturn } from '../../../core/returned/open-return.ts';
import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import { cellIndex, type WorkbookModel } from '../../../core/sheet/model.ts';
import { awkwardReturn } from '../../programs/given.ts';
import { factsOf } from '../check/structure/facts-of.ts';
import { mapCells } from '../repair/tokens.ts';

let given: WorkbookModel;
beforeAll(async () => {
  given = await awkwardReturn();
});

function formulasOf({ sheets }: Pick<WorkbookModel, 'sheets'>): string[] {
  return sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([index, { formula }]) =>
      formula === undefined ? [] : [`${name} ${index} ${formula}`],
    ),
  );
}

/** The formulas that the check expects in a file. */
const expectedIn = (facts: WorkbookFacts) =>
  formulasOf(openReturn(facts).issued?.recomputed ?? { sheets: [] });

// A formula that depended on what was typed would be called altered as soon as somebody types something else.
it.each([
  ['nothing is typed', 'input'],
  ['the hidden keys are gone', 'hiddenKey'],
] as const)('formulas are the same where %s', (_, style) => {
  const facts = factsOf(given);
  const sheets = facts.sheets.map((sheet, at) => {
    const issued = given.sheets[at]?.cells;
    if (sheet.state !== 'visible') return sheet;
    return mapCells(sheet, (cell) =>
      issued?.get(cellIndex(cell.row, cell.column))?.style === style ? null : cell,
    );
  });
  const formulas = expectedIn({ ...facts, sheets });
  expect(formulas.length).toBeGreaterThan(500);
  expect(formulas).toEqual(formulasOf(given));
});
