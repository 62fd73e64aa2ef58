import { expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { inputCells, sampleModel } from './wrong-workbook.ts';

const RATE = 'poverty-rate|_T';

/** The target of a plan for a share whose two counts are typed, with what is published typed as given. */
async function gapWith(model: WorkbookModel, published: string | number | undefined) {
  const at = inputCells(model).find(({ key, period }) => key === RATE && period === '2023');
  if (!at) throw new Error(`The form does not ask for ${RATE}.`);
  const sheets = model.sheets.map((sheet) => {
    const index = cellIndex(at.row, at.column);
    const before = sheet.name === sheetNames.entry ? sheet.cells.get(index) : undefined;
    if (!before) return sheet;
    const cell = { ...before };
    delete cell.value;
    const typed = published === undefined ? cell : { ...cell, value: published };
    return { ...sheet, cells: new Map([...sheet.cells, [index, typed]]) };
  });
  const { gaps } = checkWorkbook(await readFacts(await serialize({ ...model, sheets })));
  return gaps.find(({ key }) => key.startsWith(`lai-chau-2021|${RATE}`));
}

it('a share that nobody can read is not judged by its counts, as its sheet does not', async () => {
  const model = await sampleModel('lai-chau-2021', 'VN12');
  const computed = await gapWith(model, undefined);
  expect(computed?.figure).toBeTypeOf('number');
  expect(['met', 'notMet', 'exceeded']).toContain(computed?.verdict);

  expect(await gapWith(model, '12,5')).toMatchObject({
    figure: null,
    isUnreadable: true,
    verdict: 'notEvaluable',
    result: null,
  });
  expect(await gapWith(model, 12.5)).toMatchObject({ figure: 12.5 });
});
