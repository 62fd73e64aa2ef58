import { quoted } from '../../../target/formula.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../../../sheet/address.ts';
import { sheetNames } from '../../../workbook/contract.ts';
import { put, sheetReference } from '../../../sheet/draft.ts';
import { isFigureFormula } from '../../form/figure-cell.ts';
import type { PeriodColumn } from '../../../workbook/input-columns.ts';
import type { InputSheetLayout } from '../../../workbook/layout.ts';
import type { FigureRow } from '../../../workbook/input-rows.ts';
import type { ConditionalFormat, SheetModel } from '../../../sheet/model.ts';
import { COLUMN } from './columns.ts';
import { givenOnRow, type CheckLines, type FigureLine, type State } from './lines.ts';
import { hasState, STATE_LETTERS } from './line-state.ts';

/** What is said beside a row: the worst state of its figures, or that a value assigned for the year was changed. */
type Flag = Exclude<State, 'none'> | 'assignedChanged';

const FLAG_LETTERS: Record<Flag, string> = { ...STATE_LETTERS, assignedChanged: 'S' };

/** What is said beside a row, worst first. */
const FLAG_WORDS: [Flag, string][] = [
  ['assignedChanged', 'Sửa số giao'],
  ['error', 'Lỗi'],
  ['missing', 'Chưa nhập'],
  ['open', 'Cảnh báo'],
  ['explained', 'Đã giải trình'],
];

/**
 * Beside a row of figures: the worst the check says of it, in a word, from a hidden text of one letter a
 * column of figures, by which the cells take their colours.
 * @param changed condition that a value assigned for the year of the round is no longer what it was
 */
export function putRowState(
  sheet: SheetModel,
  input: InputSheetLayout,
  { row, figure }: FigureRow,
  lines: CheckLines,
  changed: string | null,
): void {
  const own = columnsOf(input).map(({ period }) => lines.byFigure.get(`${figure.key}|${period}`));
  const letters = own.map((line) => STATE_LETTERS[line?.state ?? 'none']).join('');
  const stateOf = (line: FigureLine | undefined) => {
    if (!line) return quoted(STATE_LETTERS.none);
    const at = (column: number) => sheetReference(sheetNames.check, absoluteAddress(line.row, column));
    if (hasState(line)) return at(COLUMN.state);
    return `IF(${at(COLUMN.broken)}>0,${quoted(STATE_LETTERS.error)},${quoted(STATE_LETTERS.none)})`;
  };
  const first = input.rows.find((one) => 'figure' in one)?.row ?? row;
  const state = `$${columnLetters(input.stateColumn)}${row}`;
  const formula = () =>
    [
      ...own.map(stateOf),
      // Behind the letters of the columns, which are found by their place.
      ...(changed === null ? [] : [`IF(${changed},${quoted(FLAG_LETTERS.assignedChanged)},"")`]),
    ].join('&');
  const cell = { formula, result: letters, tag: 'check.row' };
  put(sheet, row, input.stateColumn, 'hiddenKey', cell, givenOnRow(lines, figure.key));
  put(sheet, row, input.flagColumn, 'verdict', {
    formula: () =>
      FLAG_WORDS.reduceRight(
        (otherwise, [name, word]) =>
          `IF(ISNUMBER(FIND(${quoted(FLAG_LETTERS[name])},${state})),${quoted(word)},${otherwise})`,
        '""',
      ),
    result: FLAG_WORDS.find(([name]) => letters.includes(FLAG_LETTERS[name]))?.[1] ?? '',
    ...(row === first ? {} : { filledFrom: cellAddress(first, input.flagColumn) }),
    tag: 'check.row',
  });
}

/** The looks of an input sheet's cells; at most one of the conditions over a cell holds. */
export function stateFormats(input: InputSheetLayout): ConditionalFormat[] {
  const top = input.headerRow + 2;
  const bottom = input.rows.at(-1)?.row ?? top;
  const state = `$${columnLetters(input.stateColumn)}${top}`;
  const flag = cellAddress(top, input.flagColumn);
  const flags = `${columnLetters(input.flagColumn)}${top}:${columnLetters(input.flagColumn)}${bottom}`;
  const looks = {
    assignedChanged: 'bad',
    error: 'bad',
    missing: 'waiting',
    open: 'unknown',
    explained: 'good',
  } as const;
  return [
    ...columnsOf(input).flatMap(({ column }, at): ConditionalFormat[] => {
      const range = `${columnLetters(column)}${top}:${columnLetters(column)}${bottom}`;
      const first = cellAddress(top, column);
      const letter = `MID(${state},${at + 1},1)`;
      const is = (name: State) => `${letter}=${quoted(STATE_LETTERS[name])}`;
      return [
        { range, condition: is('error'), look: 'bad' },
        { range, condition: is('open'), look: 'unknown' },
        {
          range,
          condition: `AND($A${top}<>"",${isFigureFormula(first)},NOT(OR(${is('error')},${is('open')})))`,
          look: 'filled',
        },
      ];
    }),
    ...FLAG_WORDS.map(([name, word]) => ({
      range: flags,
      condition: `${flag}=${quoted(word)}`,
      look: looks[name],
    })),
  ];
}

/** The columns of figures in the order of the letters. */
function columnsOf({ earlier, periods }: InputSheetLayout): PeriodColumn[] {
  return [...earlier, ...periods];
}
