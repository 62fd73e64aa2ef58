import { join } from 'node:path';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { NotOpened, readRegular } from '../regular-file.ts';
import { fileMessages } from '../../core/base/file-messages.ts';

const report = reporter(fileMessages);

/** Larger than any plan document we know by a factor of ten; beyond it a file is not one of ours. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/**
 * Reads a UTF-8 file of the package. A byte order mark is dropped.
 * @param name path relative to `root`, with forward slashes, as findings show it
 */
export async function readText(
  root: string,
  name: string,
): Promise<{ value: string | null; findings: Finding[] }> {
  const { value: bytes, findings } = await readBytes(root, name);
  if (bytes === null) return { value: null, findings };
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), findings };
  } catch (error) {
    return { value: null, findings: [failure(error, name)] };
  }
}

/** Reads a file as it is, as {@link readText} does. */
export async function readBytes(
  root: string,
  name: string,
): Promise<{ value: Uint8Array | null; findings: Finding[] }> {
  try {
    const bytes = await readRegular(join(root, ...name.split('/')), MAX_FILE_BYTES);
    return { value: new Uint8Array(bytes), findings: [] };
  } catch (error) {
    return { value: null, findings: [failure(error, name)] };
  }
}

function failure(error: unknown, file: string): Finding {
  if (error instanceof NotOpened) return { ...error.finding, place: { file } };
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return report('text-file-missing', { file }, { file });
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return report('text-file-not-utf8', { file }, {});
  return report('text-file-unreadable', { file }, { reason: code });
}
