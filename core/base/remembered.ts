/**
 * Keeps what a pure function makes of texts, so that the formulas that hundreds of workbooks share are taken apart
 * once. What is kept is bounded by the length of the texts: beyond it all is forgotten and begun anew.
 * @param make its result must not be changed by whoever gets it
 * @param characters texts kept, in characters of all together
 */
export function remembered<Result>(
  make: (text: string) => Result,
  characters: number,
): (text: string) => Result {
  const known = new Map<string, Result>();
  let kept = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    kept += text.length;
    if (kept > characters) {
      known.clear();
      kept = text.length;
    }
    known.set(text, made);
    return made;
  };
}
