import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../package-root.ts';

/** What the list of all commands says of one. */
export interface ListedCommand {
  name: string;
  /** As its usage writes them: `<tệp...>`, `[plan...]`. */
  arguments: string[];
  hasOptions: boolean;
  description: string;
}

/** The list of all commands as data, made of the commands themselves: to load them all takes longer than most of them. */
export const COMMANDS_FILE = 'docs/generated/commands.json';

/** What the list says of the commands of a program. */
export function listedCommands(program: Command): ListedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    arguments: command.registeredArguments.map((one) => {
      const name = `${one.name()}${one.variadic ? '...' : ''}`;
      return one.required ? `<${name}>` : `[${name}]`;
    }),
    hasOptions: command.options.length > 0,
    description: command.description(),
  }));
}

/** Lets a program list every command and know its name; nothing of them can be run. */
export async function listCommands(program: Command): Promise<void> {
  const text = await readFile(join(packageRoot(), COMMANDS_FILE), 'utf8');
  for (const one of JSON.parse(text) as ListedCommand[]) {
    const command = new Command(one.name).description(one.description);
    for (const argument of one.arguments) command.argument(argument);
    if (one.hasOptions) command.option('--…');
    program.addCommand(command);
  }
}
