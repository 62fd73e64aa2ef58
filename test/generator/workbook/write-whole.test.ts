import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { staged } from '../../../generator/workbook/write-whole.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-staged-'));
});
afterEach(() => rm(folder, { recursive: true }));

const files = () => readdir(folder);
const pathOf = (name: string) => join(folder, name);

describe('files that are made one by one', () => {
  it('have their names together', async () => {
    await writeFile(pathOf('a.xlsx'), 'before');
    await staged(async ({ add, nameAll }) => {
      await add({ path: pathOf('a.xlsx'), bytes: 'a' });
      await add({ path: pathOf('b.xlsx'), bytes: 'b' });
      expect(await readFile(pathOf('a.xlsx'), 'utf8')).toBe('before');
      expect((await files()).filter((name) => name.endsWith('.tmp'))).toHaveLength(2);
      nameAll();
    });
    expect(await files()).toEqual(['a.xlsx', 'b.xlsx']);
    expect(await readFile(pathOf('a.xlsx'), 'utf8')).toBe('a');
  });

  it('are gone where one of them cannot be made, and where nobody names them', async () => {
    const failing = staged(async ({ add }) => {
      await add({ path: pathOf('a.xlsx'), bytes: 'a' });
      throw new Error('The disk is full.');
    });
    await expect(failing).rejects.toThrow('The disk is full.');
    await staged(({ add }) => add({ path: pathOf('a.xlsx'), bytes: 'a' }));
    expect(await files()).toEqual([]);
  });

  it('are gone before an interrupted process ends', async () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const listeners = process.listenerCount('SIGINT');
    await staged(async ({ add }) => {
      await add({ path: pathOf('a.xlsx'), bytes: 'a' });
      process.emit('SIGINT', 'SIGINT');
      expect(await files()).toEqual([]);
      expect(kill).toHaveBeenCalledWith(process.pid, 'SIGINT');
    });
    expect(process.listenerCount('SIGINT')).toBe(listeners);
    kill.mockRestore();
  });
});
