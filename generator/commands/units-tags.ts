import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import type { TagsOptions } from '../units/run-tags.ts';

/** `chitieu units tags PLAN [--out FILE] [--json]` */
export function registerUnitsTags(program: Command, context: CommandContext): void {
  program.commands
    .find((command) => command.name() === 'units')
    ?.command('tags')
    .argument('<kế hoạch>', 'mã kế hoạch (plan id)')
    .description(
      'xã nào thuộc nhóm huyện của kế hoạch (nghèo, miền núi …), suy từ huyện cũ (tags of communes from former districts)',
    )
    .option('--out <tệp>', 'ghi vào tệp nhãn này; dòng đã có được giữ nguyên (membership file to write)')
    .option('--json', 'đối tượng JSON (a JSON object)')
    .addHelpText(
      'after',
      '\nVí dụ (example): chitieu units tags lai-chau-2021 --out seeds/units/lai-chau-2021.csv',
    )
    .action(async (id: string, _options: unknown, command: Command) => {
      const { runUnitsTags } = await import('../units/run-tags.ts');
      await runUnitsTags(id, command.optsWithGlobals<TagsOptions>(), context);
    });
}
