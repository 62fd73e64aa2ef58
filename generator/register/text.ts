import type { Language } from '../../core/base/finding.ts';
import { returnName } from '../../core/store/model.ts';
import { countStates, unitStates, type RegisterLine } from '../../core/store/register.ts';
import { textTable } from '../commands/text-table.ts';
import type { Register } from './draw-up.ts';
import { registerHeads, unitStateWords } from '../../core/store/words.ts';

/** Room for the names of units, so that a line fits a terminal of 100 columns; longer ones are cut with a mark. */
const NAME = 24;

/** A register for people: totals first, then a line for every unit, then what there is to say of some. */
export function registerText(register: Register, language: Language): string {
  const { lines, others, round } = register;
  const counts = countStates(lines);
  const parts = unitStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${unitStateWords[state][language]}`);
  const head =
    language === 'vi'
      ? `Kỳ ${round}: ${lines.length} đơn vị; ${parts.join(', ')}.\n`
      : `Round ${round}: ${lines.length} units; ${parts.join(', ')}.\n`;
  const table = textTable(
    [...registerHeads[language]],
    lines.map((line) => cellsOf(line, language)),
  );
  const notes = [
    ...lines.flatMap((line) => notesOf(line, language).map((note) => `${line.reporter}: ${note}`)),
    ...others.map(({ number, reporter }) =>
      language === 'vi'
        ? `${returnName(number)}: ${reporter} không phải đơn vị của kỳ này.`
        : `${returnName(number)}: ${reporter} is no unit of this round.`,
    ),
  ];
  return `${head}${table}${notes.map((note) => `${note}\n`).join('')}`;
}

function cellsOf(line: RegisterLine, language: Language): string[] {
  const { reporter, name, state, version, judged, daysLate } = line;
  const number = (count: number | undefined | null) => (count ? String(count) : '');
  return [
    reporter,
    name.length <= NAME ? name : `${name.slice(0, NAME - 1)}…`,
    unitStateWords[state][language],
    line.return ? `${returnName(line.return.number)}${(version ?? 1) > 1 ? ` (${version})` : ''}` : '',
    line.return?.received.slice(0, 10) ?? '',
    judged ? `${judged.entered}/${judged.owed}` : '',
    number(judged?.errors),
    number(judged?.warnings),
    number(daysLate),
  ];
}

/** What else there is to know of a unit. */
function notesOf({ notOwed, waiting, missing, due, state }: RegisterLine, language: Language): string[] {
  const vi = language === 'vi';
  return [
    ...(notOwed !== null && state === 'not-owed' ? [notOwed] : []),
    ...(waiting > 0
      ? [vi ? `${waiting} tệp đang giữ lại hoặc không nhận` : `${waiting} files held back or refused`]
      : []),
    ...(missing.length > 0
      ? [vi ? `chưa có báo cáo của ${missing.join(', ')}` : `nothing yet of ${missing.join(', ')}`]
      : []),
    ...(due === null && state !== 'not-owed' ? [vi ? 'chưa quy định hạn nộp' : 'no due day is known'] : []),
  ];
}
