import { beforeAll, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { countsWholeThings } from '../../../core/catalogue/whole-things.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadCatalogue } from '../../../generator/plan-files/load.ts';

let catalogue: Catalogue | null = null;
beforeAll(async () => {
  catalogue = (await loadCatalogue(packageRoot())).value;
});

it.each([
  ['new-jobs', true],
  ['hospital-beds', true],
  ['hdi-group', true],
  ['malaria-eliminated', true],
  ['poverty-rate', false],
  ['life-expectancy', false],
  // A volume is measured, not counted.
  ['domestic-wastewater', false],
  ['domestic-wastewater-treated', false],
])('of %s it says whether whole things are counted: %s', (id, expected) => {
  const indicator = catalogue?.indicators.get(id);
  expect(indicator && countsWholeThings(indicator)).toBe(expected);
});
