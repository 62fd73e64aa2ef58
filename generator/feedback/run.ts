import { resolve } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import { writeFeedback } from './feedback.ts';
import { drawUpRegister } from '../register/draw-up.ts';
import { requireOwnRound } from '../register/round-that-says.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { installedFor } from '../commands/installed-for.ts';
import { plansOfRound } from '../commands/selected-plans.ts';
import { roundOrUsual } from '../register/round-or-usual.ts';

/** What the command was given. */
export interface FeedbackOptions {
  round?: string;
  out: string;
  at?: string;
  json?: boolean;
  lang: Language;
}

/** Writes the letters to those whose returns are not accepted. */
export async function runFeedback(options: FeedbackOptions, context: CommandContext): Promise<void> {
  await withStore(context, { for: 'ask', at: options.at }, async (store, { workspace, now }) => {
    const installed = await installedFor(context);
    const round = roundOrUsual(options.round, workspace);
    await requireOwnRound(store, round, options.lang);
    // The plans of the register, as in "status"; returns are checked by all plans.
    const { catalogue, plans } = await plansOfRound(context, round);
    const register = await drawUpRegister(
      store,
      { plans: plans.map(({ plan }) => plan), catalogue },
      { round, today: now },
    );
    const written = await writeFeedback(register, {
      installed,
      originalOf: (file) => store.original(file),
      out: resolve(context.cwd, options.out),
      progress: context.progress,
    });
    for (const path of written.kept) context.err(`${said[options.lang].keptFeedback(path)}\n`);
    if (written.kept.length > 0) context.exit(2);
    const { letters, marked, reminded } = written;
    context.out(
      options.json
        ? `${JSON.stringify(written, null, 2)}\n`
        : `${said[options.lang].feedback(letters.length, marked.length, options.out, reminded.length)}\n`,
    );
  });
}
