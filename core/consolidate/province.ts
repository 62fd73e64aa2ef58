import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Plan } from '../plan/model.ts';
import type { Unit } from '../unit/unit.ts';
import type { StoredEntry } from '../store/model.ts';
import { departmentsOf } from '../workbook/departments.ts';
import { cellsOf, type CountingRules, type FigureCell } from './cells.ts';
import type { FigureColumn } from './columns.ts';
import { addsUp, numberIn, type Total } from './totals.ts';
import { exactNumber } from './exact.ts';

/** What is reported for a province itself, beside what its units come to. */
export interface ProvinceFigures {
  /** Id of the department that is the source of record; null where the plans know none. */
  department: string | null;
  /** Of the department that is the source of record. */
  record: FigureCell | null;
  /** Of the province's own return. */
  own: FigureCell | null;
}

/** Whose figure stands for a group in the end. */
export type Decides = 'record' | 'own' | 'units';

/** A province, and the department that is the source of record of each indicator for it. */
export interface Province {
  unit: Unit;
  /** Id of the department by indicator. */
  recordOf: ReadonlyMap<string, string>;
}

/**
 * The provinces of plans with their sources of record on a day.
 * @param plans as they are on the day
 * @param then the catalogue of the day
 * @param ever of all times
 */
export function provincesOf(
  plans: readonly Plan[],
  { then, ever, date }: { then: Catalogue; ever: Catalogue; date: string },
): Province[] {
  const provinces = new Map<string, { unit: Unit; recordOf: Map<string, string> }>();
  for (const plan of plans) {
    const [unit] = plan.units;
    if (!unit) continue;
    const province = provinces.get(unit.id) ?? { unit, recordOf: new Map<string, string>() };
    provinces.set(unit.id, province);
    const byName = new Map(departmentsOf(plan, ever, date).map((one) => [one.name, one.id]));
    for (const { id, source } of then.indicators.values()) {
      const department = byName.get(source.body);
      if (department !== undefined) province.recordOf.set(id, department);
    }
  }
  return [...provinces.values()];
}

/** Finds what departments and provinces report for the province itself. */
export function provinceFigures(
  entries: readonly StoredEntry[],
  provinces: readonly Province[],
  rules: CountingRules,
): (province: string, column: Pick<FigureColumn, 'key' | 'asked' | 'indicator'>) => ProvinceFigures {
  const byId = new Map(provinces.map((one) => [one.unit.id, one]));
  const about = entries.filter(({ unit }) => byId.has(unit));
  const recordOf = (unit: string, indicator: string) => byId.get(unit)?.recordOf.get(indicator) ?? null;
  const isRecord = ({ unit, indicator, reporter }: StoredEntry) => recordOf(unit, indicator) === reporter;
  const record = cellsOf(about.filter(isRecord), () => null, rules);
  const own = cellsOf(
    about.filter((entry) => entry.reporter === entry.unit && !isRecord(entry)),
    () => null,
    rules,
  );
  const reported = (cell: FigureCell) => (cell.entry === null ? null : cell);
  return (province, { key, asked, indicator }) => {
    // A group of units is a figure of its own here, never the province's whole.
    const column = { key, asked, whole: null };
    return {
      department: recordOf(province, indicator.id),
      record: reported(record(province, column)),
      own: reported(own(province, column)),
    };
  };
}

/**
 * The figure that stands for a group: the one that the source of record publishes; without it what its units
 * come to; what does not add up has none but that of its source of record, and the province's own where the plans
 * know no such source.
 */
export function decided(
  column: FigureColumn,
  total: Total,
  { department, record, own }: ProvinceFigures,
): { by: Decides; value: number } | null {
  const number = (cell: FigureCell | null) => {
    const exact = cell && numberIn(cell);
    return exact && exactNumber(exact);
  };
  const official = number(record);
  if (official !== null) return { by: 'record', value: official };
  if (addsUp(column)) return total.value === null ? null : { by: 'units', value: total.value };
  const said = department === null ? number(own) : null;
  return said === null ? null : { by: 'own', value: said };
}
