import type { Finding, Language, MessageTable, Place, Severity } from '../finding.ts';
import { catalogueMessages } from './catalogue.ts';
import { csvReturnMessages } from './csv-return.ts';
import { exchangeFileMessages } from './exchange-files.ts';
import { fileMessages } from './files.ts';
import { lintMessages } from './lint.ts';
import { planMessages } from './plan.ts';
import { repairMessages } from './repair.ts';
import { returnedWorkbookMessages } from './returned-workbook.ts';
import { workbookFileMessages } from './workbook-file.ts';

/** Every message table; codes are unique over all of them. */
export const messageTables: readonly MessageTable[] = [
  fileMessages,
  catalogueMessages,
  planMessages,
  lintMessages,
  workbookFileMessages,
  returnedWorkbookMessages,
  exchangeFileMessages,
  csvReturnMessages,
  repairMessages,
];

/** Words for how bad a finding is. */
export const severityWords: Record<Severity, Record<Language, string>> = {
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  note: { vi: 'Thông tin', en: 'Note' },
};

/** One finding as a line of text: severity, place, message. */
export function renderFinding(finding: Finding, language: Language): string {
  const place = renderPlace(finding.place, language);
  const severity = severityWords[finding.severity][language];
  return `${place === '' ? '' : `${place}: `}${severity}: ${renderMessage(finding, language)}`;
}

/** The message of a finding alone. */
export function renderMessage(finding: Finding, language: Language): string {
  const definition = messageTables.find((table) => Object.hasOwn(table, finding.code))?.[finding.code];
  if (!definition) throw new Error(`No message is defined for the finding code "${finding.code}".`);
  // The reporter that made the finding has checked code and data against each other.
  return definition[language](finding.data as never);
}

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
