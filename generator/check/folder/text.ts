import { periodSaid } from '../../../core/period/period.ts';
import { basename } from 'node:path';
import type { Language } from '../../../core/base/finding.ts';
import { numberText } from '../../../core/base/number-text.ts';
import { readableNumber } from '../../../core/base/number-text.ts';
import { labelOf } from '../../../core/workbook/key-label.ts';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { fileStateWords, whyText } from '../../import/words.ts';
import { textTable } from '../../commands/text-table.ts';
import type { FileResult } from '../check-file.ts';
import { checkWords } from '../words.ts';
import type { Together, TogetherFile } from './together.ts';

/** Names and lists of units are cut here unless all are wanted. */
const NAME = 34;
const UNITS = 20;

const HEADS: Record<Language, readonly string[]> = {
  vi: ['Tệp', 'Báo cáo của', 'Kỳ', 'Kết quả', 'Số', 'Lỗi', 'CB', 'So với tệp khác'],
  en: ['File', 'Return of', 'Round', 'Result', 'Figures', 'Err', 'Warn', 'Beside the others'],
};

/** What a line of the table is made from: a checked file, without its report. */
export type CheckedBeside = Pick<FileResult, 'input' | 'verdict' | 'counts' | 'beside'>;

/** A table of the files of a check, one line each, and what they come to together. */
export function togetherText(
  results: readonly CheckedBeside[],
  together: Together | null,
  { language, all, catalogue }: { language: Language; all: boolean; catalogue: Catalogue },
): string {
  const words = checkWords[language];
  const states = new Map(together?.files.map((one) => [one.file, one]) ?? []);
  const rows = results.map(({ input, verdict, counts, beside }) => {
    const state = states.get(input.path)?.state;
    return [
      shortened(basename(input.path), all),
      beside?.head.reporter ?? '',
      beside?.head.round ?? '',
      words.verdicts[verdict],
      beside ? `${beside.judged.entered}/${beside.judged.owed}` : '',
      counts && counts.errors > 0 ? String(counts.errors) : '',
      counts && counts.warnings > 0 ? String(counts.warnings) : '',
      state === undefined || state === 'new' ? '' : fileStateWords[state][language],
    ];
  });
  const notes = (together?.files ?? []).flatMap((one) => noteOf(one, language));
  return [
    textTable(HEADS[language], rows),
    ...[
      ...notes,
      ...missingLines(together, language, all),
      ...differenceLines(together, language, catalogue),
    ].map((line) => `${line}\n`),
  ].join('');
}

/** What there is to say of a file beside the others; by their names, as there is no store that numbers them. */
function noteOf({ file, state, why, other }: TogetherFile, language: Language): string[] {
  const [first] = why;
  if (state === 'new') return first ? [`${basename(file)}: ${whyText([first], language)}.`] : [];
  const word = fileStateWords[state][language];
  if (other !== null) return [`${basename(file)}: ${word} (${basename(other)}).`];
  return first ? [`${basename(file)}: ${word}. ${whyText([first], language)}.`] : [];
}

function missingLines(together: Together | null, language: Language, all: boolean): string[] {
  if (!together?.register) return [];
  const missing = together.register.lines.filter(({ state }) => state === 'not-received');
  if (missing.length === 0) return [];
  const shown = missing.slice(0, all ? Infinity : UNITS).map(({ name, reporter }) => `${name} (${reporter})`);
  const more = missing.length > shown.length ? '; …' : '';
  const head =
    language === 'vi'
      ? `Kỳ ${periodSaid(together.round)} chưa có tệp của ${missing.length} đơn vị`
      : `No file yet of ${missing.length} units of the round ${periodSaid(together.round, language)}`;
  return [`${head}: ${shown.join('; ')}${more}.`];
}

function differenceLines(together: Together | null, language: Language, catalogue: Catalogue): string[] {
  return (together?.differences ?? []).map(({ column, units, sum, others }) => {
    const name = labelOf(column.key, catalogue, language);
    const number = (value: number, beside: number) => numberText(readableNumber(value, beside), language);
    const said = others.map(
      ({ reporter, figure }) => `${reporter} ${language === 'vi' ? 'ghi' : 'has'} ${number(figure, sum)}`,
    );
    const first = others[0]?.figure ?? sum;
    return language === 'vi'
      ? `Lệch giữa các cấp – ${name}: ${units} đơn vị cộng lại là ${number(sum, first)}; ${said.join('; ')}.`
      : `Levels differ – ${name}: ${units} units come to ${number(sum, first)}; ${said.join('; ')}.`;
  });
}

function shortened(name: string, all: boolean): string {
  const text = name.normalize('NFC');
  return all || text.length <= NAME ? text : `${text.slice(0, NAME - 1)}…`;
}
