import type { Catalogue } from '../../catalogue/catalogue.ts';
import { plansOn } from '../../plan/on-date.ts';
import type { Plan } from '../../plan/model.ts';
import type { Unit } from '../../unit/unit.ts';
import { departmentsOf } from '../../workbook/departments.ts';
import type { Assignment } from '../assignment/assignment.ts';
import type { KnownFigure } from '../known-figure.ts';

/** What a grid is about: a plan and a year, as of the day on which the values are given. */
export interface GridSubject {
  plan: Plan;
  catalogue: Catalogue;
  /** Of all times. */
  ever: Catalogue;
  /** The plan's province and the units below it. */
  units: readonly Unit[];
  /** Units of all times below the province, by whose successors communes are grouped. */
  unitsEver: readonly Unit[];
  /** The bodies of record of the plan's figures. */
  departments: readonly Unit[];
  year: number;
  /** ISO date: the day on which the values are given. */
  date: string;
}

/** What a grid is made from. */
export interface GridRequest extends GridSubject {
  /** What has been assigned so far. */
  assignments: readonly Assignment[];
  /** Known figures: last year's, and the weights of means. */
  figures: readonly KnownFigure[];
  /** The province's baseline of a figure key, from which reference paths start. */
  baseline: (key: string) => { year: number | null; value: number | null };
}

/**
 * The subject of a year's grid. Values are given as the year begins: those of 2025 to districts, those of 2026 to
 * communes.
 * @param listed with its units of all times
 * @param ever catalogue of all times
 */
export function gridSubject(listed: Plan, ever: Catalogue, year: number): GridSubject {
  const date = `${year}-01-01`;
  const {
    plans: [plan],
    catalogue,
  } = plansOn([listed], ever, date);
  const departments = departmentsOf(listed, ever, date);
  return { plan, catalogue, ever, units: plan.units, unitsEver: listed.units, departments, year, date };
}
