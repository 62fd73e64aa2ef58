import { describe, expect, it } from 'vitest';
import type { Figure } from '../../core/observation/figure.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { CASELOAD, JOBS, POVERTY, SHARE, made, figures, REPORTED } from './plan-column-workbooks.ts';

function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cell under a heading in the row whose key starts with `key`. */
function cellUnder(sheet: SheetModel, head: string, key: string): CellModel {
  const cells = [...sheet.cells.values()];
  const row = cells.find(({ column, value }) => column === 1 && String(value).startsWith(key))?.row;
  const column = cells.find(
    ({ style, value }) => style === 'header' && String(value).startsWith(head),
  )?.column;
  const found = row && column ? sheet.cells.get(cellIndex(row, column)) : undefined;
  if (!found) throw new Error(`${sheet.name} has no cell of ${key} under ${head}`);
  return found;
}

const onForm = (model: WorkbookModel, head: string, key: string) =>
  cellUnder(sheetOf(model, sheetNames.entry), head, key);
const inList = (model: WorkbookModel, head: string, key: string) =>
  cellUnder(sheetOf(model, sheetNames.summary), head, `lai-chau-2012|${key}`);

describe('a range in the plan', () => {
  it('shows both bounds where both decide, and no percent of one of them', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12', REPORTED());
    for (const cell of [onForm(model, 'Kế hoạch năm', CASELOAD), inList(model, 'Mức phải đạt', CASELOAD)]) {
      expect(cell.result).toBe('6000–7000');
      // The bounds are read from the indicator's own sheet, where a planner may change them.
      expect(cell.formula?.match(/'[^']+'!\$[A-Z]+\$\d+/gu)).toHaveLength(4);
      expect(cell.formula).not.toMatch(/6000|7000/u);
    }
    expect(onForm(model, '% kế hoạch', CASELOAD)).not.toHaveProperty('formula');
  });

  it('stays a number with the side of the weaker bound where that one decides', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12', REPORTED());
    expect(onForm(model, 'Kế hoạch năm', JOBS)).toMatchObject({ result: 5_000, format: '"≥ "#,##0' });
    expect(inList(model, 'Mức phải đạt', JOBS)).toMatchObject({ result: 5_000, format: '"≥ "#,##0' });
    expect(onForm(model, 'Kế hoạch năm', POVERTY)).toMatchObject({
      result: 4,
      format: '"giảm ≥ "#,##0.00" điểm %"',
    });
  });

  it('names the bound that decides on the indicator sheet only where one does', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12');
    const labels = (key: string) =>
      model.sheets.flatMap((sheet) => {
        const rows = [...sheet.cells.values()]
          .filter(({ column, value }) => column === 1 && /\|(?:low|high)$/u.test(String(value)))
          .filter(({ value }) => String(value).startsWith(`lai-chau-2012|${key}`));
        return rows.flatMap(({ row }) =>
          [...sheet.cells.values()]
            .filter((cell) => cell.row === row && / – mức (?:thấp|cao)/u.test(String(cell.value)))
            .map(({ value }) => String(value)),
        );
      });
    expect(labels(CASELOAD)).toHaveLength(2);
    expect(labels(CASELOAD).join()).not.toContain('quyết định');
    expect(labels(JOBS).filter((label) => label.endsWith('mức thấp (mức quyết định)'))).toHaveLength(1);
  });
});

describe('the sign of nothing occurred', () => {
  it('is 0 in percent of plan and against the year before', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12', REPORTED());
    expect(onForm(model, '% kế hoạch', JOBS).result).toBe(0);
    expect(onForm(model, 'So ', JOBS).result).toBe(0);
    expect(onForm(model, 'So ', SHARE).result).toBe(-50);
    // Typed as the numerator it says the same.
    expect(onForm(model, 'So ', POVERTY).result).toBe(-10);
  });

  it('is 0 against the same period of last year, and no ratio is taken to it', () => {
    const against = (before: NonNullable<Figure>, now: NonNullable<Figure>) => {
      const files = figures({
        [JOBS]: [
          ['2013-S1', before],
          ['2014-S1', now],
        ],
      });
      return onForm(made('lai-chau-2012', '2014-S1', 'VN12', files).model, 'So ', JOBS).result;
    };
    expect(against(4_000, '-')).toBe(0);
    expect(against('-', 4_000)).toBe('');
    expect(against(4_000, '...')).toBe('');
  });
});
