import type { Language } from '../../base/finding.ts';
import { excerpt, excerptsThatDiffer } from '../../base/message-pieces.ts';
import { numberText, readableNumber } from '../../base/number-text.ts';
import { cellAddress } from '../../sheet/address.ts';
import type { CheckFinding, RuleDefinition } from '../../rules/rule.ts';
import type { FormulaCell } from '../../sheet/facts.ts';
import type { Evaluation } from './evaluation.ts';

/** One place a rule objects to. */
export interface Spot {
  /** Name of the sheet in the file; null for the file as a whole. */
  sheet: string | null;
  row?: number | null;
  column?: number | null;
  key?: string | null;
  period?: string | null;
  found?: string | number | null;
  expected?: string | number | null;
}

/** What a folded finding says: the first place in full, how many there are, where the next ones stand. */
export interface SpotData {
  sheet: string;
  /** Key of the first place; '' where it has none. */
  key: string;
  found: string | number | null;
  expected: string | number | null;
  count: number;
  /** Addresses or keys of a few more. */
  more: readonly string[];
}

/** Longer texts are cut. */
const SHOWN_LENGTH = 60;
/** How many further places are named. */
const NAMED = 4;

/** One finding a sheet, however many places: a list of hundreds is not read. */
function foldBySheet(
  { code, severity }: RuleDefinition<SpotData>,
  spots: readonly Spot[],
): CheckFinding<string, SpotData>[] {
  const groups = new Map<string | null, [Spot, ...Spot[]]>();
  for (const spot of spots) {
    const group = groups.get(spot.sheet);
    if (group) group.push(spot);
    else groups.set(spot.sheet, [spot]);
  }
  return [...groups].map(([sheet, group]) => {
    const [first, ...others] = group;
    const address = addressOf(first);
    const isOne = others.length === 0;
    return {
      code,
      severity,
      place: { ...(sheet === null ? {} : { sheet }), ...(address === null ? {} : { cell: address }) },
      data: {
        sheet: sheet ?? '',
        key: first.key ?? '',
        found: first.found ?? null,
        expected: first.expected ?? null,
        count: group.length,
        more: others.slice(0, NAMED).map((spot) => addressOf(spot) ?? spot.key ?? String(spot.found ?? '')),
      },
      key: isOne ? (first.key ?? null) : null,
      period: isOne ? (first.period ?? null) : null,
      found: first.found ?? null,
      explanation: null,
    };
  });
}

/**
 * The data of a folded finding as a sentence shows them: what was found and what was expected are cut and rounded so
 * that the difference can be seen. Other data stay as they are.
 */
export function readable(data: unknown): unknown {
  if (!isSpotData(data)) return data;
  const { found, expected } = data;
  if (typeof found === 'string' && typeof expected === 'string') {
    const [one, other] = excerptsThatDiffer(found, expected, SHOWN_LENGTH);
    return { ...data, found: one, expected: other };
  }
  const number = (value: SpotData['found'], beside: SpotData['found']) =>
    typeof value === 'number' ? readableNumber(value, typeof beside === 'number' ? beside : null) : value;
  return { ...data, found: number(found, expected), expected: number(expected, found) };
}

function isSpotData(data: unknown): data is SpotData {
  return typeof data === 'object' && data !== null && 'count' in data && 'more' in data && 'found' in data;
}

/** An evaluation out of the places a rule objects to. */
export function evaluationOf(
  rule: RuleDefinition<SpotData>,
  spots: readonly Spot[],
  { passed, notEvaluable = 0 }: { passed: number; notEvaluable?: number },
): Evaluation {
  return { findings: foldBySheet(rule, spots), passed, failed: spots.length, notEvaluable };
}

function addressOf({ row, column }: Spot): string | null {
  return typeof row !== 'number' || typeof column !== 'number' ? null : cellAddress(row, column);
}

/** A value as a sentence shows it. */
export function shown(value: string | number | null, language: Language): string {
  if (value === null || value === '') return language === 'vi' ? 'ô trống' : 'a blank cell';
  return typeof value === 'number' ? numberText(value, language) : `"${excerpt(value, SHOWN_LENGTH)}"`;
}

/** " (Tỷ lệ hộ nghèo)", once the key has its name; empty where the place has no key. */
export function ofKey({ key }: Pick<SpotData, 'key'>): string {
  return key === '' ? '' : ` (${key})`;
}

/** "; cùng 3 nơi khác trên trang: E12, E13 …"; empty for a single place. */
export function others({ count, more }: SpotData, language: Language): string {
  if (count < 2) return '';
  const list = `${more.join(', ')}${count - 1 > more.length ? ' …' : ''}`;
  return language === 'vi'
    ? `; cùng ${count - 1} nơi khác trên trang: ${list}`
    : `; and ${count - 1} more on the sheet: ${list}`;
}

/** What a cell holds, as a finding carries it. */
export function plainValue(value: FormulaCell['value']): string | number | null {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value).toUpperCase() : value.error;
}
