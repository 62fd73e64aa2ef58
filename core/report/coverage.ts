import type { Language } from '../base/finding.ts';
import { numberText } from '../base/number-text.ts';
import type { Consolidation } from '../consolidate/consolidate.ts';
import { owedInAll } from '../consolidate/owed-cells.ts';
import { consolidationWords } from '../consolidate/words.ts';
import type { PlanNames } from './plan-names.ts';
import { vietnameseDate } from '../round/round.ts';
import type { RegisterLine, UnitState } from '../store/register.ts';
import { hasSentPart, registerNotes, stateSaid, statesSaid } from '../store/words.ts';

/** A unit or body whose return does not count, or came late. */
export interface LateView {
  id: string;
  name: string;
  state: UnitState;
  word: string;
  /** Day by which it was due, as people write it; empty where no rule says. */
  due: string;
  /** Days late so far, or when it came in; null where no due day is known. */
  days: number | null;
  note: string;
}

/** A line of the tables of late and missing returns: unit, state, due day, days late where there are any, note. */
export function lateCells({ name, word, due, days, note }: LateView): string[] {
  return [name, word, due, days === null || days === 0 ? '' : String(days), note];
}

/** How complete the returns of a round are. */
export interface CoverageView {
  /** How many have to report, and in which state their returns are. */
  sentence: string;
  /** How many of the units' figures count. */
  figures: string;
  states: { state: UnitState; word: string; count: number }[];
  /** Units and bodies of which no return counts, in the order of the register. */
  missing: LateView[];
  /** Who has sent nothing that could be taken in, the first by name; where all have, how many do not count yet. */
  notSent: string;
  /** Returns that count and came in after the due day, the latest first. */
  late: LateView[];
}

const COUNTING: readonly UnitState[] = ['accepted', 'to-explain'];

/** How complete the returns of a round are, and who is missing. */
export function coverageOf(
  { rows, level }: Pick<Consolidation, 'rows' | 'level'>,
  lines: readonly RegisterLine[],
  planNames: PlanNames,
  language: Language,
): CoverageView {
  const vi = language === 'vi';
  const called = (ids: readonly string[]) => ids.map((id) => planNames.get(id) ?? id);
  const owing = lines.flatMap((line) =>
    line.state === 'not-owed' ? [] : [{ ...line, missing: called(line.missing) }],
  );
  const states = statesSaid(owing, language);
  const there = owing.filter(({ state }) => COUNTING.includes(state)).length;
  const listed = states.map(({ count, word }) => `${count} ${word}`).join(', ');
  const isInPart = owing.some(hasSentPart);
  const { owed, counted } = owedInAll(rows);
  const number = (count: number) => numberText(count, language);
  // Of whom nothing is asked no figure is missing.
  const owingRows = rows.filter((row) => row.owed > 0);
  const units = `${number(owingRows.length > 0 ? owingRows.length : rows.length)} ${consolidationWords[language].counted[level]}`;
  return {
    sentence: vi
      ? `${there}/${owing.length} đơn vị, cơ quan đã có ${isInPart ? 'đủ ' : ''}báo cáo được tính (${listed}).`
      : `Of ${owing.length} units and bodies ${there} have ${isInPart ? 'all returns, which count' : 'a return that counts'} (${listed}).`,
    figures: vi
      ? `${number(counted)}/${number(owed)} số của ${units} được tính.`
      : `${number(counted)} of ${number(owed)} figures of ${units} count.`,
    states,
    missing: owing.filter(({ state }) => !COUNTING.includes(state)).map((line) => lateView(line, language)),
    notSent: notSentSentence(owing, language),
    late: owing
      .filter(({ state, daysLate }) => COUNTING.includes(state) && (daysLate ?? 0) > 0)
      .sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0))
      .map((line) => lateView(line, language)),
  };
}

/**
 * Who has sent nothing, and whose return does not count; a file that was refused is no return, and whoever sent it has
 * still to send one.
 */
function notSentSentence(owing: readonly RegisterLine[], language: Language): string {
  const vi = language === 'vi';
  const namesOf = (of: UnitState) => owing.filter((line) => line.state === of && !hasSentPart(line));
  const named = (lines: readonly RegisterLine[]) => firstNames(lines, language);
  const [silent, refused] = [namesOf('not-received'), namesOf('refused')];
  const partly = owing.filter(hasSentPart);
  const plans = [...new Set(partly.flatMap(({ missing }) => missing))].join(', ');
  const listed = [
    ...(silent.length === 0 ? [] : [`${silent.length}: ${named(silent)}.`]),
    ...(refused.length === 0
      ? []
      : [
          vi
            ? `${refused.length} đã gửi tệp không nhận được: ${named(refused)}.`
            : `${refused.length} sent files that were refused: ${named(refused)}.`,
        ]),
    ...(partly.length === 0
      ? []
      : [
          vi
            ? `${partly.length} đã gửi nhưng còn thiếu báo cáo về ${plans}: ${named(partly)}.`
            : `${partly.length} have sent, but nothing on ${plans}: ${named(partly)}.`,
        ]),
  ];
  const waiting = owing.filter(
    (line) => !COUNTING.includes(line.state) && ![...silent, ...refused, ...partly].includes(line),
  );
  const uncounted =
    waiting.length === 0
      ? ''
      : vi
        ? `${waiting.length} đã gửi mà báo cáo chưa được tính: ${named(waiting)}.`
        : `${waiting.length} have sent returns that do not count yet: ${named(waiting)}.`;
  if (listed.length > 0) return [...listed, uncounted].join(' ').trim();
  if (uncounted !== '')
    return vi ? `Mọi đơn vị, cơ quan đã gửi; ${uncounted}` : `All units and bodies have sent; ${uncounted}`;
  return vi ? 'Mọi đơn vị, cơ quan đã gửi báo cáo.' : 'All units and bodies have sent their returns.';
}

/** So many names have room on the first page; all of them stand in the table of returns. */
const NAMED = 12;

function firstNames(lines: readonly RegisterLine[], language: Language): string {
  const shown = lines
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  const more = lines.length - NAMED;
  if (more <= 0) return shown;
  return language === 'vi' ? `${shown} và ${more} đơn vị, cơ quan khác` : `${shown} and ${more} others`;
}

function lateView(line: RegisterLine, language: Language): LateView {
  const { reporter, name, state, due, daysLate } = line;
  return {
    id: reporter,
    name,
    state,
    word: stateSaid(line, language),
    due: due === null ? '' : dayText(due, language),
    days: daysLate,
    note: registerNotes(line, language).join('; '),
  };
}

/** A day as people of a language write it. */
export function dayText(iso: string, language: Language): string {
  return language === 'vi' ? vietnameseDate(iso) : iso;
}
