import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { writeFeedback } from '../feedback/feedback.ts';
import { drawUpRegister } from '../register/draw-up.ts';
import { requireOwnRound } from '../register/round-that-says.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { said } from './said.ts';
import { withExample } from './example.ts';
import { installedFor } from './installed-for.ts';
import { plansOfRound } from './selected-plans.ts';
import { roundOrUsual } from './status.ts';

interface FeedbackOptions {
  round?: string;
  out: string;
  at?: string;
  json?: boolean;
  lang: Language;
}

/** `chitieu feedback [--round P] --out DIR` */
export function registerFeedback(program: Command, context: CommandContext): void {
  const command = program
    .command('feedback')
    .description('thư góp ý và bản đánh dấu cho từng báo cáo chưa chấp nhận, danh sách nhắc nộp (letters)')
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .requiredOption('--out <thư mục>', 'thư mục ghi; không ghi đè tệp nào (output folder)')
    .option('--at <thời điểm>', 'ngày tính trễ hạn, ISO; mặc định là hôm nay (day lateness is counted on)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action((options: FeedbackOptions) =>
      withStore(context, { for: 'ask', at: options.at }, async (store, { workspace, now }) => {
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
      }),
    );
  withExample(command, 'chitieu feedback --round 2023 --out gop-y');
}
