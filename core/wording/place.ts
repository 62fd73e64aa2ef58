import type { Language, Place, Severity } from '../base/finding.ts';

/** Words for how bad a finding is. */
export const severityWords: Record<Severity, Record<Language, string>> = {
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  note: { vi: 'Thông tin', en: 'Note' },
};

/** `seeds/x/plan.yaml:12 (targets[3].printed)`, in the form editors and terminals make clickable. */
export function renderPlace({ file, line, sheet, cell, path }: Place, language: Language): string {
  const lineWord = language === 'vi' ? 'dòng' : 'line';
  const position =
    file === undefined
      ? line === undefined
        ? ''
        : `${lineWord} ${line}`
      : line === undefined
        ? file
        : `${file}:${line}`;
  const inWorkbook = sheet === undefined ? cell : cell === undefined ? sheet : `${sheet}!${cell}`;
  return [position, inWorkbook ?? '', path === undefined ? '' : `(${path})`]
    .filter((part) => part !== '')
    .join(' ');
}
