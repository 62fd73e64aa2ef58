import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { measure, type Measured } from '../../../bench/draft/measure.ts';
import { readTables } from '../../../bench/draft/tables.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { withSeparatedTables } from '../../../core/draft/separated-tables.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { theCatalogue } from './seeds.ts';

type Field = 'found' | 'precision' | 'accepted' | 'comparator' | 'kind' | 'year' | 'allFour' | 'stratum';

describe('whole documents are read as a careful reader reads them', () => {
  let measured: { name: string; result: Measured }[];
  beforeAll(async () => {
    const catalogue = await theCatalogue();
    const documents = await readTables(join(packageRoot(), 'bench/draft/documents'));
    measured = documents.map(({ name, text, expected }) => ({
      name,
      result: measure(draftOf(plainDocument(withSeparatedTables(text)), catalogue), expected),
    }));
  });

  // Shares of all rows; a mend that reads one document better must not read the others worse.
  it.each<[Field, number]>([
    ['found', 0.99],
    ['precision', 0.98],
    ['accepted', 0.97],
    ['comparator', 0.995],
    ['kind', 0.98],
    ['year', 0.98],
    ['allFour', 0.975],
    ['stratum', 0.7],
  ])('%s', (field, least) => {
    const [right, of] = measured
      .map(({ result }) => result[field])
      .reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    const wrong = measured.flatMap(({ name, result }) => result.wrong.map((line) => `${name} ${line}`));
    expect(right / of, wrong.join('\n')).toBeGreaterThanOrEqual(least);
  });
});
