import type { Observation } from '../../core/observation/observation.ts';

/** Figures without where they come from: of one that was filled in beforehand only the workbook's definition tells. */
export function figuresAlone(observations: readonly Observation[] | undefined): unknown[] | undefined {
  return observations?.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([field]) => field !== 'source')),
  );
}
