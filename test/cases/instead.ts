import { figureKey } from '../../core/observation/key.ts';
import type { Baseline, WorkbookRequest } from '../../core/workbook/request.ts';

/** What a sibling of a case has in place of what stands in its file. */
export interface Instead {
  /** By indicator of the whole unit, of the round's year. */
  figures?: Record<string, number>;
  /** The same, of the year before. */
  before?: Record<string, number>;
  baselines?: Record<string, Partial<Baseline>>;
  /** Values assigned for the round's year. */
  assigned?: Record<string, number>;
}

/** Key of the figure of an indicator, of the whole unit where no stratum is named. */
export const keyOf = (indicator: string): string =>
  indicator.includes('|') ? indicator : figureKey(indicator, null);

/** The request of the same workbook with other figures typed, baselines known or values assigned. */
export function insteadOf(
  request: WorkbookRequest,
  { figures, before, baselines, assigned }: Instead,
): WorkbookRequest {
  const { known, round } = request;
  const typed = new Map(
    [figures, before].flatMap((one, back) =>
      Object.entries(one ?? {}).map(([indicator, value]) => [`${keyOf(indicator)}|${round - back}`, value]),
    ) as [string, number][],
  );
  const based = new Map(Object.entries(baselines ?? {}).map(([one, to]) => [keyOf(one), to]));
  const given = new Map(Object.entries(assigned ?? {}).map(([one, value]) => [keyOf(one), value]));
  return {
    ...request,
    known: {
      figure: (key, period) => typed.get(`${key}|${period}`) ?? known.figure(key, period),
      source: () => null,
      baseline: (key) => ({ ...known.baseline(key), ...based.get(key) }),
    },
    assigned: (key) => {
      const values = new Map(request.assigned(key));
      const [value, old] = [given.get(key), values.get(round)];
      if (value !== undefined && old) values.set(round, { ...old, value });
      return values;
    },
  };
}
