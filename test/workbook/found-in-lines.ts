import type { CheckFinding } from '../../core/rules/rule.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { valueRules } from '../../core/rules/value-rules.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { COLUMN, columnOf, columnRules } from '../../core/template/sheets/check/columns.ts';

/** The rows of a sheet, by column. */
export function rowsOf(facts: WorkbookFacts, name: string): Map<number, Map<number, unknown>> {
  const rows = new Map<number, Map<number, unknown>>();
  for (const { row, column, value } of facts.sheets.find((sheet) => sheet.name === name)?.cells ?? []) {
    rows.set(row, (rows.get(row) ?? new Map<number, unknown>()).set(column, value));
  }
  return rows;
}

/** Rule, key and period of everything the hidden lines of Kiểm tra find. */
export function foundInLines(facts: WorkbookFacts): string[] {
  return [...rowsOf(facts, sheetNames.check).values()].flatMap((row) => {
    const id = String(row.get(1) ?? '');
    const [, key = '', period = ''] = /^check\|([^|]+\|[^|]+)\|([^|]+)$/u.exec(id) ?? [];
    const series = id.endsWith('|check') ? id.slice(0, -'|check'.length) : null;
    if (key === '' && series === null) return [];
    const broken = valueRules[Number(row.get(COLUMN.broken) ?? 0) - 1];
    const codes = columnRules.flatMap(({ code }) => (Number(row.get(columnOf(code)) || 0) > 0 ? [code] : []));
    if (broken && Number(row.get(COLUMN.form)) > 0) codes.push(broken.code);
    if (row.get(COLUMN.missing) === 1) codes.push('figure-missing');
    return codes.map((code) => (series === null ? `${code} ${key} ${period}` : `${code} ${series}`));
  });
}

/** A finding as {@link foundInLines} names it. */
export function idOf({ code, key, period }: Pick<CheckFinding, 'code' | 'key' | 'period'>): string {
  return key?.split('|').length === 4 ? `${code} ${key}` : `${code} ${key} ${period}`;
}
