import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { run } from './run.ts';

const diff = (...args: string[]) => run(packageRoot(), 'plan', 'diff', ...args);

describe('chitieu plan diff', () => {
  it('says what is kept, gone and added, with the targets before and after', async () => {
    const { code, out } = await diff('lai-chau-2021', 'lai-chau-2024');
    expect(code).toBe(0);
    expect(out).toContain('Giữ 5 chỉ tiêu');
    expect(out).toContain('tham gia bảo hiểm thất nghiệp: ≈ 18 % (2025) → 15 % (2030)');
    expect(out).toContain(
      'Tỷ lệ lao động qua đào tạo: định nghĩa khác, đứt chuỗi → Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ',
    );
    const english = await diff('lai-chau-2021', 'lai-chau-2024', '--lang', 'en');
    expect(english.out).toContain('5 figures kept');
  });

  it('gives the same to programs', async () => {
    const { out } = await diff('lai-chau-2012', 'lai-chau-2021', '--json');
    const said = JSON.parse(out) as { kept: object[]; gone: object[]; added: object[]; draft: object[] };
    expect([said.kept, said.gone, said.added].map(({ length }) => length)).toEqual([5, 22, 26]);
    expect(said.draft).toContainEqual(
      expect.objectContaining({ change: 'break', from: ['trained-or-coached-labour-share'] }),
    );
  });

  it('writes a draft once, and never over a file that is there', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'chitieu-diff-')), 'changes.yaml');
    const args = ['lai-chau-2021', 'lai-chau-2024', '--draft', '--out', file];
    const { code, out } = await diff(...args);
    expect({ code, said: out }).toEqual({ code: 0, said: expect.stringContaining('1 mục cần người quyết') });
    const text = await readFile(file, 'utf8');
    expect(text).toContain('from: lai-chau-2021');
    const again = await diff(...args);
    expect(again.code).toBe(2);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('compares two plans, and not one with itself', async () => {
    expect((await diff('lai-chau-2021', 'lai-chau-2021')).code).toBe(2);
    expect((await diff('lai-chau-2021', 'lai-chau-1999')).code).toBe(2);
  });
});
