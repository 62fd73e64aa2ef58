import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../core/exchange/profile.ts';
import { tables } from '../../../core/exchange/tables.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { fileOf, makeReturn, textOf, writeFiles } from './make-return.ts';

const PROFILE = 'test/fixtures/datapackage-2.0/datapackage.schema.json';
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
// A hint of the profile to editors.
ajv.addFormat('textarea', true);
const isDataPackage = ajv.compile(
  JSON.parse(readFileSync(join(packageRoot(), PROFILE), 'utf8')) as AnySchema,
);

/** The parts of a descriptor these tests look into. */
interface Seen {
  resources: {
    name: keyof typeof tables;
    path: string;
    bytes: number;
    hash: string;
    rowCount: number;
    dialect: Record<string, unknown>;
    schema: { fields: { name: string; type: string; decimalChar?: string }[]; missingValues: unknown };
  }[];
  chitieu: unknown;
}

describe.each(profiles)('the descriptor of a return in the %s profile', async (profile) => {
  const written = await writeFiles(makeReturn({ sample: true }), profile);
  const text = textOf(fileOf(written, '.datapackage.json'));
  const descriptor = JSON.parse(text) as Seen;

  it('is a Data Package 2.0', () => {
    expect(isDataPackage(descriptor), JSON.stringify(isDataPackage.errors)).toBe(true);
    // The profile would take notice: it is no schema that lets everything pass.
    expect(isDataPackage({ ...descriptor, resources: [{ name: 'x', path: '../x.csv' }] })).toBe(false);
  });

  it('says size, SHA-256 and rows of every file', () => {
    expect(descriptor.resources.map(({ name }) => name)).toEqual(['observations', 'verdicts', 'baselines']);
    for (const { path, bytes, hash, rowCount } of descriptor.resources) {
      const file = fileOf(written, path);
      expect(bytes).toBe(file.bytes.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(file.bytes).digest('hex')}`);
      expect(rowCount).toBe(path.includes('observations') ? 4 : 1);
    }
  });

  it('describes every column in its order, with the decimal sign of the profile', () => {
    for (const { name, schema, dialect } of descriptor.resources) {
      expect(schema.fields.map((field) => field.name)).toEqual(
        tables[name].columns.map((column) => column.name),
      );
      for (const field of schema.fields.filter(({ type }) => type === 'number'))
        expect(field.decimalChar ?? '.').toBe(profile === 'excel' ? ',' : '.');
      expect(dialect.delimiter).toBe(profile === 'excel' ? ';' : ',');
      // Readers of the standard's first version take texts alone.
      expect(schema.missingValues).toEqual(['']);
    }
  });

  it('says whose return it is, of which plans, and that its figures are made up', () => {
    expect(descriptor.chitieu).toEqual({
      schema: 2,
      profile,
      templateSchema: 2,
      unit: 'VN12',
      unitName: 'Tỉnh Lai Châu',
      reporter: 'VN12',
      round: '2023',
      sample: true,
      plans: [{ id: 'lai-chau-2021', hash: 'ab'.repeat(32) }],
      errors: 0,
    });
    expect(text).toContain('Số liệu mẫu');
  });
});
