import { type Finding, reporter } from '../../base/finding.ts';
import { foldedName } from '../../base/name.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseRowKey } from '../../observation/key.ts';
import { cellAddress } from '../../sheet/address.ts';
import type { FormulaCell, SheetFacts } from '../../sheet/facts.ts';
import { figureName } from '../../workbook/wording.ts';
import { unitColumnKey } from './grid-contract.ts';
import { gridKeysOf } from './grid-cells.ts';
import type { GridMeta } from './grid-meta.ts';
import { gridMessages } from './messages.ts';

const report = reporter(gridMessages);

/** A row or a column as it is found, and the texts that stand beside or over its values. */
interface Line {
  key: string;
  printed: readonly FormulaCell[];
}

/**
 * Rows and columns beside or over which the name of another one stands: sorted, moved or typed over without their
 * hidden keys. Whoever signs reads the names, so that nothing is read by the keys either. The first of each is named.
 */
export function namesMoved(sheets: readonly SheetFacts[], meta: GridMeta, catalogue: Catalogue): Finding[] {
  const rowNames = new Map([...meta.rows.keys()].map((key) => [key, nameOfFigure(key, catalogue)]));
  const unitNames = new Map([...meta.unitNames].map(([unit, name]) => [unitColumnKey(unit), name]));
  return sheets.flatMap((sheet) => {
    const { marker, rows, columns } = gridKeysOf(sheet.cells);
    if (marker === null) return [];
    const figures = new Map(
      rows.flatMap(({ row, key }) => (meta.rows.has(key) ? [[row, key] as const] : [])),
    );
    const units = new Map(
      columns.flatMap(({ column, key }) => (unitNames.has(key) ? [[column, key] as const] : [])),
    );
    const firstRow = Math.min(...figures.keys());
    const firstColumn = Math.min(...units.keys());
    const beside = lines(sheet, figures, ({ row, column }) => (column < firstColumn ? row : null), marker);
    const over = lines(sheet, units, ({ row, column }) => (row < firstRow ? column : null), marker);
    return [...moved(sheet, beside, rowNames, 'row'), ...moved(sheet, over, unitNames, 'column')];
  });
}

function nameOfFigure(key: string, { indicators, strata }: Catalogue): string {
  const named = parseRowKey(key);
  const indicator = indicators.get(named?.indicator ?? '');
  if (!named || !indicator) return '';
  return figureName(indicator, named.stratum === null ? null : (strata.get(named.stratum) ?? null));
}

function lines(
  { cells }: SheetFacts,
  keys: ReadonlyMap<number, string>,
  lineOf: (cell: FormulaCell) => number | null,
  marker: { row: number; column: number },
): Line[] {
  const printed = new Map<number, FormulaCell[]>([...keys.keys()].map((line) => [line, []]));
  for (const cell of cells) {
    if (typeof cell.value !== 'string' || cell.row === marker.row || cell.column === marker.column) continue;
    const line = lineOf(cell);
    if (line !== null) printed.get(line)?.push(cell);
  }
  return [...keys].map(([line, key]) => ({ key, printed: printed.get(line) ?? [] }));
}

function moved(
  { name: sheet }: SheetFacts,
  all: readonly Line[],
  names: ReadonlyMap<string, string>,
  what: 'row' | 'column',
): Finding[] {
  const known = new Set([...names.values()].map(foldedName));
  known.delete('');
  const wrong = all.flatMap(({ key, printed }) => {
    const own = names.get(key) ?? '';
    const texts = printed.map(({ value }) => foldedName(String(value)));
    if (own === '' || texts.includes(foldedName(own))) return [];
    const cell = printed.find((_, at) => known.has(texts[at] ?? ''));
    return cell === undefined ? [] : [{ cell, own }];
  });
  const [first] = wrong;
  if (first === undefined) return [];
  const { cell, own } = first;
  const place = { sheet, cell: cellAddress(cell.row, cell.column) };
  return [
    report('grid-name-moved', place, { what, found: String(cell.value).trim(), own, more: wrong.length - 1 }),
  ];
}
