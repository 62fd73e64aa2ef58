import { beforeAll, describe, expect, it } from 'vitest';
import { slotsOf } from '../../../core/repair/slots.ts';
import { keyedPart } from '../../../core/returned/align/keyed-part.ts';
import { alignWorkbook } from '../../../core/returned/align/alignment.ts';
import { keyedCells } from '../../../core/returned/keyed-cells.ts';
import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { KEY_MARKER, sheetNames } from '../../../core/workbook/contract.ts';
import { withSheet } from '../check/structure/damage.ts';
import { factsOf } from '../check/structure/facts-of.ts';
import { rebuilt, seedModel } from '../check/structure/models.ts';

let issued: WorkbookModel;
let facts: WorkbookFacts;
beforeAll(async () => {
  const { model } = await seedModel('quang-ngai-2021', 'VN51');
  issued = rebuilt(model);
  facts = factsOf(model);
});

/** `sheet!row!column` of every keyed cell, as the reader of figures and as the rules of structure see them. */
function places(found: WorkbookFacts) {
  const read = (keyedCells(found.sheets) ?? []).map(({ sheet, row, column }) => `${sheet}!${row}!${column}`);
  const judged = alignWorkbook(issued, found).all.flatMap(({ facts: { name }, keys }) =>
    keys.rows.flatMap(({ row }) => keys.columns.map(({ column }) => `${name}!${row}!${column}`)),
  );
  return { read, judged };
}

describe('every reader of keys finds the same cells', () => {
  it('in a workbook as it was issued: reader, rules, repair and what was expected', () => {
    const { read, judged } = places(facts);
    expect(read.length).toBeGreaterThan(100);
    expect(judged).toEqual(read);
    const expected = issued.sheets
      .map(keyedPart)
      .flatMap(({ expected: { name }, keyedRows, keyedColumns }) =>
        keyedRows.flatMap(({ row }) => keyedColumns.map(({ column }) => `${name}!${row}!${column}`)),
      );
    expect(expected).toEqual(read);
    const slots = [...slotsOf(issued).all.values()].map(
      ({ sheet, row, column }) => `${issued.sheets[sheet]?.name ?? ''}!${row}!${column}`,
    );
    expect(slots.filter((place) => !read.includes(place))).toEqual([]);
  });

  // Rules do not look at `_meta`, so a figure read from there would be one that nothing judges.
  it('where somebody pasted keys and figures on _meta', () => {
    const [entry] = facts.sheets.filter(({ name }) => name === sheetNames.entry);
    const column = 20;
    const pasted = withSheet(facts, sheetNames.meta, ({ cells }) => ({
      cells: [
        ...cells.filter(({ value }) => value !== KEY_MARKER),
        ...(entry?.cells ?? []).map((cell) => ({ ...cell, column: cell.column + column })),
      ],
    }));
    const { read, judged } = places(pasted);
    expect(read).toEqual(judged);
    expect(read).toEqual(places(facts).read);
  });
});
