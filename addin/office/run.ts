import { benchProblem } from '../pane/bench-problem.ts';
import { problemOf, type Doing } from './excel-problem.ts';

/** How long Excel is waited for, in milliseconds. */
export interface Patience {
  /** After this Excel is asked whether a cell is being edited. */
  readonly editing: number;
  /** After this it is given up. */
  readonly answer: number;
}

/** A large workbook on a slow line takes some seconds. */
export const PATIENCE: Patience = { editing: 3_000, answer: 60_000 };

/** A batch under way. */
export interface Batch {
  readonly context: Excel.RequestContext;
  /** False once the user was told that nothing came of it: then nothing may be written any more. */
  isWanted(): boolean;
}

/** What to do, and how to take it when it lasts. */
export interface RunOptions {
  readonly doing: Doing;
  readonly patience: Patience;
  /** Called when Excel has answered after all, though the user was told that it did not. */
  readonly late?: () => void;
}

/**
 * Runs a batch. Excel keeps it waiting while a cell is edited; a user who does not know why nothing happens
 * is told after a while.
 * @throws BenchProblem
 */
export async function inExcel<Result>(
  work: (batch: Batch) => Promise<Result>,
  { doing, patience, late }: RunOptions,
): Promise<Result> {
  let isWanted = true;
  const running = Excel.run({ delayForCellEdit: true }, (context) =>
    work({ context, isWanted: () => isWanted }),
  );
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const impatient = new Promise<never>((_, reject) => {
    const giveUp = (code: 'cell-edit' | 'no-answer') => {
      isWanted = false;
      reject(benchProblem(code));
    };
    const after = (milliseconds: number, act: () => void) => timers.add(setTimeout(act, milliseconds));
    after(patience.answer, () => giveUp('no-answer'));
    after(patience.editing, () => {
      void isCellEdited().then((edited) => {
        if (edited) giveUp('cell-edit');
      });
    });
  });
  void running.then(
    () => {
      if (!isWanted) late?.();
    },
    () => undefined,
  );
  try {
    return await Promise.race([running, impatient]);
  } catch (error) {
    throw problemOf(error, doing);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

/** A batch that does not wait for the end of editing is refused at once while a cell is edited. */
async function isCellEdited(): Promise<boolean> {
  try {
    await Excel.run(async (context) => {
      context.workbook.load('name');
      await context.sync();
    });
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'InvalidOperationInCellEditMode';
  }
}
