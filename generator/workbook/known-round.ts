import { CommandFailure } from '../failure.ts';
import { NoSuchRound } from './jobs.ts';

/**
 * What is made for a round that somebody named.
 * @throws CommandFailure in the words of the round, where there is none such
 */
export function ofKnownRound<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoSuchRound) throw new CommandFailure(error.message);
    throw error;
  }
}
