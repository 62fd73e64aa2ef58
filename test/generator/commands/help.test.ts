import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { programCommands } from './all-commands.ts';

/** Commands that speak one language, and why. */
const WITHOUT_LANGUAGE: Record<string, string> = {
  targets: 'prints sentences of the plans as they are; --json and --csv for programs',
  'plan lint': 'about the words of Vietnamese documents; --json has both languages',
  'assign grid': 'the grid and what is said of it are for Vietnamese offices',
  'assign read': 'as the grid it reads',
  'assign check': '--json has both languages',
  export: 'one line a file; the descriptor it writes has both languages',
  'units tags': 'writes a file; --json for programs',
};

describe('the help of every command', async () => {
  const commands = await programCommands(packageRoot());

  it.each([...commands])('chitieu %s has an example that the command takes', (words, { help, options }) => {
    const [, examples = ''] = help.split('Ví dụ (example):');
    const shown = examples.split('\n').filter((line) => line.includes(`chitieu ${words}`));
    expect(shown).not.toEqual([]);
    const used = shown.flatMap((line) => line.match(/--[a-z-]+/gu) ?? []);
    expect(used.filter((option) => !options.includes(option) && option !== '--store')).toEqual([]);
  });

  it('names a language to speak, or there is a reason why not', () => {
    const without = [...commands].filter(([, { options }]) => !options.includes('--lang'));
    expect(without.map(([words]) => words).sort()).toEqual(Object.keys(WITHOUT_LANGUAGE).sort());
  });

  it('shows no empty list as what an option has by default', () => {
    const shown = [...commands].filter(([, { help }]) => help.includes('default: []'));
    expect(shown.map(([words]) => words)).toEqual([]);
  });
});
