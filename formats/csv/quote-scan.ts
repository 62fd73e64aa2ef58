import { type Finding, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';

const report = reporter(csvReturnMessages);

/**
 * Looks through a text before it is parsed: quotes that are never closed or stand in a wrong place, cells and
 * texts beyond the limits, each with its physical line. The parser would swallow rows without a word.
 * @param text with line feeds as its only line ends
 */
export function scanQuotes(
  text: string,
  delimiter: string,
  file: string,
  limits: CsvLimits = CSV_LIMITS,
): Finding | null {
  let line = 1;
  let begin = 0;
  let quote = text.indexOf('"');
  let lineEnd = -1;
  while (begin <= text.length) {
    // Hardly a line has a quote; one without is passed over as a whole.
    if (quote >= 0 && quote < begin) quote = text.indexOf('"', begin);
    if (lineEnd < begin) {
      const next = text.indexOf('\n', begin);
      lineEnd = next < 0 ? text.length : next;
    }
    if ((quote < 0 || quote > lineEnd) && lineEnd - begin <= limits.cellLength) {
      if (lineEnd < text.length) line += 1;
      if (line > limits.lines + 1) return report('csv-too-many-rows', { file }, { limit: limits.lines });
      begin = lineEnd + 1;
      continue;
    }
    const isQuoted = text[begin] === '"';
    const end = isQuoted ? closingQuote(text, begin) : cellEnd(text, delimiter, begin);
    if (end < 0) return report('csv-unclosed-quote', { file, line }, {});
    if (end - begin > limits.cellLength) {
      // What swallowed so much is most likely a quote that was never meant to open.
      return report('csv-cell-too-long', { file, line }, { limit: limits.cellLength });
    }
    const cell = text.slice(begin, end);
    if (!isQuoted && cell.includes('"')) return report('csv-stray-quote', { file, line }, {});
    if (isQuoted) line += cell.split('\n').length - 1;
    const after = text[end];
    if (after !== undefined && after !== '\n' && after !== delimiter)
      return report('csv-stray-quote', { file, line }, {});
    if (after === '\n') line += 1;
    if (line > limits.lines + 1) return report('csv-too-many-rows', { file }, { limit: limits.lines });
    begin = end + 1;
  }
  return null;
}

/** Index behind the quote that closes the one at `begin`; negative when there is none. */
function closingQuote(text: string, begin: number): number {
  for (let at = text.indexOf('"', begin + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return -1;
}

function cellEnd(text: string, delimiter: string, begin: number): number {
  let at = begin;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
  return at;
}
