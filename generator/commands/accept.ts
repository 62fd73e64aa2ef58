import type { Command } from 'commander';
import { returnName } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import { drawUpRegister } from '../register/draw-up.ts';
import { requireOwnRound } from '../register/round-that-says.ts';
import { unitStateWords } from '../../core/store/words.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { said } from './said.ts';
import { decisionJson, keepDecision, type DecideOptions } from './decide.ts';
import { withExample } from './example.ts';
import { plansOfRound } from './selected-plans.ts';
import { roundOrUsual } from './status.ts';
import { offer, unitMeant } from './unit-meant.ts';

interface AcceptOptions extends DecideOptions {
  round?: string;
}

/** `chitieu accept UNIT [--round P] --reason TEXT [--by NAME]` */
export function registerAccept(program: Command, context: CommandContext): void {
  const command = program
    .command('accept')
    .argument('<đơn vị>', 'mã hoặc tên đơn vị, ví dụ VN12.106 (unit id or name)')
    .description(
      'chấp nhận báo cáo còn cảnh báo chưa giải trình, không bao giờ khi còn lỗi (accept a return)',
    )
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'vì sao chấp nhận (why)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action((unit: string, options: AcceptOptions) =>
      withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
        const round = roundOrUsual(options.round, setting.workspace);
        await requireOwnRound(store, round, options.lang);
        const { catalogue, plans: loaded } = await plansOfRound(context, round);
        const seeds = { plans: loaded.map(({ plan }) => plan), catalogue };
        const { lines } = await drawUpRegister(store, seeds, { round, today: setting.now });
        const reporters = lines.map(({ reporter: id, name }, at) => ({ id, name, at }));
        const line = lines[unitMeant(unit, reporters)?.at ?? -1];
        if (!line)
          throw new CommandFailure(
            `Không có đơn vị "${unit}" trong kỳ ${round}${offer(unit, reporters)}. Các đơn vị của kỳ: "chitieu status --round ${round}" (no such unit).`,
          );
        if (line.state !== 'to-explain' || line.return === null)
          throw new CommandFailure(
            `${line.name} (${line.reporter}) đang ở trạng thái "${unitStateWords[line.state].vi}": chỉ chấp nhận được báo cáo chờ giải trình, không còn lỗi (only what waits for an explanation can be accepted).`,
          );
        const decided = { kind: 'accept', return: line.return.number } as const;
        const decision = await keepDecision(store, decided, { options, ...setting });
        context.out(
          options.json
            ? `${JSON.stringify(decisionJson(decision), null, 2)}\n`
            : `${said[options.lang].accepted(returnName(line.return.number), `${line.name} (${line.reporter})`, round, decision.number)}\n`,
        );
      }),
    );
  withExample(
    command,
    'chitieu accept VN12.106 --round 2023 --reason "Đã giải trình qua điện thoại"',
    'chitieu accept "Huyện Sìn Hồ" --round 2023 --reason "Đã giải trình qua điện thoại"',
  );
}
