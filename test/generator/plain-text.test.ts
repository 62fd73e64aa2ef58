import { describe, expect, it } from 'vitest';
import { plainText } from '../../generator/plain-text.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { run } from './commands/run.ts';

describe('plainText', () => {
  it.each([
    ['a colour', '\u001b[31mđỏ', '\\u001b[31mđỏ'],
    ['a title', '\u001b]0;x\u0007', '\\u001b]0;x\\u0007'],
    ['a carriage return', '12\r99', '12\\u000d99'],
    ['an eight-bit command', '\u009b2J', '\\u009b2J'],
    ['a turned direction', 'a\u202egpj', 'a\\u202egpj'],
    ['a backspace', '1\b2\u007f', '1\\u00082\\u007f'],
  ])('shows %s instead of obeying it', (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('leaves lines, tabs and Vietnamese as they are', () => {
    const text = 'Chỉ tiêu:\t12,5 %\n– “đạt” … ₫ a\u0302\n';
    expect(plainText(text)).toBe(text);
  });

  it('keeps JSON what it says', () => {
    const text = '\u009b\u202e';
    expect(JSON.parse(plainText(JSON.stringify({ text })))).toEqual({ text });
  });
});

it('nothing of a file name reaches the terminal as a command', async () => {
  const { code, out, err } = await run(
    packageRoot(),
    'export',
    'no\u001b[2J\u009bsuch.xlsx',
    '--out',
    'never',
  );
  expect(code).toBe(2);
  expect(out + err).toContain('no\\u001b[2J');
  // eslint-disable-next-line no-control-regex
  expect(out + err).not.toMatch(/[\u001b\u009b]/u);
});
