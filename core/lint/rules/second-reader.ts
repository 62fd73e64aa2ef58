import { type Finding, reporter } from '../../base/finding.ts';
import { lintMessages } from '../messages.ts';
import { fieldsRead, readOtherwise, saysPointsOrPercent, secondReader } from '../second-reading.ts';
import { type LintPlan, type PlanRule, nameTarget, placeOf } from '../rule.ts';

const report = reporter(lintMessages);

/**
 * Rows that a second reader, who draws up a draft from the document alone, would have read otherwise: comparator,
 * year and where it stands, kind, unit, indicator. A reason in `readAs` settles a field; one that settles nothing
 * is told too.
 */
export const secondReaderRule: PlanRule = {
  id: 'second-reader',
  check: (linted, { catalogue }) => {
    const reader = secondReader(linted.plan, catalogue);
    return linted.plan.targets.flatMap((target): Finding[] => {
      const otherwise = readOtherwise(target, reader);
      const settled = settledFields(linted, target.id);
      const open = otherwise.filter(({ field }) => !settled.includes(field));
      const idle = settled.filter(
        (field) =>
          !otherwise.some((one) => one.field === field) &&
          !(field === 'kind' && saysPointsOrPercent(target, reader)),
      );
      const named = nameTarget(target);
      return [
        ...(open.length === 0
          ? []
          : [
              report('lint-read-otherwise', placeOf(linted, target), {
                target: named,
                quote: target.citations[0].quote,
                otherwise: open,
              }),
            ]),
        ...(idle.length === 0
          ? []
          : [
              report('lint-read-as-idle', placeOf(linted, target, 'readAs'), { target: named, fields: idle }),
            ]),
      ];
    });
  },
};

/** The fields of a row that the plan file gives a reason for. */
function settledFields({ plan }: LintPlan, id: string): readonly (typeof fieldsRead)[number][] {
  const readAs = plan.file.targets.find((one) => one.id === id)?.readAs ?? {};
  return fieldsRead.filter((field) => readAs[field] !== undefined);
}
