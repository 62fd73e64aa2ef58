/** What a command works with; tests give their own. */
export interface CommandContext {
  /** Folder that holds seeds/. */
  root: string;
  /** Writes text for the reader or the next program. */
  out: (text: string) => void;
  /** Writes messages. */
  err: (text: string) => void;
  /** Shows how far long work is, on one line that the next call replaces; an empty text clears it. */
  progress: (text: string) => void;
  /** Sets the exit code: 0 fine, 1 findings that block acceptance, 2 wrong use or unreadable input; the highest stays. */
  exit: (code: 0 | 1 | 2) => void;
}
