/** Where the page runs: in Excel, with its display language; or elsewhere, and why. */
export type OfficeState =
  | { readonly excel: true; readonly language: string }
  | { readonly excel: false; readonly reason: 'no-library' | 'no-answer' | 'other-host' };

/** Excel answers within a second or two; a blocked library never does. */
const PATIENCE_MS = 15_000;

/**
 * Waits until Office has started the page.
 * @returns never rejects: a library that was not loaded, or does not answer, is a state to tell the user
 */
export async function officeReady(patience = PATIENCE_MS): Promise<OfficeState> {
  await libraryTried();
  if (typeof Office === 'undefined') return { excel: false, reason: 'no-library' };
  const answer = await Promise.race([Office.onReady(), after(patience)]);
  if (answer === null) return { excel: false, reason: 'no-answer' };
  if (answer.host !== Office.HostType.Excel) return { excel: false, reason: 'other-host' };
  return { excel: true, language: Office.context.displayLanguage };
}

/** Resolves when office.js has run, or nothing that the page loads is still to come: then it was not to be had. */
async function libraryTried(): Promise<void> {
  if (typeof Office !== 'undefined' || document.readyState === 'complete') return;
  await new Promise((resolve) => {
    document.querySelector('script[src$="/office.js"]')?.addEventListener('load', resolve);
    window.addEventListener('load', resolve);
  });
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });
}
