import { BenchProblem } from './bench-problem.ts';
import type { Wording } from './texts/wording.ts';

/** What the pane says about what it was asked to do. */
export interface Notice {
  intent: 'error' | 'success' | 'warning';
  /** In words of the language shown when it is shown. */
  text: (wording: Wording) => string;
  /** What can be done about it; without, it can be closed. */
  actions?: (wording: Wording) => readonly NoticeAction[];
}

/** A button of a line. */
export interface NoticeAction {
  label: string;
  act: () => void;
  /** By which the button is found again when the line is drawn anew. */
  name?: string;
}

/** A line above everything else, with its buttons. */
export interface NoticeLine {
  intent: Notice['intent'] | 'info';
  /** What the line is about, where the text alone does not say it. */
  title?: string;
  text: string;
  /** Whether readers of screens interrupt for it; as a rule for errors only. */
  isUrgent?: boolean;
  actions: readonly NoticeAction[];
}

/** What went wrong, in words; errors of the program go to the console as well. */
export function problemNotice(error: unknown): Notice {
  if (error instanceof BenchProblem) {
    const { text } = error;
    return { intent: 'error', text: ({ language, say }) => say(text[language]) };
  }
  console.error(error);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { intent: 'error', text: ({ texts }) => texts.broken(reason) };
}
