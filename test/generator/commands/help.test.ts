import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { programCommands } from './all-commands.ts';

describe('the help of every command', async () => {
  const commands = await programCommands(packageRoot());

  it.each([...commands])('chitieu %s has an example that the command takes', (words, { help, options }) => {
    const [, examples = ''] = help.split('Ví dụ (example):');
    const shown = examples.split('\n').filter((line) => line.includes(`chitieu ${words}`));
    expect(shown).not.toEqual([]);
    const used = shown.flatMap((line) => line.match(/--[a-z-]+/gu) ?? []);
    expect(used.filter((option) => !options.includes(option))).toEqual([]);
  });

  it('shows no empty list as what an option has by default', () => {
    const shown = [...commands].filter(([, { help }]) => help.includes('default: []'));
    expect(shown.map(([words]) => words)).toEqual([]);
  });
});
