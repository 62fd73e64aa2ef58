import type { Command } from 'commander';

/** The group `chitieu plan`, made by whichever of its commands is registered first. */
export function planGroup(program: Command): Command {
  return (
    program.commands.find((command) => command.name() === 'plan') ??
    program.command('plan').description('làm việc với tệp kế hoạch (work with plan files)')
  );
}
