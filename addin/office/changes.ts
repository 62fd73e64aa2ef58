/** A change of cells, by this user or by a co-author. */
export interface WorkbookChange {
  readonly isLocal: boolean;
  /** Id of the sheet. */
  readonly sheet: string;
  /** Of the cells, without the sheet: `F12`, `F12:G20`. */
  readonly address: string;
}

/**
 * Calls back when cells of any sheet change. Not every change is told (picks from a list, results of formulas),
 * so it only ever means that what was read before may be old.
 * @returns stops it; also when the page goes away
 */
export function listenToChanges(heard: (change: WorkbookChange) => void): () => void {
  let isStopped = false;
  const registered = Excel.run({ delayForCellEdit: true }, async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ source, worksheetId, address }) => {
      if (!isStopped) heard({ isLocal: source === 'Local', sheet: worksheetId, address });
    });
    await context.sync();
    return handler;
  }).catch(() => null);
  const stop = () => {
    if (isStopped) return;
    isStopped = true;
    removeEventListener('pagehide', stop);
    void registered.then(async (handler) => {
      if (handler === null) return;
      // Events can only be given back in the context they were asked for in.
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      }).catch(() => undefined);
    });
  };
  addEventListener('pagehide', stop);
  return stop;
}
