import { expect, it } from 'vitest';
import { storePaths } from '../../../generator/store/paths.ts';
import { said } from '../../../generator/store/trouble.ts';

const troubleOf = (words: string) =>
  said(() => Promise.reject(new Error(words)), storePaths('/kho')).catch((error: unknown) => String(error));

it('does not send whoever may not write to build the store anew', async () => {
  for (const why of ['Permission denied', 'Read-only file system']) {
    const told = await troubleOf(`IO Error: Cannot open file "/kho/store.duckdb": ${why}`);
    expect(told).toContain('Không có quyền ghi vào kho');
    expect(told).not.toContain('store rebuild');
  }
  expect(await troubleOf('Serialization Error: Failed to deserialize')).toContain('chitieu store rebuild');
});
