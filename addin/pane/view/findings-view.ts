import { NO_CATALOGUE } from '../../../core/catalogue/catalogue.ts';
import { allRules } from '../../../core/check/all-rules.ts';
import { wholeFormRules } from '../../../core/check/form/rules/index.ts';
import type { CheckedWorkbook } from '../../../core/check/check-workbook.ts';
import { describeFinding, type DescribedFinding } from '../../../core/check/describe.ts';
import { foldFindings } from '../../../core/check/report.ts';
import type { CheckFinding } from '../../../core/rules/rule.ts';
import { valueRules } from '../../../core/rules/value-rules.ts';
import type { Severity } from '../../../core/base/finding.ts';
import { parseRowKey } from '../../../core/observation/key.ts';

import type { KeyedCell } from '../../../core/returned/keyed-cells.ts';
import { figureEntry } from '../reason-cell.ts';
import { parseUnitKey } from '../../../core/workbook/contract.ts';
import { keyNamesOf } from '../../../core/workbook/key-label.ts';
import type { Wording } from '../texts/wording.ts';
import type { CellPlace } from '../workbench.ts';
import { matches } from './search.ts';

/** What the list shows: everything, one severity, or the warnings that still want a reason. */
const findingFilters = ['all', 'error', 'warning', 'open', 'note'] as const;
export type FindingFilter = (typeof findingFilters)[number];

/** The list of findings. */
export interface FindingsView {
  /** Filters that would show something, with what they would show. */
  filters: readonly { filter: FindingFilter; label: string; count: string }[];
  groups: readonly FindingGroup[];
  shown: number;
  total: number;
}

/** The findings of one rule. */
export interface FindingGroup {
  code: string;
  severity: Severity;
  /** `Lỗi`. */
  severityWord: string;
  title: string;
  /** What to do, the same for all of them. */
  fix: string;
  items: readonly FindingItem[];
}

/** One finding. */
export interface FindingItem {
  /** The same as long as the finding is about the same place. */
  id: string;
  severity: Severity;
  /** As the finding has it: of a figure, of a series, or null. */
  key: string | null;
  /** Indicator, or the place where the finding is about none; never empty. */
  label: string;
  place: string;
  /** Where Enter leads; null for the file as a whole. */
  cell: CellPlace | null;
  /** As the language names it; empty where the finding is about none. */
  period: string;
  found: string;
  message: string;
  expected: string;
  /** Row the reason belongs to, with the reason as it stands; null where none would explain the finding. */
  reason: { key: string; period: string; text: string } | null;
  isExplained: boolean;
  /** The figure in the cell, where it can be corrected here. */
  figure: { key: string; period: string } | null;
}

/** Findings grouped by severity and rule, worst first, as far as the filter and the query let them through. */
export function findingsView(
  { report, request, returned }: Pick<CheckedWorkbook, 'report' | 'request' | 'returned'>,
  { filter, query }: { filter: FindingFilter; query: string },
  wording: Wording,
): FindingsView {
  const { texts, number, say, language } = wording;
  const catalogue = request ? keyNamesOf(request) : NO_CATALOGUE;
  const describe = (finding: CheckFinding) =>
    describeFinding(finding, language, { catalogue, rules: allRules });
  const figures = figureEntries(returned?.cells ?? []);
  const groups: FindingGroup[] = [];
  let shown = 0;
  for (const { code, severity, findings } of foldFindings(report.findings)) {
    const described = withIds(findings)
      .filter(({ finding }) => isLetThrough(finding, filter))
      .map((one) => ({ ...one, words: describe(one.finding) }));
    const items = described
      .filter(({ words }) => matches(query, searchedTexts(words)))
      .map(({ finding, id, words }) => itemOf(finding, id, words, wording, figures));
    const [first] = described;
    if (items.length === 0 || !first) continue;
    shown += items.length;
    groups.push({
      code,
      severity,
      severityWord: say(first.words.severity),
      title: say(first.words.title),
      fix: say(first.words.fix),
      items,
    });
  }
  const labels: Record<FindingFilter, string> = {
    all: texts.check.all,
    error: texts.severities.error,
    open: texts.check.open,
    warning: texts.severities.warning,
    note: texts.severities.note,
  };
  return {
    filters: findingFilters
      .map((one) => ({
        filter: one,
        label: labels[one],
        count: report.findings.filter((finding) => isLetThrough(finding, one)).length,
      }))
      .filter(({ filter: one, count }) => count > 0 || one === 'all' || one === filter)
      .map((one) => ({ ...one, count: number(one.count) })),
    groups,
    shown,
    total: report.findings.length,
  };
}

/** What a finding says and what to do about it, in sentences, where no catalogue is known. */
export function findingSentences(finding: CheckFinding, { language, say }: Wording): string {
  const { message, fix } = describeFinding(finding, language, { catalogue: NO_CATALOGUE, rules: allRules });
  return [message, fix]
    .filter((sentence) => sentence !== '')
    .map(say)
    .join(' ');
}

/**
 * Key of the row that a finding is about: `indicator|stratum`, also for the key of a series; in the table by commune the
 * commune's, whose row has one reason for all its figures.
 */
export function rowKeyOf({ key }: Pick<CheckFinding, 'key'>): string | null {
  if (key === null) return null;
  const parts = key.split('|');
  const [unit = ''] = parts;
  if (parseUnitKey(unit) !== null) return unit;
  const row = parts.length === 4 ? parts.slice(1, 3).join('|') : key;
  return parseRowKey(row) === null ? null : row;
}

/** Rows with a warning that the reason in their reason cell explains. */
export function rowsToExplain({ findings }: CheckedWorkbook['report']): ReadonlySet<string> {
  return new Set(findings.map(rowToExplain).filter((key) => key !== null));
}

/** Rules over figures, targets, and the figures of a form together; how the sheet is made is no matter of a reason. */
const aboutFigures = new Set([...valueRules, ...wholeFormRules].map(({ code }) => code));

/** Key of the row whose reason explains a finding; null where none does. */
function rowToExplain(finding: CheckFinding): string | null {
  return finding.severity === 'warning' && aboutFigures.has(finding.code) ? rowKeyOf(finding) : null;
}

/** The cell a finding leads to; null for the file as a whole. */
function cellOf({ place: { sheet, cell } }: Pick<CheckFinding, 'place'>): CellPlace | null {
  if (sheet === undefined) return null;
  return cell === undefined ? { sheet } : { sheet, cell };
}

function isLetThrough({ severity, explanation }: CheckFinding, filter: FindingFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'open' ? severity === 'warning' && explanation === null : severity === filter;
}

/** Names for findings that stay the same over checks; a number tells those apart that are about one place. */
function withIds(findings: readonly CheckFinding[]): { finding: CheckFinding; id: string }[] {
  const used = new Map<string, number>();
  return findings.map((finding) => {
    const { code, place, key, period } = finding;
    const id = [code, place.sheet, place.cell, key, period].join(' ');
    const number = (used.get(id) ?? 0) + 1;
    used.set(id, number);
    return { finding, id: number === 1 ? id : `${id} ${number}` };
  });
}

function itemOf(
  finding: CheckFinding,
  id: string,
  words: DescribedFinding,
  { say, period }: Wording,
  figures: ReadonlyMap<string, string>,
): FindingItem {
  const row = rowToExplain(finding);
  return {
    id,
    severity: finding.severity,
    key: finding.key,
    label: words.label || words.place || words.title,
    place: words.place,
    cell: cellOf(finding),
    period: period(words.period),
    found: words.found,
    message: say(words.message),
    expected: say(words.expected),
    reason: row === null ? null : { key: row, period: finding.period ?? '', text: writtenFor(finding) },
    isExplained: finding.severity === 'warning' && finding.explanation !== null,
    figure: figureAt(finding, figures),
  };
}

/** Keys of the cells for figures by `sheet!address`. */
function figureEntries(cells: readonly KeyedCell[]): Map<string, string> {
  const figures = cells.filter(({ field, vintage }) => field === 'value' && vintage !== '_');
  return new Map(figures.map((cell) => [`${cell.sheet}!${cell.address}`, figureEntry(cell)]));
}

/** The figure at the cell of a finding about one figure. */
function figureAt(
  { code, key: about, place: { sheet, cell }, period }: CheckFinding,
  figures: ReadonlyMap<string, string>,
): FindingItem['figure'] {
  const key = aboutFigures.has(code) && about !== null ? figures.get(`${sheet}!${cell}`) : undefined;
  return key === undefined ? null : { key, period: period ?? '' };
}

/** Keys of the figures at the cells of findings. */
export function figuresFound({ report, returned }: CheckedWorkbook): ReadonlySet<string> {
  const figures = figureEntries(returned?.cells ?? []);
  return new Set(report.findings.flatMap((finding) => figureAt(finding, figures)?.key ?? []));
}

/** What stands in the reason column, be it a reason or not. */
function writtenFor({ explanation, notExplained }: CheckFinding): string {
  return explanation ?? notExplained?.written ?? '';
}

function searchedTexts({ label, place, message, title, explanation, found }: DescribedFinding): string[] {
  return [label, place, message, title, explanation, found];
}
