import {
  descriptorSchema,
  EXCHANGE_SCHEMA,
  READ_SCHEMAS,
  type Descriptor,
} from '../../core/exchange/descriptor.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { decodeUtf8 } from './decode.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';
import type { ReturnFile } from './write-return.ts';

const report = reporter(csvReturnMessages);

/** Reads a descriptor; its paths are only compared with names of files that were given, never opened. */
export function readDescriptor(
  { name, bytes }: ReturnFile,
  limits: CsvLimits = CSV_LIMITS,
): { value: Descriptor | null; findings: Finding[] } {
  const place = { file: name };
  const refuse = (finding: Finding) => ({ value: null, findings: [finding] });
  if (bytes.length > limits.descriptorBytes)
    return refuse(report('csv-too-large', place, { bytes: bytes.length, limit: limits.descriptorBytes }));
  const text = decodeUtf8(bytes);
  if (text === null) return refuse(report('csv-descriptor-invalid', place, { reason: 'UTF-8' }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse(report('csv-descriptor-invalid', place, { reason: 'JSON' }));
  }
  const version = versionOf(json);
  if (version !== undefined && !READ_SCHEMAS.some((one) => one === version))
    return refuse(
      report('csv-descriptor-newer', place, {
        found: String(JSON.stringify(version)),
        known: EXCHANGE_SCHEMA,
      }),
    );
  const parsed = descriptorSchema.safeParse(json);
  if (parsed.success) return { value: parsed.data, findings: [] };
  const reason = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return refuse(report('csv-descriptor-invalid', place, { reason: reason === '' ? 'object' : reason }));
}

function versionOf(json: unknown): unknown {
  const own = typeof json === 'object' && json !== null && 'chitieu' in json ? json.chitieu : undefined;
  return typeof own === 'object' && own !== null && 'schema' in own ? own.schema : undefined;
}
