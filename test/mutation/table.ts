import type { Outcome } from './outcome.ts';

/** A line of the table: what was done to a workbook and what came of it. */
export interface Line {
  group: string;
  name: string;
  outcome: Outcome;
}

/** The table of all damages as a page for people. */
export function tablePage(lines: readonly Line[]): string {
  const groups = [...new Set(lines.map(({ group }) => group))];
  const sections = groups.flatMap((group) => [
    '',
    `## ${group}`,
    '',
    '| damage | said of it | entries read | repair |',
    '|---|---|---|---|',
    ...lines.filter((line) => line.group === group).map(row),
  ]);
  return [
    '# What damage does to a filled workbook',
    '',
    'Each line damages a filled workbook in one way, then checks and repairs it. "Said of it" lists what the check reports beyond what it says of the undamaged file: errors in bold block acceptance, warnings want a reason, notes are in italics. "Entries read" counts figures, baselines, marks, reasons and own verdicts that are read otherwise than they were typed. "Repair" counts where the entries are afterwards: in their cells, listed for people to place, or taken by the damage itself; none is ever dropped.',
    '',
    'Written by `test/mutation/mutation.test.ts`; with `UPDATE_DAMAGE_TABLE=1` it is written anew.',
    ...sections,
    '',
  ].join('\n');
}

function row({ name, outcome }: Line): string {
  return `| ${name} | ${said(outcome)} | ${entries(outcome)} | ${repair(outcome)} |`;
}

function said({ refused, findings }: Outcome): string {
  if (refused !== null) return `not read: **${refused}**`;
  if (findings.length === 0) return 'nothing';
  const order = ['error', 'warning', 'note'];
  const rank = (text: string) => order.indexOf(text.split(' ')[0] ?? '');
  return [...findings]
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((text) => {
      const [severity, code = ''] = text.split(' ');
      return severity === 'error' ? `**${code}**` : severity === 'note' ? `*${code}*` : code;
    })
    .join(', ');
}

function entries({ refused, isIdentified, lost, gained }: Outcome): string {
  if (refused !== null || !isIdentified) return 'none';
  if (lost.length === 0 && gained.length === 0) return 'all as typed';
  return `${lost.length} gone or different`;
}

function repair({ repair: one }: Outcome): string {
  if (one === null) return 'refused: the file cannot be opened';
  const { restored, listed, taken } = one;
  const parts = [`${restored} in their cells`];
  if (listed > 0) parts.push(`${listed} listed`);
  if (taken > 0) parts.push(`${taken} taken by the damage`);
  return parts.join(', ');
}
