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
  return (text) => {
    const found = latest.get(text);
    if (found !== undefined) return found.result;
    const one = before.get(text) ?? { text: copied(text), result: make(text) };
    kept += text.length;
    if (kept > characters) {
      before = latest;
      latest = new Map();
      kept = text.length;
    }
    latest.set(one.text, one);
    return one.result;
  };
}

interface Remembered<Result> {
  text: string;
  result: Result;
}

/** The same text by itself: a piece of a file's text would keep all of it. */
function copied(text: string): string {
  return `.${text}`.slice(1);
}
