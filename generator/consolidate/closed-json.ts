import type { ClosedRound } from '../../core/consolidate/consolidate.ts';
import { countChanges } from '../../core/consolidate/late-correction.ts';
import { figureText } from '../../core/store/entry.ts';
import { returnName } from '../../core/store/model.ts';

/** A closing for programs: who, when, and what has changed since. */
export function closedJson(closed: ClosedRound) {
  const { by, isAsItWas, givenDoubt, corrections, disputed, countedOtherwise } = closed;
  return {
    at: by.at,
    by: by.by,
    checksum: by.closing.checksum,
    asItWas: isAsItWas,
    givenDoubt: givenDoubt ?? null,
    leftOpen: by.closing.leftOpen,
    changed: countChanges(corrections),
    corrections: corrections.map(({ key, before, after, reasons, given, come }) => ({
      key,
      before: before && figureText(before),
      after: after && figureText(after),
      return: after && given === undefined ? returnName(after.return) : null,
      ...(given === undefined ? {} : { given: { ...given, before: before?.kind, after: after?.kind } }),
      ...(come === undefined ? {} : { state: come }),
      reasons,
    })),
    disputed: disputed.map(({ key }) => key),
    countedOtherwise,
  };
}
