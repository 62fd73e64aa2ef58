import { cellAddress } from '../../sheet/address.ts';
import { putAcross } from '../../sheet/across.ts';
import { put } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { parsePeriod, periodName } from '../../period/period.ts';
import { BEFORE_HEAD, type CommuneLayout, type CommuneReference } from '../../workbook/commune-layout.ts';
import { figuresBefore } from '../../workbook/commune-request.ts';
import { figureFormat, seriesFormats, targetFormat } from '../../workbook/formats.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { figureName, targetUnit } from '../../workbook/wording.ts';

export const REFERENCE_WIDTH = 13;
/** More nobody reads below a table. */
const MOST_SOURCES = 4;

/** What stands over a column that is only looked at: what it is, and when. */
export function referenceHead(one: CommuneReference, year: number): { name: string; when: string } {
  if (one.kind === 'assigned') {
    const { indicator, stratum } = one.series;
    return {
      name: `Số giao: ${figureName(indicator, stratum)}`,
      when: `năm ${year} (${targetUnit(one.series)})`,
    };
  }
  const { figure, before } = one.of;
  const period = parsePeriod(before);
  const when = `${period ? periodName(period) : before} (${figure.indicator.unit})`;
  return { name: `${BEFORE_HEAD}: ${figureName(figure.indicator, figure.stratum)}`, when };
}

/** Last year's figures and assigned values of all communes, and what they come to where they add up. */
export function putReferences(sheet: SheetModel, request: WorkbookRequest, table: CommuneLayout): void {
  const { rows, sumRow, provinceRow, references } = table;
  const sources = request.byCommune?.sources ?? [];
  if (references.length > 0 && sources.length > 0)
    putAcross(sheet, provinceRow + 3, 'hint', `Nguồn số năm trước: ${namedSources(sources)}.`);
  const before = figuresBefore(request.byCommune);
  const assigned = new Map(request.byCommune?.assigned.map((one) => [`${one.unit}|${one.key}`, one]));
  for (const one of references) {
    const { column } = one;
    const base =
      one.kind === 'before' ? figureFormat(one.of.figure.indicator) : seriesFormats(one.series).target;
    const values: number[] = [];
    for (const { row, unit } of rows) {
      const given = one.kind === 'assigned' ? assigned.get(`${unit.id}|${one.key}`) : undefined;
      const value =
        one.kind === 'before'
          ? (before.get(`${unit.id}|${one.of.figure.key}|${one.of.before}`) ?? null)
          : (given?.value ?? null);
      if (typeof value === 'number') values.push(value);
      const format = given ? targetFormat(given.comparator, base) : base;
      put(sheet, row, column, 'computed', value === null ? {} : { value, format });
    }
    for (const row of [provinceRow, provinceRow + 1]) put(sheet, row, column, 'notAsked');
    if (!addsUp(one)) {
      put(sheet, sumRow, column, 'notAsked');
      continue;
    }
    const [first, last] = [rows[0]?.row ?? sumRow, rows.at(-1)?.row ?? sumRow];
    const range = `${cellAddress(first, column)}:${cellAddress(last, column)}`;
    put(sheet, sumRow, column, 'computed', {
      formula: `IF(COUNT(${range})=0,"",SUM(${range}))`,
      result: values.length === 0 ? '' : values.reduce((sum, value) => sum + value, 0),
      format: base,
      tag: 'communes.sum-before',
    });
  }
}

function namedSources(sources: readonly string[]): string {
  const named = sources.slice(0, MOST_SOURCES).join('; ');
  const more = sources.length - MOST_SOURCES;
  return more > 0 ? `${named}; và ${more} nguồn khác` : named;
}

/** Values of a growth do not add up, whatever it is the growth of. */
function addsUp(one: CommuneReference): boolean {
  if (one.kind === 'before') return one.of.figure.indicator.aggregation === 'sum';
  return one.series.indicator.aggregation === 'sum' && !kindOf(one.series).isRelative;
}
