import type { EarlierFigure } from './earlier.ts';

/** What can become of an earlier figure. */
export type Outcome = 'carried' | 'converted' | 'kept-aside' | 'needs-decision';

/** Why an earlier figure is in no new workbook. */
export const asideReasons = [
  'retired',
  'break',
  'split',
  'no-column',
  'named',
  'not-asked',
  'nothing-asked',
  'unit-part',
  'elsewhere',
  'incomplete',
  'made-anew',
  'not-additive',
  'own-figure',
  'this-round',
  'given',
  'less-sure',
  'beside',
  'replaced',
  'other-baseline',
  'before',
] as const;

/** Why somebody has to decide about an earlier figure. */
export const decisionReasons = [
  'undecided',
  'not-in-map',
  'unknown-unit',
  'conflict',
  'unread',
  'held-back',
  'unaccepted',
] as const;

export type Why = (typeof asideReasons)[number] | (typeof decisionReasons)[number];

/** Reasons of figures that were not in force: whatever plan comes next, these stay with them. */
export const notInForce: ReadonlySet<Why> = new Set([
  'beside',
  'replaced',
  'conflict',
  'unread',
  'held-back',
  'unaccepted',
  'before',
]);

/** Where the reason leaves a figure. */
export function outcomeOf(why: Why): Extract<Outcome, 'kept-aside' | 'needs-decision'> {
  return (decisionReasons as readonly Why[]).includes(why) ? 'needs-decision' : 'kept-aside';
}

/** A cell of a new workbook that an earlier figure went into. */
export interface FilledCell {
  field: 'value' | 'baseline';
  unit: string;
  key: string;
  /** Of a baseline the year. */
  period: string;
  /** By what the earlier number was multiplied; `1` where it is as it was. */
  factor: string;
  /** How many earlier figures the cell is made of. */
  parts: number;
  /** Id of the body in whose table by commune the cell is; without one it is in the workbook of the unit. */
  tableOf?: string;
}

/** An earlier figure and what became of it. */
export interface RollOverLine {
  figure: EarlierFigure;
  outcome: Outcome;
  /** Null where it is in a new workbook. */
  why: Why | null;
  /** What is to be known beside the reason: units, figures, words of a map. */
  detail: string;
  /** The cells it went into; none where it is kept aside. */
  to: readonly FilledCell[];
}
