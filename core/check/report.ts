import type { Severity } from '../base/finding.ts';
import type { CheckFinding, Outcome, RuleDefinition } from '../rules/rule.ts';

/** How often a rule was tried in a file, and what came of it. */
export interface RuleCount extends Record<Outcome, number> {
  code: string;
}

/**
 * `blocked`: errors, the return cannot be accepted; `to-explain`: warnings still want a reason; `accepted`:
 * neither. None of them keeps anybody from saving or sending.
 */
export type Acceptance = 'blocked' | 'to-explain' | 'accepted';

/** Findings by weight; an explained warning is counted apart from an open one. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  explained: number;
  notes: number;
}

/** What a check says of one file. */
export interface CheckReport {
  acceptance: Acceptance;
  counts: FindingCounts;
  rules: readonly RuleCount[];
  /** Worst first; see {@link worstFirst}. */
  findings: readonly CheckFinding[];
}

/** Findings of one rule, shown as one with a count. */
export interface FoldedFindings {
  code: string;
  severity: Severity;
  /** At least one, in the order of the report. */
  findings: readonly [CheckFinding, ...CheckFinding[]];
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Draws up the report of everything the rules said of a file. */
export function reportOf(findings: readonly CheckFinding[], rules: readonly RuleCount[]): CheckReport {
  const counts = countFindings(findings);
  return {
    acceptance: counts.errors > 0 ? 'blocked' : counts.warnings > 0 ? 'to-explain' : 'accepted',
    counts,
    rules: addUp(rules),
    findings: worstFirst(findings),
  };
}

/** A report of figures that nobody could judge: they are not accepted, whatever else is said of the file. */
export function blocked(report: CheckReport): CheckReport {
  return { ...report, acceptance: 'blocked' };
}

/** Counts of rules that could not be tried at all on a file. */
export function untried(rules: readonly RuleDefinition[]): RuleCount[] {
  return rules.map(({ code }) => ({ code, passed: 0, failed: 0, 'not-evaluable': 1 }));
}

/** Errors, then open warnings, explained ones, notes; otherwise in the order they were found. */
export function worstFirst(findings: readonly CheckFinding[]): CheckFinding[] {
  const weight = ({ severity, explanation }: CheckFinding) =>
    WEIGHT[severity] + (severity === 'warning' && explanation !== null ? 0.5 : 0);
  return [...findings].sort((a, b) => weight(a) - weight(b));
}

/** One entry a rule, in the order in which the rules first come up. */
export function foldFindings(findings: readonly CheckFinding[]): FoldedFindings[] {
  const groups = new Map<string, [CheckFinding, ...CheckFinding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.code);
    if (group) group.push(finding);
    else groups.set(finding.code, [finding]);
  }
  return [...groups].map(([code, group]) => ({ code, severity: group[0].severity, findings: group }));
}

function countFindings(findings: readonly CheckFinding[]): FindingCounts {
  const count = (isCounted: (finding: CheckFinding) => boolean) => findings.filter(isCounted).length;
  return {
    errors: count(({ severity }) => severity === 'error'),
    warnings: count(({ severity, explanation }) => severity === 'warning' && explanation === null),
    explained: count(({ severity, explanation }) => severity === 'warning' && explanation !== null),
    notes: count(({ severity }) => severity === 'note'),
  };
}

/** Two families of rules may count under one code. */
function addUp(rules: readonly RuleCount[]): RuleCount[] {
  const sums = new Map<string, RuleCount>();
  for (const rule of rules) {
    const sum = sums.get(rule.code);
    if (!sum) {
      sums.set(rule.code, { ...rule });
      continue;
    }
    sum.passed += rule.passed;
    sum.failed += rule.failed;
    sum['not-evaluable'] += rule['not-evaluable'];
  }
  return [...sums.values()];
}
