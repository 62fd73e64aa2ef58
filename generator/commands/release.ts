import { returnName } from '../../core/store/model.ts';
import { isSet } from '../../core/store/sent.ts';
import { standingOf } from '../../core/store/standing.ts';
import { CommandFailure } from '../failure.ts';
import { importSetting } from '../import/import-returns.ts';
import { asJson, conflictStep, lineOf, unitNameIn } from '../import/said.ts';
import { programVersion } from '../package-root.ts';
import { releaseSet } from '../sets/release-set.ts';
import { changesText } from '../sets/said.ts';
import { whoDecides, withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { decisionJson, keepDecision, returnNamed, type DecideOptions } from './decide.ts';
import { installedFor } from './installed-for.ts';
import { said } from './said.ts';

/** `chitieu import --release RETURN`: lets in what was held back, a return by a decision, a set with all that is in it. */
export async function release(named: string, options: DecideOptions, context: CommandContext): Promise<void> {
  await withStore(context, { for: 'write', at: options.at }, async (store, { workspace, now }) => {
    const one = await returnNamed(named, store);
    if (!standingOf(await store.decisions()).isHeld(one))
      throw new CommandFailure(`${returnName(one.number)} không ở trạng thái giữ lại (it is not held back).`);
    if (!isSet(one)) {
      const decided = { kind: 'release', return: one.number } as const;
      const decision = await keepDecision(store, decided, { options, workspace, now });
      if (options.json) context.out(`${JSON.stringify(decisionJson(decision), null, 2)}\n`);
      else
        context.out(
          `${said[options.lang].released(returnName(one.number), one.reporter, one.round, decision.number)}\n`,
        );
      return;
    }
    const by = whoDecides(options.by, workspace);
    const reason = options.reason?.trim() ?? '';
    if (reason === '') throw new CommandFailure('Quyết định cần lý do: hãy ghi --reason (say why).');
    const installed = await installedFor(context);
    const importing = { round: null, corrects: null, reason, by, now, program: programVersion(context.root) };
    const setting = importSetting(installed, importing, context.progress);
    const decided = { at: now, by, reason };
    const taken = await releaseSet(one, store, { setting, decided });
    if ((taken.conflicts ?? []).length > 0) context.exit(1);
    if (options.json) {
      context.out(`${JSON.stringify(asJson([taken], [], options), null, 2)}\n`);
      return;
    }
    const { lang: language } = options;
    const nameOf = unitNameIn(installed);
    context.out(lineOf(taken, language, nameOf));
    context.out(changesText(taken.changes ?? [], installed.catalogue, language));
    context.out(conflictStep([taken], language, nameOf));
  });
}
