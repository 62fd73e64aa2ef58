import { Command } from 'commander';
import { registerAll } from '../commands/index.ts';
import { COMMANDS_FILE, listedCommands } from '../commands/listed.ts';

/** The list of all commands that `chitieu --help` shows, made of the commands themselves. */
export async function commandsFile(root: string): Promise<{ path: string; content: string }> {
  const program = new Command('chitieu');
  const silent = () => undefined;
  await registerAll(program, {
    ...{ root, cwd: root, workspace: null, server: null },
    ...{ out: silent, err: silent, progress: silent, exit: silent },
  });
  return { path: COMMANDS_FILE, content: `${JSON.stringify(listedCommands(program), null, 2)}\n` };
}
