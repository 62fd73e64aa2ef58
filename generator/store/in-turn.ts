import { Overtaken } from './store.ts';

/**
 * Does a write that goes by what is in the store: again, as often as somebody else has added something in between.
 * @param work reads what it goes by itself; it is told how often it was overtaken before
 */
export async function inTurn<Result>(work: (overtaken: number) => Promise<Result>): Promise<Result> {
  for (let overtaken = 0; ; overtaken++) {
    try {
      return await work(overtaken);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
}
