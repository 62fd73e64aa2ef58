import type { Command } from 'commander';

/** Puts examples below the help of a command. */
export function withExample(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nVí dụ (example):\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
