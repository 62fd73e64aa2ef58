import type { TargetKind } from '../../plan/schema.ts';
import type { KindDefinition } from '../kind.ts';
import { change } from './change.ts';
import { flow } from './flow.ts';
import { growth } from './growth.ts';
import { level } from './level.ts';
import { maintain } from './maintain.ts';
import { milestone } from './milestone.ts';
import { total } from './total.ts';

/** Every kind of target by its name; a kind without its file does not compile. */
export const kinds: Record<TargetKind, KindDefinition> = {
  level,
  change,
  growth,
  flow,
  total,
  maintain,
  milestone,
};
