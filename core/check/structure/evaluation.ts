import type { CheckFinding } from '../../rules/rule.ts';

/** What a rule says: findings folded by sheet, and how many places it looked at with what outcome. */
export interface Evaluation {
  findings: CheckFinding[];
  passed: number;
  failed: number;
  notEvaluable: number;
}
