import type { TargetKind } from '../../plan/schema.ts';
import type { KindDefinition } from '../kind.ts';
import { change } from './change.ts';
import { flow } from './flow.ts';
import { growth } from './growth.ts';
import { level } from './level.ts';
import { maintain } from './maintain.ts';
import { milestone } from './milestone.ts';
import { relative } from './relative.ts';
import { total } from './total.ts';

/** Every kind of target by its name; a kind without its file does not compile. */
export const kinds: Record<TargetKind, KindDefinition> = {
  level,
  change,
  growth,
  relative,
  flow,
  total,
  maintain,
  milestone,
};

/** The kind of a target or series. */
export function kindOf({ kind }: { readonly kind: TargetKind }): KindDefinition {
  return kinds[kind];
}

/** Whether a target asks for a figure of the indicator itself; not for a change, or for a sum of years. */
export function asksForFigure(target: { readonly kind: TargetKind }): boolean {
  const { hasValue, isRate, isOfPeriod } = kindOf(target);
  return hasValue && !isRate && !isOfPeriod;
}

/** What a task with a date is followed as: it is done or not done. */
export const DEADLINE_KIND = 'milestone' satisfies TargetKind;

/** What a value is that no target speaks of: one of the figure itself. */
export const PLAIN_KIND = 'level' satisfies TargetKind;
