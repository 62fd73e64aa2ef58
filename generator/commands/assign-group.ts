import type { Command } from 'commander';

/** The group `chitieu assign`, made by whichever of its commands is registered first. */
export function assignGroup(program: Command): Command {
  return (
    program.commands.find((command) => command.name() === 'assign') ??
    program.command('assign').description('giao chỉ tiêu cho các đơn vị (assign targets to units)')
  );
}
