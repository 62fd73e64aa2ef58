import type { StoreAddress } from '../store/postgres/address.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a command works with; tests give their own. */
export interface CommandContext {
  /** Folder of the program, which holds seeds/. */
  root: string;
  /** Folder the command is run in; where a workspace is looked for. */
  cwd: string;
  /** The workspace the command works in, as far as one is known; set before the command begins. */
  workspace: Workspace | null;
  /** Server that keeps the store; null: a file of the workspace does. Set with the workspace. */
  server: StoreAddress | null;
  /** Writes text for the reader or the next program. */
  out: (text: string) => void;
  /** Writes messages. */
  err: (text: string) => void;
  /** Shows how far long work is, on one line that the next call replaces; an empty text clears it. */
  progress: (text: string) => void;
  /** Sets the exit code: 0 fine, 1 findings that block acceptance, 2 wrong use or unreadable input; the highest stays. */
  exit: (code: 0 | 1 | 2) => void;
}
