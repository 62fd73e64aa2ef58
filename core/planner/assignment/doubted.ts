import type { Finding } from '../../base/finding.ts';
import type { AssignedValueContext } from './assigned-value.ts';
import type { Assignment } from './assignment.ts';
import { beyondWhole } from './beyond-whole.ts';
import { type AssignedPlace, valuesOutOfLine } from './out-of-line.ts';

/**
 * The values that are asked about beside those of other units: out of line with their neighbours, or more than all
 * together have to reach. Each is named once.
 * @param asked those that are looked at, each the one in force
 * @param others what else is in force
 */
export function doubtedValues(
  asked: readonly AssignedPlace[],
  others: readonly Assignment[],
  context: AssignedValueContext,
): { assignment: Assignment; finding: Finding }[] {
  const outOfLine = valuesOutOfLine(asked, others, context);
  const named = new Set(outOfLine.map(({ assignment }) => assignment));
  const isBeyond = beyondWhole([...others, ...asked.map(({ assignment }) => assignment)], context);
  const beyond = asked.flatMap((one) => {
    const finding = named.has(one.assignment) ? null : isBeyond(one);
    return finding === null ? [] : [{ assignment: one.assignment, finding }];
  });
  return [...outOfLine, ...beyond];
}
