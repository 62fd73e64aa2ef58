import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const TEST = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(TEST, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
const testFiles = files.filter((path) => path.endsWith('.test.ts'));

it('every test file is in one lane: unit, or the one its name says', () => {
  const misnamed = testFiles.filter((path) => !/\/?[^./]+(?:\.(?:engines|browser))?\.test\.ts$/u.test(path));
  expect(misnamed).toEqual([]);
  for (const lane of ['engines', 'browser']) {
    expect(testFiles.filter((path) => path.endsWith(`.${lane}.test.ts`)).length).toBeGreaterThan(5);
  }
});

it('Chromium and the spreadsheet programs are started by test/engines alone, which refuses the lane unit', () => {
  const starting = files.filter((path) => {
    const text = readFileSync(join(TEST, path), 'utf8');
    return path !== 'lanes.test.ts' && /chromium\.launch|onPath\(/u.test(text);
  });
  expect(starting.sort()).toEqual(['engines/availability.ts', 'engines/chromium.ts']);
  expect(readFileSync(join(TEST, 'engines/chromium.ts'), 'utf8')).toContain("requireEngine('chromium')");
});

it('the lane unit asks for no engine', () => {
  const unit = testFiles.filter((path) => !/\.(?:engines|browser)\.test\.ts$/u.test(path));
  const asking = unit.filter((path) =>
    /^import .*\b(?:describeWithEngine|startBrowser)\b/mu.test(readFileSync(join(TEST, path), 'utf8')),
  );
  // That one shows that it is refused.
  expect(asking).toEqual(['engines/availability.test.ts']);
});
