import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';

const JOBS = 'new-jobs|_T';
const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);
const REASON = 'Sở tính cả lao động đi làm việc ở nước ngoài';

let round: StoredRound;

beforeAll(async () => {
  round = await storedRound([
    ...DISTRICTS.map((unit) => ({ unit, figures: { [JOBS]: '100' } })),
    { unit: 'VN12', reporter: 'VN12.SLDTBXH', figures: { [JOBS]: '900' } },
  ]);
});
afterAll(() => round.gone());

const levels = (...args: string[]) => round.run('levels', '--round', '2023', ...args);
const status = async () => (await round.run('status', '--round', '2023')).out;
const listed = async () =>
  JSON.parse((await levels('--json')).out) as { id: string; key: string; open: boolean }[];

describe('chitieu levels', () => {
  it('lists where levels contradict each other; status counts what nobody has explained', async () => {
    const { code, out } = await levels();
    expect(code).toBe(0);
    expect(out).toContain('cộng đơn vị 800 người, công bố 900 người; cần lý do hoặc quyết định');
    expect(await listed()).toMatchObject([{ key: JOBS, open: true }]);
    expect(await status()).toContain('Các cấp nói khác nhau ở 1 chỗ');
  });

  it('keeps why they differ, with who and when, and shows it in the consolidated workbook', async () => {
    const [{ id } = { id: '' }] = await listed();
    expect((await levels(id)).err).toContain('--reason');
    expect((await levels('c0', '--reason', REASON)).err).toContain('c0');
    expect((await levels(id, '--reason', REASON)).out).toContain('Đã giải trình 1 chênh lệch');
    expect((await levels('--lang', 'en')).out).toContain(
      '1 difference between levels: 1 with a reason or a decision.',
    );
    expect(await status()).not.toContain('Các cấp');
    const book = join(round.folder, 'tong-hop.xlsx');
    await round.run('consolidate', '--round', '2023', '--out', book);
    const { sheets } = await readFacts(await readFile(book));
    const cells = sheets.find(({ name }) => name === 'So các cấp')?.cells.map(({ value }) => String(value));
    expect(cells?.some((text) => text.includes(REASON) && text.includes('Phòng Tổng hợp'))).toBe(true);
    expect(cells).toContain(id);
  });

  it('is open again when the decision is undone', async () => {
    await round.run('resolve', '--undo', '1', '--reason', 'Nhầm');
    expect(await listed()).toMatchObject([{ open: true }]);
  });
});
