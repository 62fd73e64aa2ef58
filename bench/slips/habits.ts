/** How a unit fills in its form. */
export interface Habit {
  name: string;
  /** Shares as published, or as numerator over denominator. */
  rates: 'published' | 'parts';
  hasHistory: boolean;
  /** Whether the planner gave the baselines, of the year before the first round. */
  hasBaselines: boolean;
  /** Whether the units are communes: their own forms, and their rows in the tables of the province's bodies. */
  isOfCommunes?: true;
}

export const HABITS: readonly Habit[] = [
  { name: 'first cycle, published rates', rates: 'published', hasHistory: false, hasBaselines: false },
  { name: 'first cycle, numerators', rates: 'parts', hasHistory: false, hasBaselines: false },
  { name: 'first cycle, rates, baselines', rates: 'published', hasHistory: false, hasBaselines: true },
  { name: 'history, published rates', rates: 'published', hasHistory: true, hasBaselines: false },
  { name: 'history, numerators', rates: 'parts', hasHistory: true, hasBaselines: false },
  ...(['published', 'parts'] as const).flatMap((rates): Habit[] =>
    [false, true].map((hasHistory) => ({
      name: `communes, ${hasHistory ? 'history' : 'first cycle'}, ${rates === 'parts' ? 'numerators' : 'published rates'}`,
      rates,
      hasHistory,
      hasBaselines: false,
      isOfCommunes: true,
    })),
  ),
];
