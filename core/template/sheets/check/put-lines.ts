import { parsePeriod, periodName } from '../../../period/period.ts';
import { seriesKey } from '../../../target/plan-series.ts';
import { surroundingsOf } from '../../../rules/figure/checked-figures.ts';
import { isEnteredFormula } from '../../../rules/figure/entered.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { put } from '../../../sheet/draft.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { figureName, seriesName } from '../../../workbook/wording.ts';
import type { SeriesBlock } from '../series-block.ts';
import { quoted } from '../../../target/formula.ts';
import { COLUMN, columnOf, LINK_COLUMN } from './columns.ts';
import { putExpected } from './expected.ts';
import { linkOf } from './list.ts';
import { copied, putCopies, putReason } from './line-copies.ts';
import { type FilledDown, formShapes, putRanks, rankFormula } from './line-ranks.ts';
import { lineAccess } from './line-refs.ts';
import { hasState, missingConditions, putState } from './line-state.ts';
import { putCauses } from './causes.ts';
import { putMultiple } from './multiple.ts';
import { putPeople } from './people.ts';
import { seriesAt, type CheckLines, type FigureLine, type SeriesLine } from './lines.ts';

/** Writes the hidden lines: what each figure and series is, and the ranks of what the rules find. */
export function putLines(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  blocks: readonly SeriesBlock[],
  lines: CheckLines,
): void {
  const access = lineAccess(request, layout, lines, blocks);
  const missing = missingConditions(layout, lines, access);
  const filled: FilledDown = { shapes: formShapes(layout), first: new Map() };
  for (const line of lines.figures) {
    const { figure } = line.judged;
    const { context } = figure;
    put(sheet, line.row, 1, 'hiddenKey', lineKey(line.key, context.period));
    putPlace(sheet, line, figureName(context.indicator, context.stratum), context.period);
    putLink(sheet, line, layout.figureCell(line.key, context.period));
    putCopies(sheet, request, layout, line, access);
    putExpected(sheet, line, access);
    putRanks(sheet, line, lines, access, filled);
    const condition = missing.get(`${line.key}|${context.period}`);
    if (condition !== undefined) {
      put(sheet, line.row, COLUMN.missing, 'hiddenKey', {
        formula: () => `IF(${condition},1,0)`,
        result: line.missing ? 1 : 0,
        tag: 'check.missing',
      });
    }
    if (context.owed) {
      put(sheet, line.row, COLUMN.left, 'hiddenKey', {
        formula: () => {
          const refs = surroundingsOf(figure, access);
          return refs ? `IF(${isEnteredFormula(refs)},0,1)` : '1';
        },
        result: line.judged.isLeft ? 1 : 0,
        tag: 'check.left',
      });
    }
    if (hasState(line)) putState(sheet, line, seriesAt(line, lines.byRow, request));
  }
  putPeople(sheet, request, lines, access);
  putMultiple(sheet, lines, access);
  putCauses(sheet, lines, access);
  for (const line of lines.series) {
    putSeries(sheet, request, line);
    putLink(sheet, line, layout.figureCell(line.key, request.round));
  }
  for (let row = lines.top; row <= lines.bottom; row += 1) sheet.rows.set(row, { hidden: true });
}

/** What tells which figure a line is about. */
export function lineKey(key: string, period: string): string {
  return `check|${key}|${period}`;
}

function putPlace(sheet: SheetModel, line: FigureLine | SeriesLine, name: string, period: string): void {
  const parsed = parsePeriod(period);
  put(sheet, line.row, COLUMN.label, 'hiddenKey', line.label);
  put(sheet, line.row, COLUMN.name, 'hiddenKey', name);
  put(sheet, line.row, COLUMN.period, 'hiddenKey', parsed ? periodName(parsed) : period);
  put(sheet, line.row, COLUMN.sheet, 'hiddenKey', line.input.sheet);
}

/** Where the cell of the line is by now, written so that links of all programs take it. */
function putLink(sheet: SheetModel, { row }: FigureLine | SeriesLine, cell: string | null): void {
  if (cell === null) return;
  put(sheet, row, LINK_COLUMN, 'hiddenKey', {
    formula: () =>
      `${quoted(`#${cell.slice(0, cell.lastIndexOf('!') + 1)}`)}&ADDRESS(ROW(${cell}),COLUMN(${cell}),4)`,
    result: linkOf(cell),
    tag: 'check.link',
  });
}

function putSeries(sheet: SheetModel, request: WorkbookRequest, line: SeriesLine): void {
  const { series, block } = line;
  const { round } = request;
  put(sheet, line.row, 1, 'hiddenKey', `${seriesKey(series)}|check`);
  putPlace(sheet, line, seriesName(request.plans, series), String(round));
  const actual = block.refs.cell('actual', round);
  const figure = block.values.figure(round);
  put(sheet, line.row, COLUMN.value, 'hiddenKey', { ...copied(actual, figure), tag: 'actual' });
  putReason(sheet, line);
  for (const rule of line.rules) {
    put(sheet, line.row, columnOf(rule.code), 'hiddenKey', {
      formula: () => {
        const condition = rule.formula(series, block.refs, round);
        if (condition === null) return null;
        const found = rankFormula(rule, absoluteAddress(line.row, COLUMN.reason), line.line);
        // An error value that stands for a figure runs through to its verdict; here it would hide all ranks.
        return `IFERROR(IF(${condition},${found},""),"")`;
      },
      result: line.ranks.get(rule.code) ?? '',
      tag: `check.${rule.code}`,
    });
  }
}
