import { run } from './run.ts';

/** What the help of a command says. */
export interface CommandHelp {
  /** Its long options, but for those of the program itself. */
  options: string[];
  help: string;
}

/** The commands of the program by their words. */
export async function programCommands(root: string, ...group: string[]): Promise<Map<string, CommandHelp>> {
  const { code, out } = await run(root, ...group, '--help');
  if (code !== 0) throw new Error(`chitieu ${group.join(' ')} --help ends with ${code}.`);
  const [described = ''] = out.split('Ví dụ (example):');
  const [own = '', listed = ''] = described.split('Lệnh (commands):');
  const commands = new Map<string, CommandHelp>();
  const options = [...own.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)]
    .map(([, option]) => option ?? '')
    .filter((option) => option !== '--help');
  // A group that does something by itself has options of its own.
  if (listed === '' || (group.length > 0 && options.length > 0))
    commands.set(group.join(' '), { options, help: out });
  for (const [, word] of listed.matchAll(/^ {2}([a-z-]+)/gmu)) {
    if (word === undefined || word === 'help') continue;
    for (const [path, one] of await programCommands(root, ...group, word)) commands.set(path, one);
  }
  return commands;
}
