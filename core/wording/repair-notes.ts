import { reporter, type Finding, type Language } from '../base/finding.ts';
import { repairMessages, type UnreadablePart } from '../repair/messages.ts';
import type { Noted } from '../repair/repaired.ts';
import { renderPlace } from './place.ts';
import { returnMessage } from './return-message.ts';

const report = reporter(repairMessages);

/** Says of a part of a damaged file why it could not be read. */
export function unreadableNote({
  part,
  sheet,
  error,
}: {
  part: UnreadablePart;
  sheet: string | null;
  error: { finding: Finding };
}): Finding {
  const { finding } = error;
  const reason = { vi: returnMessage(finding, 'vi'), en: returnMessage(finding, 'en') };
  const place = sheet === null ? finding.place : { sheet, ...finding.place };
  return report('repair-part-unreadable', place, { part, reason });
}

/** A line of the lists of a repair: where, of what, and why. */
function notedLine({ sheet, cell, about, label, finding, why }: Noted, language: Language): string {
  const name = about?.[language] ?? label ?? '';
  const message = why ?? returnMessage(finding, language);
  return `${renderPlace({ sheet, cell }, language)}${name === '' ? '' : ` (${name})`}: ${message}`;
}

/** The lines of a list of a repair; what is said of a whole column is one. */
export function notedLines(notes: readonly Noted[], language: Language): string[] {
  const columns = new Set<string>();
  return notes.flatMap((noted) => {
    const { sheet, finding, why } = noted;
    if (finding.code !== 'repair-into-before' || why !== undefined) return [notedLine(noted, language)];
    const line = `${renderPlace({ sheet }, language)}: ${returnMessage(finding, language)}`;
    if (columns.has(line)) return [];
    columns.add(line);
    return [line];
  });
}
