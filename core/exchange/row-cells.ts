import type { ExchangeNames } from './names.ts';
import type { ReturnIdentity } from './return-figures.ts';
import { WHOLE, type Cell, type TableRow } from './tables.ts';

/** The cells every row begins with. */
export function identityCells(identity: ReturnIdentity, names: ExchangeNames | null): TableRow {
  return {
    unit: identity.unit,
    unitName: names?.units.get(identity.unit) ?? null,
    reporter: identity.reporter,
    round: identity.round,
    sample: identity.sample ? 'yes' : 'no',
  };
}

/** The cells that say which figure a row is about. */
export function figureCells(
  indicator: string,
  stratum: string | null,
  names: ExchangeNames | null,
): TableRow {
  return {
    indicator,
    indicatorName: names?.indicators.get(indicator) ?? null,
    stratum: stratum ?? WHOLE,
    stratumName: names?.strata.get(stratum ?? WHOLE) ?? null,
  };
}

/**
 * A free text as a file holds it: line ends are line feeds, and of the control characters only tab and line
 * feed stay, because no program shows the others. Null where nothing is left.
 */
export function textCell(text: Cell | undefined): string | null {
  if (typeof text !== 'string') return null;
  const plain = text.replaceAll(/\r\n?/gu, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '');
  return plain === '' ? null : plain;
}

/** The text of a cell that a check has found to be one. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** What a row is about, as people name it: "Tỷ lệ hộ nghèo – Các huyện nghèo, 2023". */
export function rowLabel(row: TableRow): string {
  const name = (code: string, named: string) => textOf(row[named]).trim() || textOf(row[code]);
  const stratum = row.stratum === WHOLE ? '' : ` – ${name('stratum', 'stratumName')}`;
  const when = textOf(row.period) || textOf(row.year);
  return `${name('indicator', 'indicatorName')}${stratum}${when === '' ? '' : `, ${when}`}`;
}
