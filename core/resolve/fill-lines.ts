import { wholeTokenOccurrences } from '../base/number.ts';
import { foldWithLines, fold, occurrences, type FoldedText } from '../base/text.ts';

/**
 * A plan file as read from YAML, with the lines that its entries leave out: that of the number, or of the beginning
 * of the quote where none is printed. Where the quote stands at several places nothing is chosen.
 */
export function fillLines(file: unknown, source: string): unknown {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return file;
  const lists = ['targets', 'baselines', 'deadlines'];
  const fields = file as Record<string, unknown>;
  if (!lists.some((list) => asList(fields[list]).some(lacksLine))) return file;
  const document = foldWithLines(source);
  const filled = lists.flatMap((list) =>
    Array.isArray(fields[list])
      ? [[list, fields[list].map((entry) => withLine(entry, document))] as const]
      : [],
  );
  return { ...fields, ...Object.fromEntries(filled) };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function lacksLine(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'quote' in entry && !('line' in entry);
}

function withLine(entry: unknown, document: FoldedText): unknown {
  if (!lacksLine(entry)) return entry;
  const { id, quote, printed, ...rest } = entry as Record<string, unknown>;
  const lines =
    typeof quote === 'string' ? linesOf(quote, typeof printed === 'string' ? printed : null, document) : [];
  const [line] = lines;
  if (line === undefined || lines.length > 1) return entry;
  const { kind, comparator, indicator, ...others } = rest;
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
