import { expect, it } from 'vitest';
import { descriptorSchema } from '../../../core/exchange/descriptor.ts';
import { tables, type ExchangePlace } from '../../../core/exchange/tables.ts';
import { columnFields, entryFields, type EntryField } from '../../../core/workbook/entry-fields.ts';

it('a field without a place in the exchange does not compile', () => {
  const words = { vi: 'Minh chứng', en: 'The evidence' };
  const evidence = { family: 'figure', holds: 'text', words, counted: 'remarks' } as const;
  // @ts-expect-error it travels nowhere
  const nowhere: EntryField = evidence;
  // @ts-expect-error no table has such a column
  const elsewhere: ExchangePlace = { table: 'observations', column: 'evidence' };
  const here: ExchangePlace = { table: 'observations', column: 'reason' };
  expect([nowhere, elsewhere, here]).toHaveLength(3);
});

it('no two fields share a column of the exchange, and each has one', () => {
  const places = columnFields.map((field) => entryFields[field].exchange);
  const names = places.map(({ table, column }) => `${table}.${column}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { table, column } of places) {
    // What is said of the return itself travels in its descriptor.
    if (table === 'descriptor') expect(Object.keys(descriptorSchema.shape.chitieu.shape)).toContain(column);
    else expect(tables[table].columns.map(({ name }) => name)).toContain(column);
  }
});
