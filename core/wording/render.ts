import { sentence, type Finding, type Language, type MessageTable } from '../base/finding.ts';
import { catalogueMessages } from '../catalogue/messages.ts';
import { changeMapMessages } from '../changes/messages.ts';
import { assignmentMessages } from '../planner/assignment/messages.ts';
import { baselineMessages } from '../planner/baseline/messages.ts';
import { gridMessages } from '../planner/grid/messages.ts';
import { rowMessages } from '../planner/messages.ts';
import { documentMessages } from '../draft/document-messages.ts';
import { lintMessages } from '../lint/messages.ts';
import { planMessages } from '../resolve/messages.ts';
import { planningMessages } from '../planning/messages.ts';
import { unitListMessages } from '../unit/compare-lists.ts';
import { renderPlace, severityWords } from './place.ts';
import { returnTables, tableWith } from './return-message.ts';

/** Every message table; codes are unique over all of them. */
export const messageTables: readonly MessageTable[] = [
  ...returnTables,
  unitListMessages,
  catalogueMessages,
  planMessages,
  lintMessages,
  changeMapMessages,
  documentMessages,
  rowMessages,
  assignmentMessages,
  baselineMessages,
  gridMessages,
  planningMessages,
];

/** One finding as a line of text: severity, place, message. */
export function renderFinding(finding: Finding, language: Language): string {
  const place = renderPlace(finding.place, language);
  const severity = severityWords[finding.severity][language];
  return `${place === '' ? '' : `${place}: `}${severity}: ${renderMessage(finding, language)}`;
}

/** The message of a finding alone. */
export function renderMessage(finding: Finding, language: Language): string {
  return sentence(tableWith(finding, messageTables), finding, language);
}
