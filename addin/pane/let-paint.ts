/** Longest wait for a painted frame; pages that are not shown paint none. */
const HIDDEN_MS = 100;

/** Lets the browser show what was changed before the next long step. */
export function letPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() => {
      // Within the frame nothing is painted yet.
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }, 0);
    });
  });
}
