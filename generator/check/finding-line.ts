import { allRules } from '../../core/check/all-rules.ts';
import type { Finding, Language } from '../../core/base/finding.ts';
import { renderPlace, severityWords } from '../../core/wording/place.ts';
import { renderMessage } from '../../core/wording/render.ts';

/** One finding of a rule or of a reader as a line of text: severity, place, message and, of a rule, what to do. */
export function findingLine(finding: Finding, language: Language): string {
  const place = renderPlace(finding.place, language);
  const rule = allRules.find(({ code }) => code === finding.code)?.text[language];
  // The rule that made the finding made its data for its own wording; a reader has another for the same code.
  const message = rule
    ? `${rule.message(finding.data as never)} ${rule.fix}`
    : renderMessage(finding, language);
  return `${place === '' ? '' : `${place}: `}${severityWords[finding.severity][language]}: ${message}`;
}
