const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits as the characters that stand for them above the line: the "2" of "km²", the mark of a footnote. */
export function raised(text: string): string {
  return text.replaceAll(/\d/gu, (digit) => RAISED[Number(digit)] ?? digit);
}
