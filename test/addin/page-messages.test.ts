import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../generator/package-root.ts';

const ROOT = packageRoot();
const ENTRIES = ['addin/taskpane/index.ts', 'addin/commands/index.ts', 'addin/page/index.ts'];

/** Files that are loaded with some others, themselves among them; what only types are taken from is not. */
function loadedWith(entries: readonly string[]): string[] {
  const found = new Set<string>();
  const open = entries.map((entry) => join(ROOT, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, from = ''] of text.matchAll(
      /(?:^|\n)(?:import|export) (?!type )(?:[^;']*? from )?'(\.[^']+)'/gu,
    ))
      open.push(resolve(dirname(file), from));
  }
  return [...found];
}

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

it('whatever the pane and the page can find has its message among those of returned files', () => {
  const listed = namesIn(
    readFileSync(join(ROOT, 'core/wording/return-message.ts'), 'utf8'),
    /^ {2}(\w+Messages),$/gmu,
  );
  const files = loadedWith(ENTRIES);
  const reported = files.flatMap((file) => namesIn(readFileSync(file, 'utf8'), /\breporter\((\w+)\)/gu));
  expect(reported.length).toBeGreaterThan(5);
  expect(listed).toEqual(expect.arrayContaining(reported));
  // Nothing brings the messages of all commands back in.
  expect(files).not.toContain(join(ROOT, 'core/wording/render.ts'));
});
