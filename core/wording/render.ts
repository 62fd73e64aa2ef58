import {
  sentence,
  type Finding,
  type Language,
  type MessageTable,
  type Place,
  type Severity,
} from '../base/finding.ts';
import { catalogueMessages } from '../catalogue/messages.ts';
import { changeMapMessages } from '../changes/messages.ts';
import { csvReturnMessages } from '../exchange/messages.ts';
import { assignmentMessages } from '../planner/assignment/messages.ts';
import { baselineMessages } from '../planner/baseline/messages.ts';
import { gridMessages } from '../planner/grid/messages.ts';
import { rowMessages } from '../planner/messages.ts';
import { documentMessages } from '../draft/document-messages.ts';
import { fileMessages } from '../base/file-messages.ts';
import { lintMessages } from '../lint/messages.ts';
import { planMessages } from '../resolve/messages.ts';
import { planningMessages } from '../planning/messages.ts';
import { repairMessages } from '../repair/messages.ts';
import { returnedWorkbookMessages } from '../returned/messages.ts';
import { unitListMessages } from '../unit/compare-lists.ts';
import { workbookFileMessages } from '../sheet/file-messages.ts';

/** Every message table; codes are unique over all of them. */
export const messageTables: readonly MessageTable[] = [
  fileMessages,
  unitListMessages,
  catalogueMessages,
  planMessages,
  lintMessages,
  changeMapMessages,
  documentMessages,
  workbookFileMessages,
  returnedWorkbookMessages,
  rowMessages,
  assignmentMessages,
  baselineMessages,
  gridMessages,
  csvReturnMessages,
  repairMessages,
  planningMessages,
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
  return sentence(messageTables.find((table) => Object.hasOwn(table, finding.code)) ?? {}, finding, language);
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
