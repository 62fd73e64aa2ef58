import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import type { TraceOptions } from '../units/run-trace.ts';
import { languageOption } from './language-option.ts';

/** `chitieu units trace CODE [--json] [--lang vi|en]` */
export function registerUnitsTrace(program: Command, context: CommandContext): void {
  program.commands
    .find((command) => command.name() === 'units')
    ?.command('trace')
    .argument('<mã>', 'mã đơn vị hoặc mã trong danh mục: VN12.106, VN12.03388-2025, 03388, 12 (id or code)')
    .description(
      'đơn vị này trước là gì, nay thành gì, số liệu có cộng lại đúng không (what became of a unit)',
    )
    .addHelpText('after', '\nVí dụ (example): chitieu units trace 03388')
    // The group has options of the same names, which commander would take.
    .option('--json', 'mảng JSON (a JSON array)')
    .addOption(languageOption())
    .action(async (code: string, _options: unknown, command: Command) => {
      const { runUnitsTrace } = await import('../units/run-trace.ts');
      await runUnitsTrace(code, command.optsWithGlobals<TraceOptions>(), context);
    });
}
