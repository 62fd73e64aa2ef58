import * as z from 'zod';
import { unitId } from '../unit/row-fields.ts';
import { slug } from '../base/fields.ts';
import { isDay } from '../sheet/day-cell.ts';
import type { ExchangeNames } from './names.ts';
import { dialects, LINE_END, profiles, type Profile } from './profile.ts';
import { periodText, returnName, type ReturnFigures } from './return-figures.ts';
import { tableIds, tables, type ExchangeColumn, type ExchangeTable, type TableId } from './tables.ts';

/** Version of the exchange format: 2 since the checksum of a row covers only what matters. */
export const EXCHANGE_SCHEMA = 2;
/** Versions that are read. */
export const READ_SCHEMAS = [1, EXCHANGE_SCHEMA] as const;

/** What a descriptor's own part may say at most of the plans and files of one return. */
const MANY = 100;

/** How many errors of one code a workbook had. */
export interface CodeCount {
  code: string;
  count: number;
}

/** A written file as the descriptor lists it. */
export interface WrittenFile {
  table: TableId;
  /** File name without folder. */
  path: string;
  bytes: number;
  /** SHA-256 in hexadecimal. */
  sha256: string;
  /** Rows without the header. */
  rows: number;
}

/** What is said of a return beside its tables. */
export interface ReturnHead {
  profile: Profile;
  names: ExchangeNames | null;
  /** Version of the workbook's layout; null where it is not known. */
  templateSchema: number | null;
  /** Errors that a check found in the workbook. */
  errors: readonly CodeCount[];
  /** It was written although figures may stand under a wrong name. */
  forced: boolean;
}

/** Counts findings by code, in the order of the codes. */
export function countCodes(findings: readonly { code: string }[]): CodeCount[] {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, count }));
}

/** The part of a descriptor that our reader relies on; everything else of it is for others. */
export const descriptorSchema = z.object({
  resources: z
    .array(
      z.object({
        name: z.enum(tableIds),
        path: z.string().max(255),
        bytes: z.number().int().min(0),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
        rowCount: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(tableIds.length),
  chitieu: z.object({
    schema: z.literal(READ_SCHEMAS),
    profile: z.enum(profiles),
    templateSchema: z.number().int().nullable(),
    unit: unitId,
    reporter: unitId,
    round: periodText,
    sample: z.boolean(),
    plans: z.array(z.object({ id: slug, hash: z.string().max(MANY) })).max(MANY),
    errors: z.number().int().min(0),
    errorCodes: z
      .array(z.object({ code: z.string().regex(/^[a-z0-9-]{1,60}$/u), count: z.number().int().min(1) }))
      .max(MANY)
      .optional(),
    forced: z.boolean().optional(),
    replaces: z.string().refine(isDay).optional(),
  }),
});

/** A descriptor as far as it was checked. */
export type Descriptor = z.output<typeof descriptorSchema>;

/**
 * The Data Package (version 2) descriptor of a return. No date is in it: the same figures give the same
 * descriptor.
 */
export function describeReturn(
  figures: ReturnFigures,
  files: readonly WrittenFile[],
  { profile, names, templateSchema, errors, forced }: ReturnHead,
): Descriptor & Record<string, unknown> {
  const { unit, reporter, round, sample } = figures;
  const unitName = names?.units.get(unit) ?? unit;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: returnName(figures).toLowerCase(),
    title: `${unitName}: báo cáo kỳ ${round}`,
    ...(sample ? { description: 'Số liệu mẫu, không phải số thật (made-up figures, not real ones).' } : {}),
    resources: files.map((file) => ({
      name: file.table,
      type: 'table',
      title: `${tables[file.table].title.vi} (${tables[file.table].title.en})`,
      path: file.path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      rowCount: file.rows,
      dialect: dialectOf(profile),
      schema: schemaOf(tables[file.table], profile),
    })),
    chitieu: {
      schema: EXCHANGE_SCHEMA,
      profile,
      templateSchema,
      unit,
      unitName,
      reporter,
      round,
      sample,
      plans: [...figures.plans].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, hash]) => ({ id, hash })),
      errors: errors.reduce((sum, { count }) => sum + count, 0),
      // A sound workbook has neither.
      ...(errors.length > 0 ? { errorCodes: [...errors] } : {}),
      ...(forced ? { forced } : {}),
      // As in the workbooks issued before their cover asked for it, a first return says nothing.
      ...(figures.replaces === null ? {} : { replaces: figures.replaces }),
    },
  } as Descriptor & Record<string, unknown>;
}

function dialectOf(profile: Profile) {
  const { delimiter } = dialects[profile];
  return { delimiter, lineTerminator: LINE_END, quoteChar: '"', doubleQuote: true, header: true };
}

function schemaOf(table: ExchangeTable, profile: Profile) {
  return {
    fields: table.columns.map((column) => fieldOf(column, profile)),
    primaryKey: table.key,
    // Without a label, which readers of the standard's first version cannot read.
    missingValues: [''],
  };
}

function fieldOf(column: ExchangeColumn, profile: Profile) {
  const { name, kind, title, required, pattern, words } = column;
  return {
    name,
    title: title.vi,
    description: title.en,
    type: kind === 'number' ? 'number' : 'string',
    ...(kind === 'number' && profile === 'excel' ? { decimalChar: dialects.excel.decimalSign } : {}),
    ...(words === undefined
      ? {}
      : {
          categories: Object.entries(words).map(([value, { vi, en }]) => ({ value, label: `${vi} (${en})` })),
        }),
    ...(required || pattern !== undefined || words !== undefined
      ? {
          constraints: {
            ...(required ? { required } : {}),
            ...(pattern === undefined ? {} : { pattern }),
            ...(words === undefined ? {} : { enum: Object.keys(words) }),
          },
        }
      : {}),
  };
}
