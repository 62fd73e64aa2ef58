import type { RuleDefinition } from '../../core/rules/rule.ts';
import type { Language } from '../../core/base/finding.ts';
import { severityWords } from '../../core/wording/place.ts';

const WORDS = {
  vi: { example: 'Ví dụ', fix: 'Cách sửa' },
  en: { example: 'Example', fix: 'What to do' },
} as const;

/** Every rule of the check as a page for readers, in the order given. */
export function rulesPage(rules: readonly RuleDefinition[]): { path: string; content: string } {
  const lines = [
    '# Quy tắc kiểm tra (rules of the check)',
    '',
    'Made from `core/check`; do not edit.',
    '',
    'Lỗi (error) chặn việc chấp nhận báo cáo, không bao giờ chặn việc lưu hay gửi. Cảnh báo (warning) cần một lý do ghi ở cột lý do của dòng. Thông tin (note) chỉ để biết. Một sai sót chỉ báo một lần: quy tắc đứng trước nói thay cho quy tắc đứng sau. Số không đủ để xét là "không xét được", không phải "đạt".',
    '',
    'An error blocks acceptance, never saving or sending. A warning wants a reason in the reason column of its row. A note only informs. One slip is said once: an earlier rule speaks for a later one. What cannot be evaluated has not passed.',
    '',
    '| Mã | Mức | Quy tắc | Rule |',
    '|---|---|---|---|',
    ...rules.map(({ code, severity, text }) =>
      row([`[\`${code}\`](#${code})`, severityWords[severity].vi, text.vi.title, text.en.title]),
    ),
    ...rules.flatMap((rule) => ['', `## ${rule.code}`, ...body(rule, 'vi'), ...body(rule, 'en')]),
  ];
  return { path: 'docs/generated/rules.md', content: `${lines.join('\n')}\n` };
}

function body({ severity, text }: RuleDefinition, language: Language): string[] {
  const { title, meaning, example, fix } = text[language];
  const words = WORDS[language];
  return [
    '',
    `**${title}** (${severityWords[severity][language]}). ${meaning}`,
    '',
    `- ${words.example}: ${example}`,
    `- ${words.fix}: ${fix}`,
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
