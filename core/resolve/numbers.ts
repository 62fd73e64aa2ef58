import { numberTokens } from '../base/number.ts';
import { type FoldedText, fold, foldWithLines } from '../base/text.ts';
import { checkCitation } from './citation.ts';
import type { Plan } from '../plan/model.ts';

/** Numbers that belong to the document's own build-up, and how they are known. */
export type StructuralReason = 'heading' | 'date' | 'year' | 'document-number' | 'page-number';

/** What explains a number. */
export type NumberUse =
  | { kind: 'statement'; ids: string[] }
  | { kind: 'left-out'; entry: number; reason: string }
  | { kind: 'structural'; reason: StructuralReason }
  | { kind: 'unexplained' };

/** A number of the document, with what explains it. */
export interface AccountedNumber {
  text: string;
  /** 1-based line of the document. */
  line: number;
  /** A few words around it. */
  context: string;
  use: NumberUse;
}

/** Every number of a plan's document, and the `leftOut` numbers of the plan file that explain none. */
export interface NumberAccount {
  numbers: AccountedNumber[];
  idle: { entry: number; line: number; number: string }[];
}

interface Token {
  text: string;
  index: number;
  line: number;
}

/**
 * Accounts for every number of the document: printed in a statement, left out with a reason, or structural.
 * Each number listed in `leftOut` explains one number of its line, preferably one that nothing else explains.
 */
export function accountNumbers(plan: Plan): NumberAccount {
  const document = foldWithLines(plan.source);
  const tokens: Token[] = numberTokens(document.text).map(({ text, index }) => ({
    text,
    index,
    line: document.lineAt[index] ?? 0,
  }));
  const cited = citedSpans(plan, document);
  const uses = new Map<number, NumberUse>();
  for (const token of tokens) {
    const end = token.index + token.text.length;
    const ids = cited.filter((span) => span.start < end && token.index < span.end).map(({ id }) => id);
    if (ids.length > 0) uses.set(token.index, { kind: 'statement', ids: [...new Set(ids)] });
  }

  const free = tokens.filter(({ index }) => !uses.has(index));
  const structural = new Map(free.map((token) => [token.index, structuralReason(token, document)]));
  const idle: NumberAccount['idle'] = [];
  plan.file.leftOut.forEach(({ line, numbers, reason }, entry) => {
    for (const number of numbers) {
      const candidates = free.filter(
        (token) => token.line === line && token.text === number && !uses.has(token.index),
      );
      const chosen = candidates.find(({ index }) => structural.get(index) === null) ?? candidates[0];
      if (chosen === undefined) idle.push({ entry, line, number });
      else uses.set(chosen.index, { kind: 'left-out', entry, reason });
    }
  });
  for (const { index } of free) {
    if (uses.has(index)) continue;
    const reason = structural.get(index) ?? null;
    uses.set(index, reason === null ? { kind: 'unexplained' } : { kind: 'structural', reason });
  }

  const numbers = tokens.map(({ text, index, line }) => ({
    text,
    line,
    context: wordsAround(document.text, index, index + text.length),
    use: uses.get(index) ?? { kind: 'unexplained' as const },
  }));
  return { numbers, idle };
}

/** Where the printed numbers of all statements stand in the folded document. */
function citedSpans(plan: Plan, document: FoldedText): { id: string; start: number; end: number }[] {
  const { targets, baselines, deadlines } = plan.file;
  return [...targets, ...baselines, ...deadlines].flatMap((entry) => {
    const { id } = entry;
    const places = [
      { id, line: entry.line, quote: entry.quote, printed: entry.printed ?? null, cell: entry.cell },
      ...(entry.citations ?? []).map(({ line, quote, printed }) => ({
        id,
        line,
        quote,
        printed: printed ?? entry.printed ?? null,
      })),
    ];
    return places.flatMap((cited) => {
      const { at } = checkCitation(cited, document, () => ({}));
      return at === null || cited.printed === null
        ? []
        : [{ id, start: at, end: at + fold(cited.printed).length }];
    });
  });
}

/** Some 30 characters on either side, cut between words. */
function wordsAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 30), start).replace(start > 30 ? /^\S*\s/u : /^/u, '');
  const after = text.slice(end, end + 30).replace(end + 30 < text.length ? /\s\S*$/u : /$/u, '');
  return before + text.slice(start, end) + after;
}

const YEAR = /^(?:19|20)\d{2}$/u;
const MARKUP = /^[#*\s]*$/u;

/** Recognises numbers no target can be made of; null for any other. When in doubt, null. */
function structuralReason(
  { text, index, line }: Token,
  { text: all, lineAt }: FoldedText,
): StructuralReason | null {
  const before = all.slice(Math.max(0, index - 20), index);
  const after = all.slice(index + text.length, index + text.length + 20);
  let start = index;
  while (start > 0 && lineAt[start - 1] === line) start -= 1;
  let end = index + text.length;
  while (end < all.length && lineAt[end] === line) end += 1;
  const lineBefore = all.slice(start, index);
  const lineAfter = all.slice(index + text.length, end);

  if (MARKUP.test(lineBefore) && lineAfter.trim() === '' && !YEAR.test(text)) return 'page-number';
  if (MARKUP.test(lineBefore) && /^[.)](?!\d)/u.test(lineAfter)) return 'heading';
  // 92-KL/TW, 46/KH-UBND, 22/2013/QĐ-TTg, and the 15 of 111/2024/QH15
  if (/^(?:\/(?:19|20)\d{2})?(?:\s?[-–]\s?\p{Lu}\p{L}*\/\p{Lu}|\/\p{Lu}{2})/u.test(after))
    return 'document-number';
  if (/\/(?:19|20)\d{2}\/\p{Lu}+$/u.test(before)) return 'document-number';
  // 15/8/2012, 9/2019, "ngày 12 tháng 3 năm 2021"
  if (/^(?:\/\d{1,2})?\/(?:19|20)\d{2}(?!\d)/u.test(after)) return 'date';
  if (/(?:^|[^\p{L}])(?:ngày|tháng)\s$/iu.test(before)) return 'date';
  if (YEAR.test(text)) return 'year';
  return null;
}
