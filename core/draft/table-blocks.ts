import { isNumberColumn, type TextTable } from '../plan/table-text.ts';
import type { DraftBlock } from './model.ts';
import { isNamedPlace, isOfPlace } from './place-rows.ts';
import { upperRows } from './sub-rows.ts';

/**
 * The cells of a table as blocks, each with what names its row and its column. Numbers of rows are none.
 * @param index of the table in the document
 */
export function tableBlocks(table: TextTable, index: number): DraftBlock[] {
  const { rows, headings, unitColumn } = table;
  const uppers = upperRows(table);
  const labels = rows.filter(({ isHeading, label }) => !isHeading && label !== '').map(({ label }) => label);
  const asides = headings.map((heading) => isAside(heading, headings));
  return rows.flatMap((row, at) =>
    row.cells.flatMap(({ text, start, end }, column): DraftBlock[] => {
      // A merged cell is read once.
      const isRepeated = text === row.cells[column - 1]?.text || text === rows[at - 1]?.cells[column]?.text;
      if (text === '' || isNumberColumn(headings[column]) || (isRepeated && /\p{L}/u.test(text))) return [];
      const place = { table: index + 1, row: at + 1, column: column + 1 };
      const names = row.isHeading
        ? { rowLabel: '', columnHeading: '', unit: '' }
        : {
            rowLabel: row.label,
            columnHeading: headings[column] ?? '',
            unit: row.cells[unitColumn]?.text ?? unitOf(headings[column] ?? ''),
          };
      const upper = uppers[at] ?? null;
      const more = {
        ...(upper === null ? {} : { under: upper }),
        ...(isOfPlace(row.label) || isNamedPlace(row.label, headingOf(row.label, row.cells, headings), labels)
          ? { isOfPlace: true }
          : {}),
        ...(asides[column] === true && !row.isHeading ? { isAside: true } : {}),
      };
      return [{ start, end, cell: { ...place, ...names, ...more } }];
    }),
  );
}

/** The heading over the name of a row. */
function headingOf(label: string, cells: readonly { text: string }[], headings: readonly string[]): string {
  return headings[cells.findIndex(({ text }) => text === label)] ?? '';
}

/** The unit in brackets behind a heading: "Số người tham gia (người)"; '' where there is none. */
function unitOf(heading: string): string {
  const unit = /\((%|‰|\p{L}{1,12}(?:\s\p{L}{1,8})?)\)\s*$/u.exec(heading)?.[1] ?? '';
  return /^[nN]ăm|^[tT]háng/u.test(unit) ? '' : unit;
}

const AIMS = /kế hoạch|mục tiêu|chỉ tiêu (?!.*(?:nội dung))|phấn đấu|giao|lộ trình/iu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** What the figures of a commune are of, beside columns with years. */
const BASE =
  /^(?:tổng\s)?(?:dân số(?: trung bình)?|(?:số )?(?:hộ|khẩu|nhân khẩu|hộ dân|dân)|diện tích(?: tự nhiên)?|số (?:thôn|bản|xã|trường|lớp|hộ|hộ dân|khẩu|người trong độ tuổi lao động|trẻ em))(?:\s?\([^()]*\))?$/iu;

/** "Dân số" beside "Chỉ tiêu năm 2026 / …": a column that says no year and no aim where another one does both. */
function isAside(heading: string, headings: readonly string[]): boolean {
  if (BASE.test(heading.trim()) && headings.some((other) => other !== heading && YEAR.test(other)))
    return true;
  return (
    !AIMS.test(heading) &&
    !YEAR.test(heading) &&
    !/tổng|cộng|giai đoạn|lũy kế|luỹ kế/iu.test(heading) &&
    headings.some((other) => AIMS.test(other) && YEAR.test(other))
  );
}
