/**
 * Keeps what a pure function makes of texts, so that the formulas that hundreds of workbooks share are taken apart
 * once. What is kept is bounded by the length of the texts: those asked for last are kept, and those before them until
 * as many others have been asked for. So one text more than there is room for does not make all forgotten.
 * @param make its result must not be changed by whoever gets it
 * @param characters texts kept, in characters of all together; at most twice as many
 */
export function remembered<Result>(
  make: (text: string) => Result,
  characters: number,
): (text: string) => Result {
  let latest = new Map<string, Remembered<Result>>();
  let before = new Map<string, Remembered<Result>>();
  let kept = 0;
  let turn = 0;
  let last: Remembered<Result> | null = null;
  return (text) => {
    const likely: Remembered<Result> | null = last?.next ?? null;
    if (likely !== null && likely.turn === turn && likely.text === text) {
      last = likely;
      return likely.result;
    }
    let one = latest.get(text);
    if (one === undefined) {
      one = before.get(text) ?? { text: copied(text), result: make(text), turn, next: null };
      kept += text.length;
      if (kept > characters) {
        // None of another turn is looked at; so what is forgotten is held by no other.
        for (const earlier of latest.values()) earlier.next = null;
        before = latest;
        latest = new Map();
        kept = text.length;
        turn += 1;
      }
      one.turn = turn;
      latest.set(one.text, one);
    }
    if (last !== null) last.next = one;
    last = one;
    return one.result;
  };
}

interface Remembered<Result> {
  text: string;
  result: Result;
  /** When it was last asked for anew: those of the present turn are among the latest. */
  turn: number;
  /**
   * What was asked for after it: files of a round have the same texts in the same order, and one text is compared
   * with another at a third of what finding it takes.
   */
  next: Remembered<Result> | null;
}

/** The same text by itself: a piece of a file's text would keep all of it. */
function copied(text: string): string {
  return `.${text}`.slice(1);
}
