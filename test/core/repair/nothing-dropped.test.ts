import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormulaCell, SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { openDamaged } from '../../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../../core/repair/repair-workbook.ts';
import { readReturned } from '../../../core/returned/read.ts';
import { everySort } from '../../workbook/every-sort.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { factsOf } from '../check/structure/facts-of.ts';
import { seedModel } from '../check/structure/models.ts';
import { filled, mapCells, newToken, tokensIn, whereabouts, without, type Filled } from './tokens.ts';

/** What people do to a workbook; `at` picks sheet, row and column. */
interface Damage {
  what: (typeof DAMAGES)[number];
  sheet: number;
  row: number;
  column: number;
  other: number;
}

const DAMAGES = [
  'delete row',
  'delete column',
  'delete key row',
  'delete key column',
  'insert row',
  'copy row',
  'swap rows',
  'swap rows but their keys',
  'cut cells of a row to another',
  'copy sheet',
  'delete sheet',
  'rename sheet',
  'type anywhere',
  'type far outside',
  'type over a formula',
  'add sheet',
  'paste values',
  'merge',
] as const;

const damage: fc.Arbitrary<Damage> = fc.record({
  what: fc.constantFrom(...DAMAGES),
  sheet: fc.nat(),
  row: fc.nat(),
  column: fc.nat(),
  other: fc.nat(),
});

function apply(facts: WorkbookFacts, { what, sheet, row, column, other }: Damage): WorkbookFacts {
  const { sheets } = facts;
  const at = sheet % sheets.length;
  const chosen = sheets[at];
  const cell = chosen?.cells[row % Math.max(1, chosen.cells.length)];
  if (!chosen || !cell) return facts;
  const to = chosen.cells[other % chosen.cells.length]?.row ?? cell.row;
  const changed = (one: SheetFacts) => ({
    ...facts,
    sheets: sheets.map((old, index) => (index === at ? one : old)),
  });
  const put = (place: { row: number; column: number }) =>
    changed({
      ...chosen,
      cells: [
        ...chosen.cells.filter((one) => one.row !== place.row || one.column !== place.column),
        {
          row: place.row,
          column: place.column,
          value: newToken(other % 2 ? 'number' : 'text'),
          formula: null,
        },
      ],
    });
  const swapped = (moves: (one: FormulaCell) => boolean) =>
    changed(
      mapCells(chosen, (one) => {
        if (!moves(one) || (one.row !== cell.row && one.row !== to)) return one;
        return { ...one, row: one.row === to ? cell.row : to };
      }),
    );
  switch (what) {
    case 'delete row':
      return changed(without(chosen, 'row', cell.row));
    case 'delete column':
      return changed(without(chosen, 'column', 1 + (column % 20)));
    case 'delete key row':
      return changed(without(chosen, 'row', 1));
    case 'delete key column':
      return changed(without(chosen, 'column', 1));
    case 'insert row':
      return changed(mapCells(chosen, (one) => (one.row >= to ? { ...one, row: one.row + 1 } : one)));
    case 'copy row': {
      const last = Math.max(...chosen.cells.map((one) => one.row));
      const copy = chosen.cells.filter((one) => one.row === cell.row);
      return changed({
        ...chosen,
        cells: [...chosen.cells, ...copy.map((one) => ({ ...one, row: last + 3 }))],
      });
    }
    case 'swap rows':
      return swapped(() => true);
    case 'swap rows but their keys':
      return swapped((one) => one.column > 1);
    case 'cut cells of a row to another':
      return changed({
        ...chosen,
        cells: chosen.cells.flatMap((one) => {
          if (one.column < 5 || (one.row !== cell.row && one.row !== to)) return one;
          return one.row === cell.row ? { ...one, row: to } : [];
        }),
      });
    case 'copy sheet':
      return { ...facts, sheets: [...sheets, { ...chosen, name: `${chosen.name} (${sheets.length})` }] };
    case 'delete sheet':
      return { ...facts, sheets: sheets.filter((_, index) => index !== at) };
    case 'rename sheet':
      return changed({ ...chosen, name: `Sheet${sheets.length}${at}` });
    case 'type anywhere':
      return put({ row: 1 + (row % 90), column: 1 + (column % 24) });
    case 'type far outside':
      return put({ row: 1 + (row % 5_000), column: 1 + (column % 2_000) });
    case 'type over a formula': {
      const formulas = chosen.cells.filter(({ formula }) => formula !== null);
      const over = formulas[column % Math.max(1, formulas.length)];
      return over ? put(over) : facts;
    }
    case 'add sheet':
      return {
        ...facts,
        sheets: [
          ...sheets,
          {
            ...chosen,
            name: `Nháp ${sheets.length}`,
            cells: chosen.cells
              .slice(0, 1 + (row % 30))
              .map((one) => ({ ...one, value: newToken('number'), formula: null })),
          },
        ],
      };
    case 'paste values':
      return changed(mapCells(chosen, (one) => ({ ...one, formula: null })));
    case 'merge':
      // Only the first cell of what is merged keeps its content.
      return changed({
        ...chosen,
        merges: [...chosen.merges, `E${cell.row}:F${cell.row}`],
        cells: chosen.cells.filter((one) => one.row !== cell.row || one.column !== 6),
      });
  }
}

const WORKBOOKS: [plan: string, reporter: string][] = [
  ['lai-chau-2012', 'VN12'],
  ['quang-ngai-2021', 'VN51'],
  ['lai-chau-2021', 'VN12.106'],
  ['lai-chau-2024', 'VN12'],
  ['thai-binh-2013', 'VN34'],
];

describe.each(WORKBOOKS)('whatever is done to a workbook of %s (%s)', (plan, reporter) => {
  let given: Filled;
  let perRun = 0;
  beforeAll(async () => {
    const { plans } = await loadSeeds();
    const part = new Set(everySort(plans.find(({ file }) => file.id === plan)?.targets ?? []));
    given = filled((await seedModel(plan, reporter, 2, (target) => part.has(target))).model);
  });

  it(
    'nothing typed is dropped: it is in its place, or listed with where it stood',
    { timeout: 300_000 },
    () => {
      fc.assert(
        fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
          const facts = damages.reduce(apply, given.facts);
          const repaired = repairWorkbook(openDamaged(facts), given.definition);
          if (!repaired) throw new Error('too much');
          const { cells, listed } = whereabouts(repaired);
          const tokens = tokensIn(facts);
          expect([...tokens].filter((token) => !cells.has(token) && !listed.has(token))).toEqual([]);
          // Unless people themselves parted figures from their keys, what is placed is in its own cell.
          if (!damages.some(({ what }) => PARTING.has(what))) {
            for (const [token, place] of given.home) {
              if (cells.has(token)) expect(cells.get(token)).toBe(place);
            }
          }
          perRun += tokens.size;
          expect(readReturned(factsOf(repaired.model).sheets).value?.definition).toEqual(given.definition);
        }),
        { numRuns: 25 },
      );
      expect(perRun).toBeGreaterThan(1_000);
    },
  );
});

/** Damage after which even a person would not know whose a figure is. */
const PARTING: ReadonlySet<Damage['what']> = new Set([
  'swap rows but their keys',
  'cut cells of a row to another',
  'type anywhere',
]);
