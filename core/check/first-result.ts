import type { IssuedReturn, OpenedReturn } from '../returned/open-return.ts';
import { sheetNames } from '../workbook/contract.ts';
import { findingsOfReading, type CheckedWorkbook } from './check-workbook.ts';
import { checkReturnFigures } from './check-return-figures.ts';
import { reportOf } from './report.ts';
import { checkReturn } from './return/check-return.ts';
import { cellsOfCommune, withLostCells } from './typed-from-rows.ts';

/** The sheets that hold what is typed, and what the workbook was issued as. */
const ENTRY_SHEETS: ReadonlySet<string> = new Set([
  sheetNames.cover,
  sheetNames.entry,
  sheetNames.background,
  sheetNames.communes,
  sheetNames.baselines,
  sheetNames.meta,
]);

/** Whether a sheet of this name is one of those {@link firstResult} needs. */
export function isEntrySheet(name: string): boolean {
  return ENTRY_SHEETS.has(name);
}

/**
 * What the rules over figures say of a workbook of which only the entry sheets have been read. Findings of
 * structure are still to come, so nothing is accepted by it.
 * @returns null where a cell for a figure is not where it was issued: what is typed may stand on another sheet
 */
export function firstResult(opened: OpenedReturn): CheckedWorkbook | null {
  const { issued, returned, facts } = opened;
  if (issued === null || lacksCells(issued)) return null;
  const isRead = (sheet: string) => facts.sheets.some(({ name }) => name === sheet);
  if (issued.layout.baselines.rows.length > 0 && !isRead(sheetNames.baselines)) return null;
  const identified = checkReturn(opened.identity);
  const figures = checkReturnFigures(issued, issued.typed, issued.typedByUnit, issued.judged);
  const { request, gaps, progress } = figures;
  const findings = [...findingsOfReading(opened), ...identified.findings, ...figures.findings];
  const report = reportOf(findings, [...identified.rules, ...figures.rules]);
  return { report, returned, request, gaps, progress };
}

/** Whether cells for figures, of communes too, are not in the sheets that were read. */
function lacksCells(issued: IssuedReturn): boolean {
  const ofCommune = [...cellsOfCommune(issued)];
  const units = issued.request.byCommune?.units ?? [];
  return (
    withLostCells(issued.typed, issued) !== issued.typed ||
    units.some(({ id }) => ofCommune.some((key) => !issued.typedByUnit.get(id)?.cells.has(key)))
  );
}
