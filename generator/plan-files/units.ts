import { type Finding, reporter } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { unitLevels } from '../../core/unit/levels.ts';
import { type Unit, unitColumns, unitRowSchema } from '../../core/unit/unit.ts';
import { parseRows } from '../csv-rows.ts';

const report = reporter(fileMessages);

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** Parses seeds/units/<set>.csv: exactly the columns of {@link unitColumns}, one unit a row. */
export function parseUnits(text: string, file: string): { value: Unit[] | null; findings: Finding[] } {
  const { rows, findings } = parseRows(text, file, unitRowSchema, unitColumns);
  const units = rows.map(({ value }) => value);
  const lineOf = new Map<string, number>();
  for (const { value: unit, line } of rows) {
    const place = { file, line };
    const firstLine = lineOf.get(unit.id);
    if (firstLine === undefined) lineOf.set(unit.id, line);
    else findings.push(report('unit-duplicate', place, { id: unit.id, firstLine }));
    findings.push(...checkUnit(unit, units, place));
  }
  return { value: findings.length > 0 ? null : units, findings };
}

function checkUnit(unit: Unit, units: readonly Unit[], place: { file: string; line: number }): Finding[] {
  const { id, level, parent, validFrom, validTo } = unit;
  const findings: Finding[] = [];
  const rank = (name: Unit['level']): number => unitLevels.indexOf(name);
  const above = units.find((other) => other.id === parent);
  const isTop = (level === 'province' || level === 'country') && parent === null;
  if (!isTop && (above === undefined || rank(above.level) >= rank(level))) {
    findings.push(report('unit-parent', place, { id, parent }));
  }
  const dates = [validFrom, validTo].filter((date) => date !== null);
  const isOrdered = validFrom === null || validTo === null || validFrom < validTo;
  if (!dates.every((date) => ISO_DATE.test(date)) || !isOrdered) {
    findings.push(report('unit-validity', place, { id, from: validFrom ?? '', to: validTo ?? '' }));
  }
  return findings;
}
