import type { Finding, Language, Place, Severity } from '../base/finding.ts';

/** How a rule is explained, and how one of its findings is said, in one language. */
export interface RuleText<Data> {
  /** A few words: the heading of the rule wherever findings are grouped by it. */
  title: string;
  /** What the rule looks at and why, for the page of rules. */
  meaning: string;
  /** A figure it finds, for the page of rules. */
  example: string;
  /** What the officer does about it. */
  fix: string;
  /** One sentence: what was found. */
  message: (data: Data) => string;
  /** What was expected instead, in a few words. */
  expected: (data: Data) => string;
}

/**
 * A rule, said once. `error` blocks acceptance, never saving or sending; `warning` wants a written reason,
 * which travels with the figure; `note` only informs.
 */
export interface RuleDefinition<Data = never> {
  code: string;
  severity: Severity;
  /** A reason explains it only if no other warning of the row leans on the same words. */
  wantsOwnReason?: true;
  /** Code of a finding of the reader that the rule says better, with place and what to do. */
  insteadOf?: string;
  text: Record<Language, RuleText<Data>>;
}

/**
 * Why what stands in the reason column does not explain a warning: it is no words, or it explains another warning of
 * the row, and this one wants a reason of its own.
 */
export interface NotExplained {
  written: string;
  why: 'no-words' | 'shared';
}

/**
 * Another cell that a finding is to be looked at beside: one that slipped where this is told to lie above it, or one
 * with the same digits, from which this may have been copied.
 */
export interface SeenBeside {
  why: 'slipped' | 'same';
  /** `indicator|stratum` */
  key: string;
  place: Place;
}

/** What a check found. */
export interface CheckFinding<Code extends string = string, Data = unknown> extends Finding<Code, Data> {
  /** Figure key `indicator|stratum` or series key `plan|indicator|stratum|kind`; null for the whole file. */
  key: string | null;
  /** SDMX period; null where the finding is not about one. */
  period: string | null;
  /** What stands there, as it was read; null for nothing. */
  found: string | number | null;
  /** The officer's reason for a warning; null while it is not explained. */
  explanation: string | null;
  /** What stands in the reason column and does not explain the warning, with why; not there for nothing. */
  notExplained?: NotExplained;
  /** The cell that the others point at; not there where they do not. */
  beside?: SeenBeside;
}

/** What a reader of files found, in the form of a check; it is about no figure in particular. */
export function asCheckFinding(finding: Finding): CheckFinding {
  return { ...finding, key: null, period: null, found: null, explanation: null };
}

/** What a rule says of one place: `not-evaluable` is never `passed`. */
export type Outcome = 'passed' | 'failed' | 'not-evaluable';
