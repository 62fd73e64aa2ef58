import type { KeptFile, StoredReturn } from './model.ts';

/** Stands as the reporter of a set that a province has sent; no unit has such an id. */
export const SET = 'set';

/** Whether it is a set, which has no figures itself: they are of the returns in it. */
export function isSet({ reporter }: Pick<StoredReturn, 'reporter'>): boolean {
  return reporter === SET;
}

/** The files a return can be read from again. */
export function filesKept({ sent, files }: Pick<StoredReturn, 'sent' | 'files'>): readonly KeptFile[] {
  return sent?.kept ?? files;
}
