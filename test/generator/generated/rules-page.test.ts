import { describe, expect, it } from 'vitest';
import { valueRules } from '../../../core/check/value-rules.ts';
import { rulesPage } from '../../../generator/generated/rules-page.ts';

describe('rulesPage', () => {
  const { path, content } = rulesPage(valueRules);

  it('is the page of rules', () => {
    expect(path).toBe('docs/generated/rules.md');
  });

  it.each(valueRules.map((rule) => [rule.code, rule] as const))(
    'explains %s in both languages',
    (code, rule) => {
      const section = content.split(`\n## ${code}\n`)[1]?.split('\n## ')[0] ?? '';
      for (const text of [rule.text.vi, rule.text.en]) {
        for (const part of [text.title, text.meaning, text.example, text.fix])
          expect(section).toContain(part);
      }
      expect(section).toContain(rule.severity === 'error' ? 'Lỗi' : 'Cảnh báo');
      expect(content).toContain(`[\`${code}\`](#${code})`);
    },
  );
});
