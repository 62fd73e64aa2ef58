import { returnName } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import { whyText } from '../import/words.ts';
import { drawUpRegister } from './draw-up.ts';
import { requireOwnRound } from './round-that-says.ts';
import type { RegisterLine, UnitState } from '../../core/store/register.ts';
import { unitStateWords } from '../../core/store/words.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { decisionJson, keepDecision, type DecideOptions } from '../commands/decide.ts';
import { plansOfRound } from '../commands/selected-plans.ts';
import { roundOrUsual } from './round-or-usual.ts';
import { offer, unitMeant } from '../commands/unit-meant.ts';

/** What the command was given. */
export interface AcceptOptions extends DecideOptions {
  round?: string;
}

/** What is to be done before a return of a unit in another state can be accepted. */
const STEPS: Partial<Record<UnitState, string>> = {
  accepted: 'Không phải làm gì thêm',
  blocked: 'Đơn vị phải sửa: ghi thư và bản đánh dấu bằng "chitieu feedback"',
  conflicting: 'Chọn số trước: "chitieu resolve --list"',
  'not-received': 'Danh sách đơn vị cần nhắc: "chitieu feedback"',
};

function stepOf({ state, return: one }: RegisterLine): string | undefined {
  if (state !== 'held-back' || one === null) return STEPS[state];
  return `${returnName(one.number)}: ${whyText(one.why, 'vi', one.number)}`;
}

/** Accepts returns. */
export async function runAccept(
  unit: string,
  options: AcceptOptions,
  context: CommandContext,
): Promise<void> {
  await withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
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
    const step = stepOf(line);
    if (line.state !== 'to-explain' || line.return === null)
      throw new CommandFailure(
        `${line.name} (${line.reporter}) đang ở trạng thái "${unitStateWords[line.state].vi}": chỉ chấp nhận được báo cáo chờ giải trình, không còn lỗi.${step === undefined ? '' : ` ${step}.`} (only what waits for an explanation can be accepted).`,
      );
    const decided = { kind: 'accept', return: line.return.number } as const;
    const decision = await keepDecision(store, decided, { options, ...setting });
    context.out(
      options.json
        ? `${JSON.stringify(decisionJson(decision), null, 2)}\n`
        : `${said[options.lang].accepted(returnName(line.return.number), `${line.name} (${line.reporter})`, round, decision.number)}\n`,
    );
  });
}
