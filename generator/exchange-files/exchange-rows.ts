import { periodSaid } from '../../core/period/period.ts';
import { WHOLE, type TableId } from '../../core/exchange/tables.ts';

/** The table of the exchange that can stand for a planner's file of some columns; null for none. */
export function exchangeTableFor(columns: readonly string[]): TableId | null {
  if (columns.includes('vintage')) return 'observations';
  return columns.includes('numerator') ? 'baselines' : null;
}

/**
 * A row of an exchange table as the planner's file of the same matter has it.
 * @returns null where it holds no figure; `sample` where its figures are made up
 */
export function fromExchange(
  table: TableId,
  row: Readonly<Record<string, string>>,
): Record<string, string> | 'sample' | null {
  const of = (column: string) => row[column] ?? '';
  const [value, sign] = [of('value'), of('sign')];
  if (value === '' && sign === '') return null;
  if (of('sample') === 'yes') return 'sample';
  const reported = `Báo cáo kỳ ${periodSaid(of('round'))} của ${of('reporter')}`;
  const named = {
    unit: of('unit'),
    indicator: of('indicator'),
    stratum: of('stratum') === WHOLE ? '' : of('stratum'),
  };
  if (table === 'observations')
    return {
      ...named,
      period: of('period'),
      vintage: of('vintage'),
      value: value === '' ? sign : value,
      source: reported,
    };
  const source = of('source') === '' ? reported : of('source');
  return { ...named, year: of('year'), value, numerator: '', denominator: '', source };
}
