import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeReport } from '../../../generator/renew/write-report.ts';

const folder = await mkdtemp(join(tmpdir(), 'chitieu-report-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const path = join(folder, 'chuyen-ky_2026.json');

const head = { schema: 1, round: '2026', counts: [{ outcome: 'carried', count: 1200 }] };
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    unit: `VN12.${at}`,
    value: String(at),
    to: [],
    source: 'Sổ\n"a"',
  }));

describe('the report of a renewal for programs', () => {
  it.each([0, 1, 500, 1201])('is JSON with %i lines, its check the sum of all the rest', async (count) => {
    await rm(path, { force: true });
    expect(await writeReport(path, { head, lines: linesOf(count) })).toBe(true);
    const text = await readFile(path, 'utf8');
    const { check, ...rest } = JSON.parse(text) as { check: string };
    expect(rest).toEqual({ ...head, lines: linesOf(count) });
    const [body = ''] = text.split(',\n  "check"');
    expect(check).toBe(createHash('sha256').update(`${body}\n}`).digest('hex'));
    // A line of the report is a line of the file.
    expect(text.match(/^ {4}\{.*\},?$/gmu) ?? []).toHaveLength(count);
  });

  it('is written anew over one that nobody has changed, and over no other file', async () => {
    await rm(path, { force: true });
    await writeReport(path, { head, lines: linesOf(3) });
    expect(await writeReport(path, { head, lines: linesOf(2) })).toBe(true);
    const text = await readFile(path, 'utf8');
    for (const other of [text.replace('"value":"1"', '"value":"7"'), `${text} `, text.slice(1), '{}', '']) {
      await writeFile(path, other);
      expect(await writeReport(path, { head, lines: linesOf(1) })).toBe(false);
      expect(await readFile(path, 'utf8')).toBe(other);
    }
  });
});
