import { join } from 'node:path';
import * as z from 'zod';
import { CommandFailure } from '../failure.ts';
import { orMissing } from '../or-missing.ts';
import { readRegular } from '../regular-file.ts';
import { STORE_VERSION } from './tables.ts';
import { MANIFEST_SCHEMA, sha256OfFile, type ParquetFile } from './parquet.ts';

/** The file that says what lies in a folder of Parquet. */
export const MANIFEST = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.number().int().min(0);
const file = (path: RegExp) =>
  z.strictObject({
    path: z.string().regex(path),
    rows: count,
    sum: z.string().nullable(),
    sha256,
  });

const round = z.strictObject({
  province: z.string().regex(/^VN\d{2}(?:-\d{4})?$/u),
  round: z.string().min(1),
  plans: z.array(z.string()),
  closed: z.strictObject({
    number: z.number().int().min(1),
    at: z.string(),
    by: z.string(),
    reason: z.string(),
    round: z.string(),
    sum: z.string().optional(),
    checksum: sha256,
    figures: count,
    leftOpen: z.array(z.string()),
  }),
  inForce: z.strictObject({ checksum: sha256, figures: count }),
  corrections: count,
  elsewhere: count,
});

/** manifest.json; its paths lead nowhere but below the folder. */
const manifestSchema = z.strictObject({
  schema: z.number().int(),
  store: z.number().int(),
  program: z.string(),
  entries: z.array(file(/^ky=[\w-]+\/tinh=\w*\/entries\.parquet$/u)),
  returns: file(/^returns\.parquet$/u),
  decisions: file(/^decisions\.parquet$/u),
  round: round.optional(),
  given: z
    .array(z.strictObject({ path: z.string().regex(/^given\/[0-9a-f]{64}\.(?:csv|xlsx)$/u), sha256 }))
    .max(2)
    .optional(),
});
export type Manifest = z.output<typeof manifestSchema>;

/**
 * Reads the manifest of a folder and holds every file against it.
 * @throws CommandFailure when it is none, of a later version, or a file is missing or another one
 */
export async function readManifest(from: string): Promise<Manifest> {
  const refuse = (why: string) =>
    new CommandFailure(
      `${join(from, MANIFEST)}: ${why}. Hãy đưa thư mục do "chitieu store export --parquet" ghi (no exported store).`,
    );
  const bytes = await orMissing(readRegular(join(from, MANIFEST)));
  if (bytes === null) throw refuse('không có tệp này');
  const parsed = manifestSchema.safeParse(jsonOf(bytes.toString()));
  if (!parsed.success) throw refuse('không phải bản kê của kho đã xuất');
  const { schema, store } = parsed.data;
  if (schema > MANIFEST_SCHEMA || store > STORE_VERSION)
    throw refuse('do bản chương trình mới hơn ghi; hãy nâng cấp chương trình');
  for (const { path, sha256: said } of filesOf(parsed.data)) {
    const found = await orMissing(sha256OfFile(join(from, ...path.split('/'))));
    if (found !== said)
      throw new CommandFailure(
        `${path}: ${found === null ? 'thiếu tệp' : 'tệp đã đổi so với manifest.json'}. Chưa nhập gì; hãy lấy lại cả thư mục đã xuất (a file is missing or changed).`,
      );
  }
  return parsed.data;
}

/** The files a manifest lists. */
export function filesOf({
  entries,
  returns,
  decisions,
  given = [],
}: Pick<Manifest, 'entries' | 'returns' | 'decisions' | 'given'>): Pick<ParquetFile, 'path' | 'sha256'>[] {
  return [...entries, returns, decisions, ...given];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
