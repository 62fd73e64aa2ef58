import type { Severity } from '../../../core/base/finding.ts';
import { escapeXml, withAttribute } from '../../xml/elements.ts';
import type { Patch } from '../../xml/patch.ts';
import { placeOfChild } from './children.ts';
import { SEVERITIES } from './severity.ts';
import type { ScannedSheet } from './sheet-scan.ts';

/** Always true, and by its words ours: a later mark finds and removes the rule whoever saved the file. */
const CONDITION = '"Chỉ Tiêu"<>""';

/**
 * Conditional formats paint over the fill of a cell. Where a sheet has any, the marked cells get a rule of
 * their own before all others, whose numbers move up to make room.
 * @param cells addresses by severity
 * @param differential gives the number of the differential format of a severity
 */
export function markRulePatches(
  sheet: ScannedSheet,
  cells: ReadonlyMap<Severity, readonly string[]>,
  differential: (severity: Severity) => number,
): Patch[] {
  if (sheet.rules.length === 0) return [];
  const used = SEVERITIES.filter((severity) => (cells.get(severity)?.length ?? 0) > 0);
  const { prefix: p } = sheet;
  const formats = used.map((severity, index) => {
    const attributes = `type="expression" dxfId="${differential(severity)}" priority="${index + 1}" stopIfTrue="1"`;
    const rule = `<${p}cfRule ${attributes}><${p}formula>${escapeXml(CONDITION)}</${p}formula></${p}cfRule>`;
    const ranges = (cells.get(severity) ?? []).join(' ');
    return `<${p}conditionalFormatting sqref="${ranges}">${rule}</${p}conditionalFormatting>`;
  });
  const at = placeOfChild(sheet, 'conditionalFormatting');
  const moved = sheet.rules.map((rule) => withPriority(sheet, rule, rule.priority + used.length));
  return [{ from: at, to: at, text: formats.join('') }, ...moved];
}

/** Takes the rules of {@link markRulePatches} out again. */
export function unmarkRulePatches(sheet: ScannedSheet): Patch[] {
  const ours = sheet.rules.filter(isOurs);
  if (ours.length === 0) return [];
  const parents = new Set(ours.flatMap(({ parent }) => parent ?? []));
  const rest = sheet.rules.filter(({ parent }) => parent === undefined || !parents.has(parent));
  const lowest = Math.min(...rest.map(({ priority }) => priority));
  // Never below 1: another program may have numbered the rules anew.
  const step = Math.min(ours.length, Math.max(0, lowest - 1));
  return [
    ...[...parents].map(({ span }) => ({ ...span, text: '' })),
    ...(step === 0 ? [] : rest.map((rule) => withPriority(sheet, rule, rule.priority - step))),
  ];
}

function isOurs({ formula }: ScannedSheet['rules'][number]): boolean {
  return formula.replaceAll(/\s/gu, '') === CONDITION.replaceAll(' ', '');
}

function withPriority(sheet: ScannedSheet, { tag }: ScannedSheet['rules'][number], priority: number): Patch {
  const xml = sheet.document.text.slice(tag.from, tag.to);
  return { ...tag, text: withAttribute(xml, 'priority', priority) };
}
