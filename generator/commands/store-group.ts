import type { Command } from 'commander';
import { withExample } from './example.ts';

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
