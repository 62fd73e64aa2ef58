import { type Command, InvalidArgumentError, Option } from 'commander';
import { unitLevels } from '../../core/unit/levels.ts';
import { LISTS_RIGHT_UNTIL } from '../plan-files/lists-right-until.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import type { UnitsOptions } from '../units/run-units.ts';

/** `chitieu units [--province ID] [--level L] [--at DATE] [--json] [--lang vi|en]` */
export function registerUnits(program: Command, context: CommandContext): void {
  const command = program
    .command('units')
    .description(
      'liệt kê đơn vị hành chính của cả nước hoặc một tỉnh vào một ngày (list administrative units)',
    )
    .option('--province <mã>', 'một tỉnh, ví dụ VN12; bỏ trống là cả nước (one province, such as VN12)')
    .addOption(
      new Option('--level <cấp>', 'country, province, district hoặc commune (only this level)').choices(
        unitLevels.filter((level) => level !== 'department'),
      ),
    )
    .addOption(
      new Option('--at <ngày>', 'vào ngày này, ví dụ 2024-12-31 (on this day)')
        .default(LISTS_RIGHT_UNTIL)
        .argParser(day),
    )
    .option('--json', 'mảng JSON (a JSON array)')
    .addOption(languageOption())
    .action(async (options: UnitsOptions) => {
      const { runUnits } = await import('../units/run-units.ts');
      await runUnits(options, context);
    });
  withExample(command, 'chitieu units --province VN12 --level commune --at 2026-01-01');
}

function day(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/u.test(value) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(value)
  )
    throw new InvalidArgumentError('Cần một ngày dạng 2025-07-01 (a day such as 2025-07-01).');
  return value;
}
