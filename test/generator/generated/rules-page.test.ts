import { describe, expect, it } from 'vitest';
import { allRules } from '../../../core/check/all-rules.ts';
import { severityWords } from '../../../core/wording/place.ts';
import { rulesPage } from '../../../generator/generated/rules-page.ts';

describe('rulesPage', () => {
  const { path, content } = rulesPage(allRules);

  it('is the page of rules', () => {
    expect(path).toBe('docs/generated/rules.md');
  });

  it.each(allRules.map((rule) => [rule.code, rule] as const))(
    'explains %s in both languages',
    (code, rule) => {
      const section = content.split(`\n## ${code}\n`)[1]?.split('\n## ')[0] ?? '';
      for (const text of [rule.text.vi, rule.text.en]) {
        for (const part of [text.title, text.meaning, text.example, text.fix])
          expect(section).toContain(part);
      }
      expect(section).toContain(`(${severityWords[rule.severity].vi})`);
      expect(content).toContain(`[\`${code}\`](#${code})`);
    },
  );
});
