import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeWhole } from '../workbook/write-whole.ts';
import { readText } from './read-text.ts';

/** Where the files of the seeds lie as data, by the name of what they were made from; generated. */
export const COMPILED = 'seeds/compiled';

/** Counted up whenever other data are made of the same text: what was compiled before is then read by nobody. */
const FORM = 2;

/** What a text says, so that a start need not read it again. */
interface Compiled {
  /** SHA-256 of the text it was made from, and of how it was read. */
  of: string;
  /** SHA-256 of the value: one that was edited or damaged is not used. */
  is: string;
  value: unknown;
}

/**
 * The compiled form of a text.
 * @param value what the text says, without a finding; plain data
 */
export function compiledText(text: string, value: unknown): string {
  const compiled: Compiled = { of: hashOf(`${FORM}\n${text}`), is: hashOf(JSON.stringify(value)), value };
  return `${JSON.stringify(compiled)}\n`;
}

/**
 * What was compiled of exactly this text; undefined where nothing was. What the program itself makes of a text may
 * change with its version: `npm run fresh` and the tests hold the committed files against the texts.
 * @param root of the program or the workspace
 * @param path of the compiled file below it, with forward slashes
 */
export async function compiledOf(root: string, path: string, text: string): Promise<unknown> {
  const { value } = await readText(root, path);
  if (value === null) return undefined;
  try {
    const compiled = JSON.parse(value) as Compiled;
    const isOfIt = compiled.of === hashOf(`${FORM}\n${text}`);
    return isOfIt && compiled.is === hashOf(JSON.stringify(compiled.value)) ? compiled.value : undefined;
  } catch {
    // Cut off or edited: the text itself says it all.
    return undefined;
  }
}

/** Keeps what a text says for later starts; where nothing can be written, they read the text again. */
export async function keepCompiled(root: string, path: string, text: string, value: unknown): Promise<void> {
  await writeWhole(join(root, ...path.split('/')), compiledText(text, value)).catch(() => undefined);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
