import type { Command } from 'commander';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';

/** The group `chitieu store`, made by whichever of its commands is registered first. */
export function storeGroup(program: Command): Command {
  return (
    program.commands.find((command) => command.name() === 'store') ??
    withExample(
      program.command('store').description('giữ gìn kho số liệu (look after the store)'),
      'chitieu store verify',
      'chitieu store backup "sao-luu/kho 2024-02"',
      'chitieu store restore "sao-luu/kho 2024-02"',
    )
  );
}

/** A command of the group, which answers people in either language and programs in JSON. */
export function storeCommand(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption());
}
