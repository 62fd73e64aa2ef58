import { type Finding, type Place, reporter } from '../base/finding.ts';
import { checkCell } from './cell.ts';
import { planMessages } from './messages.ts';
import { wholeTokenOccurrences } from '../base/number.ts';
import { type FoldedText, fold, occurrences } from '../base/text.ts';

const report = reporter(planMessages);

/** What a plan file cites: a verbatim quote, the number in it, and the line on which that stands. */
export interface CitedText {
  /** Id of the statement that cites. */
  id: string;
  line: number;
  quote: string;
  /** Null where the end is implied and no number is printed. */
  printed: string | null;
  /** Where it stands in a table. */
  cell?: { row: string; column: string } | undefined;
}

/** The result of a check; `at` is the index of the printed number in the folded document, when it was found. */
export interface CitationCheck {
  findings: Finding[];
  at: number | null;
}

/**
 * Checks one citation: the quote stands in the document (folded; it may span lines), its number stands in
 * it exactly once as a whole number, and `line` is the line of that number. Without a number the quote
 * has to cover `line`.
 * @param place the place of a field of the citation in the plan file
 */
export function checkCitation(
  cited: CitedText,
  document: FoldedText,
  place: (field: 'line' | 'quote' | 'printed' | 'cell') => Place,
): CitationCheck {
  const { id, line, printed: figure, cell } = cited;
  if (cell !== undefined && figure !== null)
    return checkCell({ ...cited, printed: figure, cell }, document, place);
  const quote = fold(cited.quote);
  const starts = occurrences(document.text, quote);
  if (starts.length === 0) {
    return failed(
      report('quote-not-in-source', place('quote'), { id, quote, ...longestMatch(quote, document) }),
    );
  }
  if (cited.printed === null) return checkCover(cited, quote.length, starts, document, place);

  const printed = fold(cited.printed);
  const inQuote = wholeTokenOccurrences(quote, printed, occurrences(quote, printed));
  const [offset] = inQuote;
  if (offset === undefined || inQuote.length !== 1) {
    return failed(report('printed-count', place('printed'), { id, printed, count: inQuote.length }));
  }
  // A quote may begin or end inside a longer number of the document; there its number is not whole.
  const positions = wholeTokenOccurrences(
    document.text,
    printed,
    starts.map((start) => start + offset),
  );
  if (positions.length === 0)
    return failed(report('printed-count', place('printed'), { id, printed, count: 0 }));
  const at = positions.find((position) => document.lineAt[position] === line);
  if (at !== undefined) return { findings: [], at };
  const found = [...new Set(positions.map((position) => document.lineAt[position] ?? 0))];
  return failed(report('printed-not-on-line', place('line'), { id, printed, line, found }));
}

function checkCover(
  cited: CitedText,
  length: number,
  starts: number[],
  document: FoldedText,
  place: (field: 'line') => Place,
): CitationCheck {
  const spans = starts.map((start) => ({
    first: document.lineAt[start] ?? 0,
    last: document.lineAt[start + length - 1] ?? 0,
  }));
  if (spans.some(({ first, last }) => first <= cited.line && cited.line <= last))
    return { findings: [], at: null };
  const found = spans.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  return failed(report('quote-not-covering-line', place('line'), { id: cited.id, line: cited.line, found }));
}

function failed(finding: Finding): CitationCheck {
  return { findings: [finding], at: null };
}

/** The longest beginning of a quote that the document has, so that a slip of the pen is quickly found. */
function longestMatch(quote: string, document: FoldedText): { matched: string; line: number | null } {
  let low = 0;
  let high = quote.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (document.text.includes(quote.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const matched = quote.slice(0, low);
  // A few letters match anywhere and would mislead.
  if (matched.length < 8) return { matched, line: null };
  return { matched, line: document.lineAt[document.text.indexOf(matched) + matched.length - 1] ?? null };
}
