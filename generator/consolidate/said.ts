import type { Language } from '../../core/base/finding.ts';
import { numberText } from '../../core/base/number-text.ts';
import { levelFigures } from '../../core/consolidate/level-words.ts';
import { levelDifferences } from '../../core/consolidate/levels.ts';
import { closedNotes } from '../../core/consolidate/sheets/book.ts';
import { cameIn } from '../../core/consolidate/came-in.ts';
import { owedInAll } from '../../core/consolidate/owed-cells.ts';
import { consolidationWords } from '../../core/consolidate/words.ts';
import { periodName } from '../../core/period/period.ts';
import { periodOf } from '../../core/round/round.ts';
import { returnName } from '../../core/store/model.ts';
import { uncountedSaid } from '../../core/store/uncounted.ts';
import { statesSaid } from '../../core/store/words.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { hasSent, type ProvinceLine } from '../../core/store/provinces.ts';
import { coverageSentences } from '../../core/store/provinces-said.ts';
import { closedJson } from './closed-json.ts';
import { differenceJson } from './difference-json.ts';
import type { Gathered } from './gather.ts';

/** Which round, units and plans a consolidation is about, on one line. */
export function headLine(
  { found }: Pick<Gathered, 'found'>,
  language: Language,
  provinces: readonly ProvinceLine[] | null = null,
): string {
  const words = consolidationWords[language];
  const [{ units: [province] = [] } = {}] = found.plans;
  return [
    provinces === null ? (province?.name ?? '') : countryName(provinces, language),
    periodName(periodOf(found.round), language),
    `${found.rows.length} ${words.counted[found.level]}`,
    found.plans.map(({ file }) => file.id).join(', '),
  ].join(' – ');
}

function countryName(provinces: readonly ProvinceLine[], language: Language): string {
  const sent = provinces.filter(hasSent).length;
  return language === 'vi'
    ? `${sent}/${provinces.length} tỉnh, thành phố`
    : `${sent} of ${provinces.length} provinces`;
}

/** What came out, for people: how many units and figures there are, and what is missing. */
export function summaryText(
  gathered: Gathered,
  language: Language,
  provinces: readonly ProvinceLine[] | null = null,
): string {
  const { found, register } = gathered;
  const ids = new Set(found.rows.map(({ unit }) => unit.id));
  const states = statesSaid(
    register.lines.filter(({ reporter }) => ids.has(reporter)),
    language,
  ).map(({ word, count }) => `${count} ${word}`);
  const uncounted = uncountedSaid(register.lines, language, found.acceptedOnly);
  const words = consolidationWords[language];
  return [
    `${headLine(gathered, language, provinces)}: ${states.join(', ')}.\n`,
    ...(provinces === null ? [] : coverageSentences(provinces, language).map((sentence) => `${sentence}\n`)),
    cellsText(found, language),
    ...(uncounted === '' ? [] : [`${uncounted}.\n`]),
    ...levelsText(gathered, language),
    ...closedNotes(found, words).map((note) => `${note}\n`),
  ].join('');
}

/** What became of the figures that the units owe, and of all that came in: each sentence adds up. */
function cellsText(found: Gathered['found'], language: Language): string {
  const owed = owedInAll(found.rows);
  const all = cameIn(found);
  const say = (count: number) => numberText(count, language);
  const some = (parts: readonly (readonly [number, string])[]) =>
    parts.flatMap(([count, text]) => (count === 0 ? [] : [text])).join(', ');
  if (language === 'vi') {
    const rest = some([
      [owed.unknown, `${say(owed.unknown)} ghi "..."`],
      [owed.left, `${say(owed.left)} đã nhận chưa tính`],
      [owed.missing, `${say(owed.missing)} chưa có`],
    ]);
    const others = some([
      [all.unknown, `${say(all.unknown)} ghi "..."`],
      [all.left, `${say(all.left)} chưa tính`],
    ]);
    return `${say(owed.counted)}/${say(owed.owed)} số mà các đơn vị được cộng phải báo cáo đã có và được tính${rest === '' ? '' : `; ${rest}`}.\nMọi nơi báo cáo, kể cả tỉnh, sở và tỷ lệ đã công bố: nhận ${say(all.all)} số của ${say(all.places)} số liệu; ${say(all.counted)} được tính${others === '' ? '' : `, ${others}`}.\n`;
  }
  const rest = some([
    [owed.unknown, `${say(owed.unknown)} say "..."`],
    [owed.left, `${say(owed.left)} came in and do not count`],
    [owed.missing, `${say(owed.missing)} are missing`],
  ]);
  const others = some([
    [all.unknown, `${say(all.unknown)} say "..."`],
    [all.left, `${say(all.left)} do not count`],
  ]);
  return `${say(owed.counted)} of ${say(owed.owed)} figures owed by the units that are added up are there and count${rest === '' ? '' : `; ${rest}`}.\nOf all who report, province, departments and published shares among them, ${say(all.all)} figures of ${say(all.places)} things came in; ${say(all.counted)} count${others === '' ? '' : `, ${others}`}.\n`;
}

/**
 * What is to be known of a workbook that this program will not read again, and so not replace; '' for any other.
 * @param most cells that are read
 */
export function largeText({ sheets }: WorkbookModel, most: number, language: Language): string {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
  if (cells <= most) return '';
  const [have, read] = [numberText(cells, language), numberText(most, language)];
  return language === 'vi'
    ? `Sổ có ${have} ô, quá ${read} ô mà chương trình đọc lại: lần sau sẽ không tự ghi đè, và mở rất lâu. Nên chia bằng --plan, hoặc ghi --out tên.csv.\n`
    : `The workbook has ${have} cells, more than the ${read} that are read again: it will not be replaced by itself, and is slow to open. Divide it by --plan, or write --out name.csv.\n`;
}

/** Where the levels contradict each other the most. */
function levelsText({ found }: Gathered, language: Language): string[] {
  const [first, ...others] = levelDifferences(found).filter(({ isEarly }) => !isEarly);
  if (!first) return [];
  const name = first.column.indicator.name[language];
  const figures = levelFigures(first, language);
  const count = others.length + 1;
  return [
    language === 'vi'
      ? `Các cấp nói khác nhau ở ${count} chỗ; nhiều nhất: ${name}, ${figures}.\n`
      : `The levels differ in ${count} places, the most in: ${name}, ${figures}.\n`,
  ];
}

/** The same for programs. */
export function gatheredJson({ found, sources }: Gathered) {
  const { round, level, plans, acceptedOnly, columns, rows, groups, totals, closed } = found;
  return {
    round: round.period,
    cutOff: round.cutOff,
    level,
    plans: plans.map(({ file }) => file.id),
    acceptedOnly,
    figures: { owed: owedInAll(rows), received: cameIn(found) },
    units: rows.map(({ unit, line, owed, counted, unknown, left }) => ({
      unit: unit.id,
      name: unit.name,
      state: line?.state ?? null,
      return: line?.return ? returnName(line.return.number) : null,
      owed,
      counted,
      unknown,
      left,
    })),
    indicators: columns.map(({ key, indicator, stratum }) => ({
      key,
      indicator: indicator.id,
      stratum: stratum?.id ?? null,
      unit: indicator.unit,
      aggregation: indicator.aggregation,
    })),
    groups: groups.map(({ id, name, members }) => ({ id, name, units: members.length })),
    totals: totals.map(
      ({ group, column, sum, parts, value, coverage, department, record, own, decided, isPart = false }) => ({
        group,
        key: column,
        sum,
        numerator: parts?.numerator ?? null,
        denominator: parts?.denominator ?? null,
        value,
        ...coverage,
        complete: coverage.entered === coverage.of && !isPart,
        department,
        record: record && { reporter: record.reporter, figure: record.figure },
        own: own && { reporter: own.reporter, figure: own.figure },
        decided,
      }),
    ),
    levels: levelDifferences(found).map(differenceJson),
    notCounted: sources(({ counts }) => !counts).map(({ cell, column, file }) => ({
      unit: cell.unit,
      key: column.key,
      value: cell.value,
      sign: cell.sign,
      state: cell.state,
      return: returnName(cell.entry.return),
      file: file?.name ?? null,
      place: cell.entry.place,
    })),
    outside: found.outside,
    closed: closed && closedJson(closed),
  };
}
