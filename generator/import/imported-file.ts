import type { Finding } from '../../core/base/finding.ts';
import type { Expecting } from '../../core/store/reasons-to-hold.ts';
import type { LateCorrection } from '../../core/store/closing.ts';
import type { storeMessages } from '../../core/store/messages.ts';
import type { FileState, StoredReturn } from '../../core/store/model.ts';
import type { PassedOver } from '../check/inputs.ts';
import type { Installed } from '../check/installed.ts';

/** What a file of an import came to. */
export interface ImportedFile {
  file: string;
  state: FileState;
  why: readonly Finding[];
  /** Why it was not looked at; null where it was. */
  notLookedAt: PassedOver | null;
  /** The return that was kept; null where nothing was. */
  return: StoredReturn | null;
  /** Of a set that corrects another the figures that are otherwise now. */
  changes?: readonly LateCorrection[];
  /** Of a set the ids of the units whose figures in it are in an open conflict now. */
  conflicts?: readonly string[];
}

/** What an import works with. */
export interface ImportSetting extends Omit<Expecting, 'owing'> {
  installed: Installed;
  owing: Expecting['owing'];
  /** Return that is replaced by the one that comes in. */
  corrects: number | null;
  /** Why, in words. */
  reason: string | null;
  by: string | null;
  now: string;
  program: string;
  progress: (text: string) => void;
}

/** Whether a return is in conflict with others now: a correction is where it differs from some that it does not replace. */
export function isInConflict({ state, why }: Pick<ImportedFile, 'state' | 'why'>): boolean {
  return state === 'conflicting' || (state === 'correction' && why.some(({ code }) => code === DIFFERS));
}

const DIFFERS: keyof typeof storeMessages = 'store-differs';
