import type { WorkbookChange } from '../office/changes.ts';

/** What a recheck needs of the workbook. */
export interface WatchedWorkbook {
  onChange(heard: (change: WorkbookChange) => void): () => void;
  afterCellEdit(): Promise<void>;
}

/** Long enough for the next figure to be begun, short enough to be there when the officer looks up. */
const QUIET_MS = 1_500;

/**
 * Checks again once the user has stopped typing. What co-authors change only makes the result old: a list
 * that moves by itself while somebody reads it is no help.
 * @returns stops it
 */
export function recheckAfterTyping(
  workbook: WatchedWorkbook,
  check: () => Promise<void>,
  quiet = QUIET_MS,
): () => void {
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = workbook.onChange(({ isLocal }) => {
    if (!isLocal) return;
    latest += 1;
    const mine = latest;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void workbook
        .afterCellEdit()
        // Whoever typed on meanwhile is waited for anew.
        .then(() => (mine === latest ? check() : undefined))
        .catch(() => undefined);
    }, quiet);
  });
  return () => {
    latest += 1;
    clearTimeout(timer);
    stop();
  };
}
