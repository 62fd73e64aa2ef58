import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, onTestFinished } from 'vitest';
import { openStore } from '../../../generator/store/home.ts';
import { requireSameFigures } from './same-figures.ts';

describe('figures read from the database as columns', () => {
  it('are the same as those of its entries, one by one and in digits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-scan-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const open = () => openStore(join(folder, 'store'), '2024-01-31T08:00:00+07:00');
    await requireSameFigures(await open(), open);
  });
});
