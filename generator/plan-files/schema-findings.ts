import * as z from 'zod';
import { closest } from '../../core/base/closest.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { type Locate, type Path, placeAt } from '../../core/base/locate.ts';
import { fileMessages } from '../../core/base/file-messages.ts';

const report = reporter(fileMessages);

/**
 * Parses data with a schema; what does not fit becomes findings that say what was found, what is expected
 * and, for a misspelt field, which fields exist.
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  file: string,
  locate: Locate,
): { value: z.output<Schema> | null; findings: Finding[] } {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data, findings: [] };
  const findings = parsed.error.issues.flatMap((issue) => describe(issue, schema, data, file, locate));
  return { value: null, findings };
}

function describe(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  data: unknown,
  file: string,
  locate: Locate,
): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    const allowed = fieldsAt(schema, path);
    return issue.keys.map((field) =>
      report('field-unknown', placeAt(file, locate, [...path, field]), {
        field,
        allowed,
        closest: closest(field, allowed),
      }),
    );
  }
  const place = placeAt(file, locate, path);
  const found = valueAt(data, path);
  const expected = expectation(issue);
  if (found === undefined) {
    return [report('field-missing', place, { field: String(path.at(-1) ?? ''), expected })];
  }
  const near =
    issue.code === 'invalid_value' && typeof found === 'string'
      ? closest(found, issue.values.map(String))
      : null;
  return [report('field-invalid', place, { found: shown(found), expected, closest: near })];
}

/** What was expected, in the words that core/base/message-pieces.ts knows. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'array' || issue.expected === 'tuple') return 'a list ([] when empty)';
    if (issue.expected === 'object' || issue.expected === 'record') return 'a group of fields';
    if (issue.expected === 'string') return 'text';
    if (issue.expected === 'int') return 'a whole number';
  }
  // Where a schema says nothing, the parser's own words are English alone.
  if (issue.code === 'too_small' && issue.message.startsWith('Too small'))
    return `not below ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) return `not above ${issue.maximum}`;
  return issue.message;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  const json = JSON.stringify(value);
  return json.length <= 60 ? json : `${json.slice(0, 59)}…`;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}

/** The fields an object of the schema has at a path. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const step of path) {
    at = unwrap(at);
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject && typeof step === 'string')
      at = (at.shape as Record<string, unknown>)[step];
    else return [];
  }
  at = unwrap(at);
  // Which of the shapes was meant is not known: every field of any of them is listed.
  const shapes = at instanceof z.ZodUnion ? at.options : [at];
  return [
    ...new Set(shapes.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape as object) : []))),
  ];
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  return schema;
}
