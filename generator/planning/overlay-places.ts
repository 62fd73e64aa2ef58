import type { Finding, Place } from '../../core/base/finding.ts';
import { OVERLAY_FILE } from '../plan-files/load.ts';

/**
 * Findings on what the workbook adds to the catalogue, told with the cell that it was typed in; those on what the
 * overlay had before keep their line.
 * @param text of the overlay as it would be written
 * @param placeOf the cell of a field of a new indicator; null of one that is not of the workbook
 */
export function toldInWorkbook(
  findings: readonly Finding[],
  text: string,
  placeOf: (indicator: string, field: string) => Place | null,
): Finding[] {
  const lines = text.split('\n');
  return findings.map((finding) => {
    const { file, line } = finding.place;
    if (file !== OVERLAY_FILE || line === undefined) return finding;
    const entry = entryAt(lines, line - 1);
    const place = entry === null ? null : placeOf(entry.id, entry.field);
    return place === null ? finding : { ...finding, place };
  });
}

/** The entry of a list that a line stands in, and which of its fields; null where it stands in none. */
function entryAt(lines: readonly string[], at: number): { id: string; field: string } | null {
  for (let index = at; index >= 0; index -= 1) {
    const [, lead = '', id] = /^(\s*)- \{?\s*id: ["']?([\w-]+)/u.exec(lines[index] ?? '') ?? [];
    if (id === undefined) continue;
    const own = lines
      .slice(index + 1, at + 1)
      .map((line) => /^(\s*)(\w+):/u.exec(line))
      .filter((match) => match?.[1]?.length === lead.length + 2);
    return { id, field: own.at(-1)?.[2] ?? 'name' };
  }
  return null;
}
