/** How a clause is numbered, from the widest to the narrowest. */
export type LabelSort =
  'part' | 'capital' | 'roman' | 'named' | `number-${number}` | 'letter' | 'star' | 'dash' | 'plus';

/** The number or mark a paragraph begins with. */
export interface Label {
  sort: LabelSort;
  /** Without marks around it: `1.2`, `a`, `I`, `-`. */
  text: string;
  /** Length of the label with the white space behind it. */
  length: number;
}

const PART =
  /^(?:phần|chương|mục|điều|phụ lục)\s(?:thứ\s)?([ivx]{1,5}|\d{1,2}|nhất|hai|ba|tư|năm)(?![\p{L}\d])\s?[.:)\-/]?\s*/u;
const ROMAN = /^([ivx]{1,5})\s?[.\-)/:]\s*/u;
const CAPITAL = /^(\p{Lu})\s?[.\-)/]\s*/u;
const NUMBER = /^\(?(\d{1,2}(?:\.\d{1,2}){0,4})(?:\s?[.)/:]|\s?-(?=\s))?\s*/u;
const LETTER = /^([a-zđ]\d?)\s?[).]\s*(?=[\p{L}\d])/u;
/** "Chỉ tiêu 2:", "Dự án 1.", behind a bullet too: a number of the outline, whatever it is called. */
const NAMED =
  /^((?:(?:nhóm )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp)|(?:tiểu )?dự án|nội dung|hợp phần|hoạt động|đề án|chuyên đề|bước)\s(?:số\s|thứ\s)?(?:\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4}))\s?[.:]\s+(?=\S)/u;
const BULLETS: Readonly<Record<string, LabelSort>> = {
  '-': 'dash',
  '•': 'dash',
  '·': 'dash',
  '▪': 'dash',
  '': 'dash',
  '+': 'plus',
  '○': 'plus',
  o: 'plus',
  '>': 'plus',
};

/**
 * The label of a paragraph; null where it has none.
 * @param text as it stands, white space folded
 * @param clean the same in lower case, without marks of emphasis
 */
export function labelOf(text: string, clean: string): Label | null {
  const label = markOf(text, clean);
  const named = NAMED.exec(clean.slice(label?.length ?? clean.length - clean.trimStart().length));
  if (named === null) return label;
  if (label !== null) return { ...label, length: label.length + named[0].length };
  const length = clean.length - clean.trimStart().length + named[0].length;
  return { sort: 'named', text: named[1] ?? '', length };
}

function markOf(text: string, clean: string): Label | null {
  const skipped = /^\s*/u.exec(clean)?.[0].length ?? 0;
  const [own, lower] = [text.slice(skipped), clean.slice(skipped)];
  const sized = (sort: LabelSort, label: string, length: number): Label => ({
    sort,
    text: label,
    length: skipped + length,
  });
  const bullet = BULLETS[lower[0] ?? ''];
  if (bullet !== undefined && (lower[0] !== 'o' || /^o\s\p{Lu}/u.test(own)))
    return sized(bullet, lower[0] ?? '', /^.\s*/u.exec(lower)?.[0].length ?? 1);
  // A star is a bullet, two are emphasis.
  if (/^\s*\*\s/u.test(text)) return { sort: 'star', text: '*', length: skipped };
  const part = PART.exec(lower);
  if (part && /^\p{Lu}/u.test(own)) return sized('part', part[1] ?? '', part[0].length);
  const roman = ROMAN.exec(lower);
  if (roman && /^[IVX]/u.test(own)) return sized('roman', (roman[1] ?? '').toUpperCase(), roman[0].length);
  const capital = CAPITAL.exec(own);
  if (capital) return sized('capital', capital[1] ?? '', capital[0].length);
  const letter = LETTER.exec(own);
  if (letter) return sized('letter', letter[1] ?? '', letter[0].length);
  return numbered(lower, sized);
}

/** Depth of a number in brackets. */
const BRACKETED = 6;

/** `1.`, `1.1`, `1)`, `(1)`; a bare number is none, nor is one that goes on as a decimal. */
function numbered(
  lower: string,
  sized: (sort: LabelSort, label: string, length: number) => Label,
): Label | null {
  const number = NUMBER.exec(lower);
  const label = number?.[1];
  if (!number || label === undefined) return null;
  const depth = label.split('.').length;
  const rest = lower.slice(number[0].length);
  const isMarked = /[.)/:-]\s*$/u.test(number[0].slice(label.length)) || depth > 1;
  // No number has a space behind its dot: "12. 100% cơ quan" is labelled.
  const goesOn = /\s$/u.test(number[0]) ? /^["“(]?[\p{L}\d]/u : /^["“(]?\p{L}/u;
  if (!isMarked || !goesOn.test(rest)) return null;
  // "1.500 căn" and "22,5 m²" begin a line with a figure, not with a label.
  if (depth > 1 && !/[.)\s]$/u.test(number[0])) return null;
  // "(1)" stands below "1." wherever both are used.
  return sized(`number-${number[0].startsWith('(') ? BRACKETED : depth}`, label, number[0].length);
}
