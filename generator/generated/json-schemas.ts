import * as z from 'zod';
import { catalogueFileSchema } from '../../core/catalogue/schema.ts';
import { changeMapSchema } from '../../core/changes/change-map.ts';
import { planFileSchema } from '../../core/plan/schema.ts';
import { roundsFileSchema } from '../../core/round/schema.ts';

/** A generated file: path relative to the package, with forward slashes, and its text. */
export interface GeneratedFile {
  path: string;
  content: string;
}

const schemas = {
  'seeds/schema/plan.schema.json': { title: 'seeds/<plan-id>/plan.yaml', schema: planFileSchema },
  'seeds/schema/rounds.schema.json': { title: 'seeds/rounds.yaml', schema: roundsFileSchema },
  'seeds/schema/changes.schema.json': { title: 'changes.yaml', schema: changeMapSchema },
  'seeds/schema/catalogue.schema.json': { title: 'seeds/catalogue.yaml', schema: catalogueFileSchema },
};

/** JSON Schemas with which an editor completes and checks the YAML files as they are typed. */
export function jsonSchemas(): GeneratedFile[] {
  return Object.entries(schemas).map(([path, { title, schema }]) => {
    const { $schema, ...generated } = z.toJSONSchema(schema, { io: 'input', override: allowUnquoted });
    return { path, content: `${JSON.stringify({ $schema, title, ...generated }, null, 2)}\n` };
  });
}

/**
 * Editors read an unquoted `2025` as a number, we as text: where the schema wants text, a number is as good.
 */
function allowUnquoted({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.type !== 'string') return;
  if (typeof jsonSchema.const === 'string') {
    jsonSchema.enum = [jsonSchema.const, Number(jsonSchema.const)];
    delete jsonSchema.const;
    delete jsonSchema.type;
  } else if (jsonSchema.enum === undefined) {
    // BaseSchema lists single types only; JSON Schema takes several.
    Object.assign(jsonSchema, { type: ['string', 'number'] });
  }
}
