import { Parser, parseDocument, stringify, type CST } from 'yaml';
import type { Raw, RawEntry } from '../../core/planning/book.ts';

/** A plan file as text: the same entries give the same bytes. */
export function planText(file: RawEntry): string {
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A comment of a file, which a file that is written anew does not have. */
export interface Comment {
  /** 1-based line. */
  line: number;
  text: string;
}

/** The comments of a YAML file, in order. */
export function commentsIn(text: string): Comment[] {
  const found: Comment[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const token = value as Partial<CST.SourceToken>;
      if (token.type === 'comment' && typeof token.source === 'string' && typeof token.offset === 'number')
        found.push({ line: text.slice(0, token.offset).split('\n').length, text: token.source });
      else Object.values(value).forEach(walk);
    }
  };
  for (const token of new Parser().parse(text)) walk(token);
  return found.sort((one, other) => one.line - other.line);
}

/** The overlay over the catalogue with entries added at the end of its lists; everything else stays as it is. */
export function overlayWith(
  text: string,
  added: {
    readonly indicators: readonly RawEntry[];
    readonly measureUnits: readonly RawEntry[];
    readonly strata: readonly RawEntry[];
  },
): string {
  const document = parseDocument(text, { schema: 'failsafe', version: '1.2' });
  for (const [list, entries] of Object.entries(added) as [string, readonly Raw[]][]) {
    if (entries.length === 0) continue;
    const before = document.get(list);
    const isBlank =
      before === undefined ||
      before === null ||
      (typeof before === 'object' && 'items' in before && (before.items as unknown[]).length === 0);
    // An empty list is written `[]`: it is put anew, so that its entries stand one below the other.
    if (isBlank) document.set(list, document.createNode(entries, { aliasDuplicateObjects: false }));
    else
      for (const entry of entries)
        document.addIn([list], document.createNode(entry, { aliasDuplicateObjects: false }));
  }
  return document.toString({ lineWidth: 0 });
}
