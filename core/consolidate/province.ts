import type { Catalogue } from '../catalogue/catalogue.ts';
import { measured } from '../observation/measured.ts';
import { judgedNumber, type Figure } from '../observation/figure.ts';
import type { Plan } from '../plan/model.ts';
import { PLANNER } from '../store/given.ts';
import type { StoredEntry } from '../store/model.ts';
import type { Unit } from '../unit/unit.ts';
import { departmentsOf } from '../workbook/departments.ts';
import { cellIn, type FigureCell } from './cells.ts';
import { figuresOf, type CountingRules } from './column-figures.ts';
import type { FigureColumn } from './columns.ts';
import { entriesIn, figureTable, lookedAt, type FigureTable } from './figure-table.ts';
import { addsUp, type Total } from './totals.ts';

/** A figure that somebody reports for a province. */
export interface ProvinceFigure {
  reporter: string;
  /** What was reported; null for a share that was reported by its parts. */
  cell: FigureCell | null;
  /** Of a share that was reported by its parts the two. */
  parts: { numerator: FigureCell; denominator: FigureCell } | null;
  /** What it says; null where it does not count. */
  figure: Figure;
}

/** What is reported for a province itself, beside what its units come to. */
export interface ProvinceFigures {
  /** Id of the department that is the source of record; null where the plans know none. */
  department: string | null;
  /** Of that department. */
  record: ProvinceFigure | null;
  /** Of the province's own return. */
  own: ProvinceFigure | null;
  /** Of other departments, which were asked for it because a share of theirs divides by it. */
  beside: readonly ProvinceFigure[];
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
  table: FigureTable,
  provinces: readonly Province[],
  rules: CountingRules,
): (province: string, column: FigureColumn) => ProvinceFigures {
  const byId = new Map(provinces.map((one) => [one.unit.id, one]));
  const byReporter = new Map<string, Map<string, StoredEntry[]>>();
  for (const entry of entriesIn(table, lookedAt(table, [...byId.keys()]))) {
    if (!byId.has(entry.unit)) continue;
    const own = byReporter.get(entry.unit) ?? new Map<string, StoredEntry[]>();
    byReporter.set(entry.unit, own);
    own.set(entry.reporter, [...(own.get(entry.reporter) ?? []), entry]);
  }
  const finders = new Map(
    [...byReporter].map(([province, own]) => {
      const given = own.get(PLANNER) ?? [];
      return [
        province,
        [...own].flatMap(([reporter, said]) =>
          // What the planner gave may have been chosen instead of what came back.
          reporter === PLANNER
            ? []
            : [
                [
                  reporter,
                  figuresOf(figureTable([...said, ...given]), () => [reporter], rules, [province]),
                ] as const,
              ],
        ),
      ];
    }),
  );
  return (province, column) => {
    const department = byId.get(province)?.recordOf.get(column.indicator.id) ?? null;
    const all = (finders.get(province) ?? []).flatMap(
      ([reporter, find]) => figureBy(reporter, column, find) ?? [],
    );
    return {
      department,
      record: all.find(({ reporter }) => reporter === department) ?? null,
      own: all.find(({ reporter }) => reporter === province) ?? null,
      beside: all.filter(({ reporter }) => reporter !== department && reporter !== province),
    };
  };
}

/** What a reporter says of a column, by itself or by the parts of the share; null where it says nothing. */
function figureBy(
  reporter: string,
  { key, asked, parts, indicator }: FigureColumn,
  find: ReturnType<typeof figuresOf>,
): ProvinceFigure | null {
  // A group of units is a figure of its own here, never the province's whole.
  const cellAt = (column: string) => cellIn(find({ key: column, asked, whole: null }), 0);
  const cell = cellAt(key);
  if (cell.entry !== null) return { reporter, cell, parts: null, figure: figureIn(cell) };
  if (parts === null) return null;
  const [numerator, denominator] = [cellAt(parts.numerator), cellAt(parts.denominator)];
  if (numerator.entry === null || denominator.entry === null) return null;
  const figure = measured(indicator, {
    published: null,
    numerator: figureIn(numerator),
    denominator: figureIn(denominator),
  });
  return { reporter, cell: null, parts: { numerator, denominator }, figure };
}

/** What a cell says, as far as it counts. */
export function figureIn({ counts, value, sign }: FigureCell): Figure {
  if (!counts) return null;
  return value === null ? sign : Number(value);
}

/**
 * The figure that stands for a group: the one that the source of record publishes; without it what its units
 * come to, once every one that has a figure to give has given it; what does not add up has none but that of its source of record, and the province's own where the plans
 * know no such source.
 */
export function decided(
  column: FigureColumn,
  total: Total,
  { department, record, own }: ProvinceFigures,
): { by: Decides; value: number } | null {
  const number = (one: ProvinceFigure | null) => one && judgedNumber(one.figure);
  const official = number(record);
  if (official !== null) return { by: 'record', value: official };
  if (addsUp(column)) {
    const { entered, of } = total.coverage;
    return total.value === null || entered < of ? null : { by: 'units', value: total.value };
  }
  const said = department === null ? number(own) : null;
  return said === null ? null : { by: 'own', value: said };
}
