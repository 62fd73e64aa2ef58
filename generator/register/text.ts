import { periodSaid } from '../../core/period/period.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { Language } from '../../core/base/finding.ts';
import { returnName } from '../../core/store/model.ts';
import { countStates, unitStates, type RegisterLine } from '../../core/store/register.ts';
import { fewUnits } from '../../core/unit/few-units.ts';
import { textTable } from '../commands/text-table.ts';
import type { Register } from './draw-up.ts';
import {
  inPartSaid,
  registerHeads,
  registerNotes,
  stateSaid,
  unitStateWords,
} from '../../core/store/words.ts';

/** A line fits a terminal of so many columns: names of units that would not are cut with a mark. */
const TERMINAL = 100;
/** Fewer letters tell no units apart. */
const SHORTEST_NAME = 12;
/** So many plans are named of those that units lack. */
const NAMED = 3;
/** Place of the names among the columns. */
const NAME = 1;

/** A register for people: totals first, then a line for every unit, then what there is to say of some. */
export function registerText(register: Register, language: Language): string {
  const { lines, others, round } = register;
  const counts = countStates(lines);
  const parts = unitStates
    .filter((state) => counts[state] > 0)
    .map(
      (state) => `${counts[state]} ${unitStateWords[state][language]}${inPartSaid(lines, state, language)}`,
    );
  const partly = lines.filter(({ missing }) => missing.length > 0);
  const lacking = [...new Set(partly.flatMap(({ missing }) => missing))];
  const named = [...lacking.slice(0, NAMED), ...(lacking.length > NAMED ? ['…'] : [])].join(', ');
  const head =
    language === 'vi'
      ? `Kỳ ${periodSaid(round)}: ${lines.length} đơn vị; ${parts.join(', ')}.${partly.length > 0 ? ` ${partly.length} đơn vị mới nộp một phần số kế hoạch phải nộp, còn thiếu: ${named}.` : ''}\n`
      : `Round ${periodSaid(round, language)}: ${lines.length} units; ${parts.join(', ')}.${partly.length > 0 ? ` ${partly.length} have sent only some of the plans they owe, still missing: ${named}.` : ''}\n`;
  const table = textTable([...registerHeads[language]], fitted(lines, language));
  const notes = [
    ...notesOf(lines, language),
    ...others.map(({ number, reporter }) =>
      language === 'vi'
        ? `${returnName(number)}: ${reporter} không phải đơn vị của kỳ này.`
        : `${returnName(number)}: ${reporter} is no unit of this round.`,
    ),
  ];
  return `${head}${table}${notes.map((note) => `${note}\n`).join('')}`;
}

/** What else there is to say of units; why nothing is asked is said once of all of which it is the reason. */
function notesOf(lines: readonly RegisterLine[], language: Language): string[] {
  const notes: { note: string; of: RegisterLine[] }[] = [];
  const ofMany = new Map<string, RegisterLine[]>();
  for (const line of lines)
    for (const note of registerNotes(line, language)) {
      const { notOwed } = line;
      const isOfMany = notOwed?.because === 'nothing-asked' && note === notOwed.said[language];
      const known = isOfMany ? ofMany.get(note) : undefined;
      if (known) {
        known.push(line);
        continue;
      }
      const of = [line];
      notes.push({ note, of });
      if (isOfMany) ofMany.set(note, of);
    }
  return notes.map(
    ({ note, of }) =>
      `${fewUnits(
        of.map(({ reporter: id, name }) => ({ id, name })),
        language,
      )}: ${note}`,
  );
}

/** The cells of all lines, the names as short as the other columns ask. */
function fitted(lines: readonly RegisterLine[], language: Language): string[][] {
  const heads = registerHeads[language];
  const rows = lines.map((line) => cellsOf(line, language));
  const others = heads.map((head, at) =>
    at === NAME ? 0 : Math.max(head.length, ...rows.map((cells) => cells[at]?.length ?? 0)),
  );
  const between = 2 * (heads.length - 1);
  const room = TERMINAL - between - others.reduce((sum, width) => sum + width, 0);
  const width = Math.max(SHORTEST_NAME, room);
  const cut = (name: string) => (name.length <= width ? name : `${name.slice(0, width - 1)}…`);
  return rows.map((cells) => cells.map((cell, at) => (at === NAME ? cut(cell) : cell)));
}

function cellsOf(line: RegisterLine, language: Language): string[] {
  const { reporter, name, version, judged, daysLate } = line;
  const number = (count: number | undefined | null) => (count ? String(count) : '');
  return [
    reporter,
    name.normalize('NFC'),
    stateSaid(line, language),
    line.return ? `${returnName(line.return.number)}${(version ?? 1) > 1 ? ` (${version})` : ''}` : '',
    line.return ? dayShown(line.return.received.slice(0, 10), language) : '',
    judged ? `${judged.entered}/${judged.owed}` : '',
    number(judged?.errors),
    number(judged?.warnings),
    number(daysLate),
  ];
}

function dayShown(iso: string, language: Language): string {
  return language === 'vi' ? vietnameseDate(iso) : iso;
}
