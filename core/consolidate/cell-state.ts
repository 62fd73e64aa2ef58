/** What the figure of a unit is, once it is to be added up. */
export const cellStates = [
  'accepted',
  'to-explain',
  'blocked',
  'conflicting',
  'held-back',
  'missing',
  'not-asked',
] as const;
export type CellState = (typeof cellStates)[number];

/** Their numbers, as columns hold them. */
export const STATE = Object.fromEntries(cellStates.map((state, at) => [state, at])) as Record<
  CellState,
  number
>;
