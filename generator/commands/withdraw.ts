import type { Command } from 'commander';
import { returnName } from '../../core/store/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import { CommandFailure } from '../failure.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { said } from './said.ts';
import { decisionJson, keepDecision, returnNamed, type DecideOptions } from './decide.ts';
import { withExample } from './example.ts';

/** `chitieu withdraw RETURN --reason TEXT [--by NAME]` */
export function registerWithdraw(program: Command, context: CommandContext): void {
  const command = program
    .command('withdraw')
    .argument('<bản>', 'bản đã nhận, ví dụ B12 (return)')
    .description('rút một bản: số của nó không còn hiệu lực, lịch sử được giữ (take a return out of force)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'vì sao rút (why)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action((named: string, options: DecideOptions) =>
      withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
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
      }),
    );
  withExample(command, 'chitieu withdraw B12 --reason "Gửi nhầm sổ của huyện khác"');
}
