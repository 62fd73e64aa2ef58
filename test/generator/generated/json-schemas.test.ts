import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../../generator/generated/json-schemas.ts';
import { packageRoot } from '../../../generator/package-root.ts';

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  prefixItems?: Schema[];
}

/** Checks the few keywords our schemas use; enough to see that an editor would not complain. */
function complaints(schema: Schema, value: unknown, path: string): string[] {
  if (schema.enum !== undefined) return schema.enum.includes(value) ? [] : [`${path}: ${String(value)}`];
  if (schema.anyOf !== undefined) {
    const of = schema.anyOf.map((one) => complaints(one, value, path));
    return of.some((said) => said.length === 0) ? [] : of.flat();
  }
  const types = [schema.type ?? []].flat();
  const actual = Array.isArray(value) ? 'array' : typeof value;
  if (!types.includes(actual)) return [`${path}: ${actual}, not ${types.join('/')}`];
  if (
    typeof value === 'string' &&
    schema.pattern !== undefined &&
    !new RegExp(schema.pattern, 'u').test(value)
  ) {
    return [`${path}: ${value}`];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      complaints(schema.prefixItems?.[index] ?? schema.items ?? {}, item, `${path}[${index}]`),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value);
  return [
    ...(schema.required ?? []).filter((field) => !(field in value)).map((field) => `${path}: no ${field}`),
    ...fields.flatMap(([field, inner]) => {
      const { additionalProperties: others, propertyNames = {} } = schema;
      const property = schema.properties?.[field] ?? (typeof others === 'object' ? others : undefined);
      const named = schema.properties?.[field] ? [] : (propertyNames.enum ?? [field]);
      if (property === undefined || (named.length > 0 && !named.includes(field)))
        return [`${path}: ${field}`];
      return complaints(property, inner, `${path}.${field}`);
    }),
  ];
}

describe('jsonSchemas', () => {
  const schemas = Object.fromEntries(
    jsonSchemas().map(({ path, content }) => [path, JSON.parse(content) as Schema & { $schema: string }]),
  );
  const plan = schemas['seeds/schema/plan.schema.json'];
  const catalogue = schemas['seeds/schema/catalogue.schema.json'];

  it('refuse other fields and name the required ones', () => {
    const target = plan?.properties?.targets?.items;
    expect(target?.additionalProperties).toBe(false);
    expect(target?.required).toEqual(
      expect.arrayContaining(['id', 'indicator', 'kind', 'line', 'quote', 'yearBasis']),
    );
    expect(target?.required).not.toContain('comparator');
    expect(target?.properties?.kind?.enum).toContain('milestone');
    expect(catalogue?.properties?.indicators?.items?.required).toContain('direction');
  });

  it.each([
    ['seeds/catalogue.yaml', catalogue],
    ['seeds/lai-chau-2012/plan.yaml', plan],
    ['seeds/lai-chau-2024/plan.yaml', plan],
  ])('accept %s as an editor reads it, numbers and all', async (path, schema) => {
    const value: unknown = parse(await readFile(join(packageRoot(), path), 'utf8'));
    expect(complaints(schema ?? {}, value, '')).toEqual([]);
  });

  it('complain about what the loader refuses', () => {
    expect(complaints(plan ?? {}, { schema: 2 }, '')).toContain('.schema: 2');
    expect(complaints(plan ?? {}, { schema: 1, tilte: 'x' }, '')).toContain(': tilte');
  });
});
