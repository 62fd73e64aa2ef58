import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exchangeNames } from '../../../core/exchange/names.ts';
import { tableIds, tables } from '../../../core/exchange/tables.ts';
import { readReturnCsv } from '../../../formats/csv/read-return.ts';
import { exchangeContext } from '../../../generator/exchange-files/context.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const page = readFileSync(join(packageRoot(), 'docs/exchange.md'), 'utf8');

describe('the page of the exchange files', () => {
  it('shows an example that reads as it stands', async () => {
    const [, example = ''] = /^```csv\n(.*?)^```/msu.exec(page) ?? [];
    const { catalogue, plans } = await loadSeeds();
    const names = exchangeNames(exchangeContext(catalogue, plans).units, {
      indicators: catalogue.indicators.values(),
      strata: catalogue.strata.values(),
    });
    const bytes = new TextEncoder().encode(example);
    const { value, findings } = await readReturnCsv([{ name: 'a.observations.csv', bytes }], names);
    expect(findings.map(({ code }) => code)).toEqual(['return-no-descriptor']);
    expect(value?.observations.map(({ figure }) => figure)).toEqual([11940, '...', 16.25]);
    expect(value?.remarks).toHaveLength(2);
  });

  it('has every column with the tables it is in, and every word a column takes', () => {
    const documented = [...page.matchAll(/^\| `([a-zA-Z]+)` +\| ([a-z, ]+?) +\|/gmu)].map(
      ([, column, where]) => [column, where],
    );
    const columns = tableIds.flatMap((id) => tables[id].columns);
    const expected = [...new Set(columns.map(({ name }) => name))].map((name) => {
      const of = tableIds.filter((id) => tables[id].columns.some((column) => column.name === name));
      return [name, of.length === tableIds.length ? 'all' : of.join(', ')];
    });
    const sorted = (rows: unknown[][]) => rows.map((row) => row.join(': ')).sort();
    expect(sorted(documented)).toEqual(sorted(expected));
    const words = columns.flatMap((column) => Object.keys(column.words ?? {}));
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });
});
