import { returnName } from '../../core/store/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import { CommandFailure } from '../failure.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { decisionJson, keepDecision, returnNamed, type DecideOptions } from '../commands/decide.ts';

/** Takes a return back. */
export async function runWithdraw(
  named: string,
  options: DecideOptions,
  context: CommandContext,
): Promise<void> {
  await withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
    const one = await returnNamed(named, store);
    if (standingOf(await store.decisions()).isWithdrawn(one))
      throw new CommandFailure(`${returnName(one.number)} đã được rút từ trước (already withdrawn).`);
    const decided = { kind: 'withdraw', return: one.number } as const;
    const decision = await keepDecision(store, decided, { options, ...setting });
    context.out(
      options.json
        ? `${JSON.stringify(decisionJson(decision), null, 2)}\n`
        : `${said[options.lang].withdrawn(returnName(one.number), one.reporter, one.round, decision.number)}\n`,
    );
  });
}
