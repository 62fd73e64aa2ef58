import type { Figure } from '../observation/figure.ts';
import type { EnteredBaseline } from '../observation/observation.ts';
import { figureKey } from '../observation/key.ts';
import { vintages } from '../observation/vintage.ts';
import { knownOf, type WorkbookDefinition } from '../workbook/definition.ts';
import type { ReturnedWorkbook } from './read.ts';
import type { KnownFigures } from '../workbook/request.ts';

/**
 * The figures and baselines of a returned workbook as what is known when it is built again: the results of
 * the rebuilt workbook are then those of the returned one. A figure that nobody changed keeps its source.
 */
export function knownFromReturned(
  returned: Pick<ReturnedWorkbook, 'observations' | 'baselines' | 'definition'>,
): KnownFigures {
  const keyOf = ({ indicator, stratum }: Pick<EnteredBaseline, 'indicator' | 'stratum'>) =>
    figureKey(indicator, stratum);
  // Where a period came back twice, the surer figure counts.
  const bySureness = [...returned.observations].sort(
    (a, b) => vintages.indexOf(a.vintage) - vintages.indexOf(b.vintage),
  );
  const figures = new Map<string, Figure>(
    bySureness.map((one) => [`${keyOf(one)}|${one.period}`, one.figure]),
  );
  const baselines = new Map(returned.baselines.map((one) => [keyOf(one), one]));
  const issued = returned.definition && knownOf(returned.definition);
  const figure: KnownFigures['figure'] = (key, period) => figures.get(`${key}|${period}`) ?? null;
  return {
    figure,
    source: (key, period) => {
      const given = issued?.figure(key, period) ?? null;
      return issued && (given === null || given === figure(key, period)) ? issued.source(key, period) : null;
    },
    baseline(key) {
      const { year = null, value = null, source = null } = baselines.get(key) ?? {};
      return { year, value, source };
    },
  };
}

/** The same with the sources that were printed beside what was filled in beforehand, changed since or not. */
export function withPrintedSources(known: KnownFigures, definition: WorkbookDefinition): KnownFigures {
  const { source } = knownOf(definition);
  return { ...known, source };
}
