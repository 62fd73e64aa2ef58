import { wholeTokenOccurrences } from '../base/number.ts';
import { foldWithLines, fold, occurrences, type FoldedText } from '../base/text.ts';

/** What holds entries that stand on a line, with the field whose words stand there. */
const LISTS = { sections: 'title', targets: 'quote', baselines: 'quote', deadlines: 'quote' } as const;

/**
 * A plan file as read from YAML, with the lines that its entries leave out: that of the number, or of the beginning
 * of the quote or title where none is printed. Where it stands at several places nothing is chosen.
 */
export function fillLines(file: unknown, source: string): unknown {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return file;
  const lists = Object.entries(LISTS);
  const fields = file as Record<string, unknown>;
  if (!lists.some(([list, words]) => asList(fields[list]).some((entry) => lacksLine(entry, words))))
    return file;
  const document = foldWithLines(source);
  const filled = lists.flatMap(([list, words]) =>
    Array.isArray(fields[list])
      ? [[list, fields[list].map((entry) => withLine(entry, words, document))] as const]
      : [],
  );
  return { ...fields, ...Object.fromEntries(filled) };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function lacksLine(entry: unknown, words: string): boolean {
  return typeof entry === 'object' && entry !== null && words in entry && !('line' in entry);
}

function withLine(entry: unknown, words: string, document: FoldedText): unknown {
  if (!lacksLine(entry, words)) return entry;
  const { id, printed, ...rest } = entry as Record<string, unknown>;
  const said = rest[words];
  const lines =
    typeof said === 'string' ? linesOf(said, typeof printed === 'string' ? printed : null, document) : [];
  const [line] = lines;
  if (line === undefined || lines.length > 1) return entry;
  const { kind, comparator, indicator, quote, ...others } = rest;
  return defined({ id, indicator, kind, comparator, line: String(line), quote, printed, ...others });
}

function defined(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

/** The lines on which a quote, or the number in it, stands. */
function linesOf(quote: string, printed: string | null, document: FoldedText): number[] {
  const folded = fold(quote);
  const starts = occurrences(document.text, folded);
  const number = printed === null ? null : fold(printed);
  const offsets = number === null ? [0] : wholeTokenOccurrences(folded, number, occurrences(folded, number));
  const [offset] = offsets;
  if (offset === undefined || offsets.length > 1) return [];
  return [...new Set(starts.map((start) => document.lineAt[start + offset] ?? 0))];
}
