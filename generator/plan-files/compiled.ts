import { createHash } from 'node:crypto';
import { readText } from './read-text.ts';

/** Where the files of the seeds lie as data, by the name of what they were made from; generated. */
export const COMPILED = 'seeds/compiled';

/** What a text says, so that a start need not read it again. */
interface Compiled {
  /** SHA-256 of the text it was made from. */
  of: string;
  value: unknown;
}

/**
 * The compiled form of a text.
 * @param value what the text says, without a finding; plain data
 */
export function compiledText(text: string, value: unknown): string {
  const compiled: Compiled = { of: hashOf(text), value };
  return `${JSON.stringify(compiled)}\n`;
}

/**
 * What was compiled of exactly this text; undefined where nothing was. What the program itself makes of a text may
 * change with its version: `npm run fresh` and the tests hold the committed files against the texts.
 * @param root of the program
 * @param name of the compiled file, without its ending
 */
export async function compiledOf(root: string, name: string, text: string): Promise<unknown> {
  const { value } = await readText(root, `${COMPILED}/${name}.json`);
  if (value === null) return undefined;
  try {
    const compiled = JSON.parse(value) as Compiled;
    return compiled.of === hashOf(text) ? compiled.value : undefined;
  } catch {
    // Cut off or edited: the text itself says it all.
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
