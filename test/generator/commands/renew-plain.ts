import * as XLSX from '@e965/xlsx';
import { readFile } from 'node:fs/promises';

/**
 * The figures of workbooks as anybody would read them: with another library, by the keys in the first row and the
 * first column of each sheet. Nothing of the program's own reading or renewing is used.
 */
export interface PlainFigure {
  unit: string;
  key: string;
  period: string;
  value: number | string;
}

/** The figures in the input sheets of a workbook. */
export async function plainFigures(path: string): Promise<PlainFigure[]> {
  const book = await open(path);
  return book.SheetNames.flatMap((name) => {
    const rows = rowsOf(book, name);
    const [heads = []] = rows;
    const identity = heads.find((text) => /^chitieu:of:/u.test(String(text)));
    if (identity === undefined) return [];
    const unit = String(identity).slice('chitieu:of:'.length).split('|')[0] ?? '';
    return rows.slice(1).flatMap((row) => {
      const key = String(row[0] ?? '');
      if (!/^[a-z0-9-]+\|[a-z0-9_T-]+$/u.test(key)) return [];
      return heads.flatMap((head, at): PlainFigure[] => {
        const [period = '', , field] = String(head ?? '').split('|');
        const value = row[at];
        if (field !== 'value' || value === undefined || value === null || value === '') return [];
        return [{ unit, key, period, value: value as number | string }];
      });
    });
  });
}

/** The figures that a roll-over report lists one by one. */
export async function plainReport(path: string): Promise<(PlainFigure & { outcome: string })[]> {
  const book = await open(path);
  const rows = rowsOf(book, 'Từng số');
  const head = rows.findIndex((row) => row.includes('Mã chỉ tiêu'));
  const at = (name: string) => (rows[head] ?? []).indexOf(name);
  return rows.slice(head + 1).map((row) => ({
    unit: String(row[at('Mã đơn vị')]),
    key: String(row[at('Mã chỉ tiêu')]),
    period: String(row[at('Kỳ')]),
    value: row[at('Số')] as number | string,
    outcome: String(row[at('Kết quả')]),
  }));
}

/** The rows of a sheet as they stand; none where there is no such sheet. */
export async function plainRows(path: string, sheet: string): Promise<unknown[][]> {
  return rowsOf(await open(path), sheet);
}

/** The rows of the sheet of series: name, row, then by year. */
export async function plainSeries(path: string): Promise<Record<string, unknown>[]> {
  const book = await open(path);
  const rows = rowsOf(book, 'Chuỗi số liệu');
  const head = rows.findIndex((row) => row.includes('Dòng'));
  const heads = (rows[head] ?? []).map(String);
  return rows
    .slice(head + 1)
    .map((row) =>
      Object.fromEntries(
        heads.flatMap((name, at) => (row[at] === undefined || row[at] === null ? [] : [[name, row[at]]])),
      ),
    );
}

/** With the values of its cells only: the rest is most of what a file takes to read. */
async function open(path: string): Promise<XLSX.WorkBook> {
  return XLSX.read(await readFile(path), {
    type: 'buffer',
    dense: true,
    cellFormula: false,
    cellHTML: false,
  });
}

function rowsOf(book: XLSX.WorkBook, name: string): unknown[][] {
  const sheet = book.Sheets[name];
  return sheet ? XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, range: 0 }) : [];
}

export function idOf({ unit, key, period, value }: PlainFigure): string {
  return `${unit} ${key} ${period} ${typeof value === 'number' ? Number(value.toPrecision(12)) : value}`;
}
