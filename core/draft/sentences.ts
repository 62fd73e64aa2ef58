import type { PlacedParagraph } from './outline.ts';

/** A sentence of a paragraph; offsets are in the text of the paragraph, the end is behind the last character. */
export interface Sentence {
  paragraph: PlacedParagraph;
  start: number;
  end: number;
}

/** What a full stop does not end: "TP. Vinh", "KT. CHỦ TỊCH", "TS. ", "v.v. " */
const ABBREVIATION = /(?:^|[\s(])(?:tp|tx|tt|kt|tm|tl|ts|ths|gs|pgs|đ\/c|v\.v|stt|ubnd|st)$/u;

/** The sentences of a paragraph; a label is part of the first. */
export function sentencesOf(paragraph: PlacedParagraph): Sentence[] {
  const { text, clean, from } = paragraph;
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]["”')*]*\s/gu)) {
    if (match.index < from) continue;
    const end = match.index + match[0].length;
    const follows = text.slice(end).replace(/^["“'(*\-–+\s]+/u, '');
    if (
      !/^[\p{Lu}\d]/u.test(follows) ||
      ABBREVIATION.test(clean.slice(Math.max(0, match.index - 5), match.index))
    )
      continue;
    sentences.push({ paragraph, start, end });
    start = end;
  }
  if (text.slice(start).trim() !== '') sentences.push({ paragraph, start, end: text.length });
  return sentences;
}
