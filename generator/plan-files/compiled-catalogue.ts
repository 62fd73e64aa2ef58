import { createHash } from 'node:crypto';
import type { CatalogueFile } from '../../core/catalogue/schema.ts';
import { readText } from './read-text.ts';

/** The catalogue as it was read and checked, so that a start need not read and check it again. */
export const COMPILED_CATALOGUE = 'seeds/compiled/catalogue.json';

interface Compiled {
  /** SHA-256 of the text of `seeds/catalogue.yaml` it was made from. */
  of: string;
  catalogue: CatalogueFile;
}

/**
 * The compiled catalogue of a text.
 * @param text of `seeds/catalogue.yaml`
 * @param catalogue what the text says; it was checked without a finding
 */
export function compileCatalogue(text: string, catalogue: CatalogueFile): string {
  const compiled: Compiled = { of: hashOf(text), catalogue };
  return `${JSON.stringify(compiled)}\n`;
}

/**
 * What was compiled of exactly this text; null where nothing was. What the program itself makes of a text may
 * change with its version: `npm run fresh` and the tests hold the committed file against the text.
 * @param root of the program
 */
export async function compiledCatalogue(root: string, text: string): Promise<CatalogueFile | null> {
  const { value } = await readText(root, COMPILED_CATALOGUE);
  if (value === null) return null;
  try {
    const { of, catalogue } = JSON.parse(value) as Compiled;
    return of === hashOf(text) ? catalogue : null;
  } catch {
    // Cut off or edited: the text itself says it all.
    return null;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
