import type { ReturnIdentity } from '../../returned/return-identity.ts';
import type { Outcome, RuleDefinition } from '../../rules/rule.ts';

/** What is known where the file is received; rules about what is left out are not evaluable. */
export interface ReturnExpectation {
  /** Id of the reporting unit the return is received for. */
  unit?: string;
  /** Ids of all reporting units, departments among them. */
  units?: ReadonlySet<string>;
  /** SDMX period of the round being received. */
  round?: string;
  /** Hash of each installed plan, by plan id. */
  plans?: ReadonlyMap<string, string>;
}

/** What stands in the file and what was asked for, as messages show it. */
export interface ReturnData {
  found: string | null;
  expected: string | null;
}

/** What a rule says of a return. */
export interface ReturnEvaluation {
  outcome: Outcome;
  data: ReturnData | null;
}

/** A rule about whether this is the return that was asked for. */
export interface ReturnRule extends RuleDefinition<ReturnData> {
  /** Where it fails nobody can say whether the workbook is whole, unless its definition is known from elsewhere. */
  leavesUnjudged?: true;
  evaluate: (context: { returned: ReturnIdentity; expectation: ReturnExpectation }) => ReturnEvaluation;
}

export const passed: ReturnEvaluation = { outcome: 'passed', data: null };
export const notEvaluable: ReturnEvaluation = { outcome: 'not-evaluable', data: null };

/** An evaluation that objects. */
export function failed(data: ReturnData): ReturnEvaluation {
  return { outcome: 'failed', data };
}

/** A name in a sentence; a dash for none. */
export function shown(text: string | null): string {
  return text === null || text === '' ? '–' : `"${text}"`;
}
