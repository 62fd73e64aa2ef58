import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { catalogueFileSchema } from '../../../core/catalogue/schema.ts';
import { expectationVi } from '../../../core/base/message-pieces.ts';
import { planFileSchema } from '../../../core/plan/schema.ts';
import { unitRowSchema } from '../../../core/unit/unit.ts';
import { parseWith } from '../../../generator/plan-files/schema-findings.ts';

/** A value of the right shape whose every text is one that hardly any field takes. */
function wrongEverywhere(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return wrongEverywhere(schema.unwrap());
  if (schema instanceof z.ZodPipe) return wrongEverywhere(schema.in);
  if (schema instanceof z.ZodArray) return [wrongEverywhere(schema.element)];
  if (schema instanceof z.ZodTuple) return [' ', ' '];
  if (schema instanceof z.ZodObject) {
    const fields: [string, unknown][] = Object.entries(schema.shape as Record<string, unknown>);
    return Object.fromEntries(fields.map(([key, field]) => [key, wrongEverywhere(field)]));
  }
  return '';
}

describe('expectations of the file schemas', () => {
  it.each([
    ['plan.yaml', planFileSchema],
    ['catalogue.yaml', catalogueFileSchema],
    ['units', unitRowSchema],
  ] as [string, z.ZodType][])('are said in Vietnamese for every field of %s', (_, schema) => {
    const inputs = [wrongEverywhere(schema), {}];
    const expected = inputs.flatMap((input) =>
      parseWith(schema, input, 'x', () => 1).findings.map(
        ({ data }) => (data as { expected: string }).expected,
      ),
    );
    expect(expected.length).toBeGreaterThan(5);
    for (const words of new Set(expected)) {
      if (!words.startsWith('one of ')) expect(expectationVi(words), words).not.toBe(words);
    }
  });
});
