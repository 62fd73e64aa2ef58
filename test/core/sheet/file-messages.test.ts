import { describe, expect, it } from 'vitest';
import { workbookFileMessages } from '../../../core/sheet/file-messages.ts';

/** One value for every datum any of the messages takes; each must show up where it is named. */
const DATA = {
  bytes: 70_000_000,
  limit: 1_234_567,
  looksLike: 'html',
  part: 'xl/worksheets/sheet7.xml',
  damage: 'checksum',
  found: 'unknown',
  neededBy: 'xl/workbook.xml',
  line: 4321,
  reason: 'unclosed tag',
  name: 'Nhập liệu',
  type: 'n',
};

describe.each(Object.entries(workbookFileMessages))('%s', (code, definition) => {
  const render = {
    vi: definition.vi as (data: unknown) => string,
    en: definition.en as (data: unknown) => string,
  };
  /** The data the English wording uses; the Vietnamese one must use the same. */
  const used = (language: 'vi' | 'en') => {
    const seen = new Set<string>();
    render[language](
      new Proxy(DATA, { get: (data, key) => (seen.add(String(key)), Reflect.get(data, key)) }),
    );
    return seen;
  };

  it('says in both languages the same data, and two sentences at least: what is wrong, what to do', () => {
    // What the reader of XML says is English: only that wording repeats it.
    const inEnglish = used('en');
    if (code === 'bad-xml') inEnglish.delete('reason');
    expect(used('vi')).toEqual(inEnglish);
    for (const language of ['vi', 'en'] as const) {
      const text = render[language](DATA);
      expect(text).not.toMatch(/undefined|\[object|NaN/u);
      expect(text.match(/[.:] \p{Lu}/gu)).not.toBeNull();
      expect(text).toMatch(/\.$/u);
    }
  });
});

describe('figures in the messages', () => {
  it('are written as the language does', () => {
    const { 'file-too-large': size, 'too-many-cells': cells } = workbookFileMessages;
    expect(size.vi({ bytes: 70_000_000, limit: 67_108_864 })).toContain('66,8 MB, vượt mức 64 MB');
    expect(size.en({ bytes: 70_000_000, limit: 67_108_864 })).toContain('66.8 MB, more than the 64 MB');
    expect(cells.vi({ limit: 2_000_000 })).toContain('2.000.000 ô');
    expect(cells.en({ limit: 2_000_000 })).toContain('2,000,000 cells');
  });
});
