import Papa from 'papaparse';
import type { Finding } from '../../core/finding.ts';
import { reporter } from '../../core/finding.ts';
import { fileMessages } from '../../core/messages/files.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { unitColumns, unitLevels, unitRowSchema } from '../../core/unit/unit.ts';
import { parseWith } from './schema-findings.ts';

const report = reporter(fileMessages);

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

interface Row {
  cells: string[];
  /** 1-based line on which the row begins. */
  line: number;
}

/** Parses seeds/units/<set>.csv: exactly the columns of {@link unitColumns}, one unit a row. */
export function parseUnits(text: string, file: string): { value: Unit[] | null; findings: Finding[] } {
  const { rows, findings } = readRows(text, file);
  const [header, ...body] = rows;
  const found = header?.cells ?? [];
  if (found.join(',') !== unitColumns.join(',')) {
    findings.push(report('csv-header', { file, line: 1 }, { found, expected: [...unitColumns] }));
    return { value: null, findings };
  }
  const units: Unit[] = [];
  const lineOf = new Map<string, number>();
  for (const { cells, line } of body) {
    const place = { file, line };
    if (cells.length !== unitColumns.length) {
      findings.push(report('csv-columns', place, { found: cells.length, expected: unitColumns.length }));
      continue;
    }
    const record = Object.fromEntries(unitColumns.map((column, index) => [column, cells[index] ?? '']));
    const parsed = parseWith(unitRowSchema, record, file, () => line);
    findings.push(...parsed.findings);
    if (parsed.value === null) continue;
    const { id } = parsed.value;
    const firstLine = lineOf.get(id);
    if (firstLine === undefined) lineOf.set(id, line);
    else findings.push(report('unit-duplicate', place, { id, firstLine }));
    units.push(parsed.value);
  }
  for (const unit of units)
    findings.push(...checkUnit(unit, units, { file, line: lineOf.get(unit.id) ?? 1 }));
  return { value: findings.length > 0 ? null : units, findings };
}

function readRows(text: string, file: string): { rows: Row[]; findings: Finding[] } {
  const rows: Row[] = [];
  const findings: Finding[] = [];
  let line = 1;
  let begin = 0;
  Papa.parse<string[]>(text, {
    header: false,
    delimiter: ',',
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      for (const { message } of errors)
        findings.push(report('csv-syntax', { file, line }, { reason: message }));
      const isBlank = data.length === 1 && data[0] === '';
      if (!isBlank) rows.push({ cells: data, line });
      // A quoted cell may hold line breaks, so rows and lines are counted apart.
      line += text.slice(begin, meta.cursor).split(/\r\n|\n|\r/u).length - 1;
      begin = meta.cursor;
    },
  });
  return { rows, findings };
}

function checkUnit(unit: Unit, units: readonly Unit[], place: { file: string; line: number }): Finding[] {
  const { id, level, parent, validFrom, validTo } = unit;
  const findings: Finding[] = [];
  const rank = (name: Unit['level']): number => unitLevels.indexOf(name);
  const above = units.find((other) => other.id === parent);
  const isTop = level === 'province' && parent === null;
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
