import { expect, it } from 'vitest';
import { root } from './commands/assign/desk.ts';
import { run } from './commands/run.ts';

/** The last one alone would be done, and nobody told of the first. */
it.each([
  [
    ['import', '--release', 'B6', '--release', 'B8', '--reason', 'đã hỏi'],
    '--release ghi hai lần, "B6" và "B8"',
  ],
  [['generate', '--figures', 'a.csv', '--figures', 'b.csv'], '--figures ghi hai lần, "a.csv" và "b.csv"'],
  [['store', 'export', '--parquet', 'a', '--parquet=b'], '--parquet ghi hai lần, "a" và "b"'],
  [['--workspace', 'a', 'status', '--workspace', 'b'], '--workspace ghi hai lần, "a" và "b"'],
])('%j does nothing', async (args, words) => {
  const { code, out, err } = await run(root, ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

it('takes an option twice that may be repeated, or says the same', async () => {
  const { err } = await run(
    root,
    'close',
    '--round',
    '2023',
    '--round',
    '2023',
    '--leave-open',
    'm1',
    '--leave-open',
    'm2',
  );
  expect(err).not.toContain('ghi hai lần');
});
