import { storedResult } from '../../base/number.ts';
import type { WorkbookModel } from '../../sheet/model.ts';
import { cellAddress } from '../../sheet/address.ts';
import { figureFormat } from '../../workbook/formats.ts';
import { ALL } from '../consolidate.ts';
import { coverWords } from '../cover-words.ts';
import { bookMeta } from './book-meta.ts';
import { correctionSheets, roundNotes, sourceSheet } from './book.ts';
import { coverGridOf } from './cover-grid.ts';
import { coverSheet } from './cover-sheet.ts';
import { gridOf } from './grid.ts';
import { levelsSheet } from './levels-sheet.ts';
import { listSheet, type ListCell } from './list-sheet.ts';
import { provincesSheets } from './provinces-sheet.ts';
import type { CoverRequest } from './cover-request.ts';

/**
 * The workbook that covers several: its totals are formulas over what each file comes to, and of that it says in
 * which cell of which file it stands. Values, no links between files: those break when a file is sent on, and
 * programs ask before they follow them.
 */
export function coverBook(request: CoverRequest): WorkbookModel {
  const { found, title, sources } = request;
  const grid = coverGridOf(found);
  const sheets = [
    ...provincesSheets(request),
    filesSheet(request),
    ...grid.sheets.map((one) => coverSheet(request, grid, one)),
    levelsSheet(request, grid),
    ...correctionSheets(request),
    totalsSheet(request),
    ...(sources.length > 0 ? [sourceSheet(request).sheet] : []),
  ];
  return { title, created: found.round.cutOff, sheets: [...sheets, bookMeta(sheets)] };
}

function filesSheet(request: CoverRequest) {
  const { parts, language, title, line, paper } = request;
  const { sheets, filesNote, fileHeads } = coverWords[language];
  const lines = parts.map(({ part, name, file, sha256, found }): ListCell[] => {
    const counted = found.rows.reduce((sum, row) => sum + row.counted, 0);
    const owed = found.rows.reduce((sum, row) => sum + row.owed, 0);
    return [part.province, name, file, found.rows.length, counted, owed, sha256];
  });
  return listSheet(
    sheets.files,
    {
      title: `${title}: ${sheets.files}`,
      line,
      notes: [filesNote(parts.length), ...roundNotes(request)],
      heads: fileHeads,
      widths: [14, 34, 40, 10, 12, 12, 68],
      paper,
    },
    lines,
  ).sheet;
}

/** Of every figure that the totals are made of, in which cell of which file it stands. */
function totalsSheet({ found, parts, language, words, title, line, paper }: CoverRequest) {
  const { sheets, totalsNote, totalHeads } = coverWords[language];
  const grids = new Map(parts.map((one) => [one, gridOf(one.found)]));
  const lines = found.columns.flatMap((column) =>
    parts.flatMap((one): ListCell[][] => {
      const total = one.found.totals.find(({ column: key }) => key === column.key);
      const grid = grids.get(one);
      if (!total || !grid) return [];
      const { sheet, at } = grid.place(column.key);
      const value =
        total.value === null
          ? null
          : { value: storedResult(total.value), format: figureFormat(column.indicator) };
      return [
        [
          column.indicator.name[language],
          column.stratum?.name[language] ?? words.whole,
          one.part.province,
          one.name,
          value,
          total.coverage.entered,
          total.coverage.of,
          one.file,
          sheet,
          cellAddress(grid.groupRow(ALL), at),
          one.sha256,
        ],
      ];
    }),
  );
  return listSheet(
    sheets.totals,
    {
      title: `${title}: ${sheets.totals}`,
      line,
      notes: [totalsNote],
      heads: totalHeads,
      widths: [40, 20, 14, 30, 16, 10, 10, 40, 24, 8, 68],
      paper,
    },
    lines,
  ).sheet;
}
