import { beforeAll, describe, expect, it } from 'vitest';
import { parseRowKey } from '../../core/observation/key.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { onePageScale, printScale } from '../../core/sheet/page.ts';
import { breakPages } from '../../core/template/sheets/input-page.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { placed, type PlacedRequest } from '../../core/workbook/placed.ts';
import { jobsOf, modelOf, requestOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { seriesOf } from '../../core/target/plan-series.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** A screen of 1366 × 768 leaves this for the cells, in pixels of 96 to the inch. */
const SCREEN = { width: 1310, height: 480 };
const PIXELS_PER_DIGIT = 7;
const PIXELS_PER_POINT = 96 / 72;

interface Book {
  name: string;
  model: WorkbookModel;
  indicators: number;
}

let district: Book;
/** Of long names: many rows take two lines. */
let commune: Book;
let placedCommune: PlacedRequest;
let communes: Book[] = [];
let books: Book[] = [];
beforeAll(async () => {
  const { catalogue, plans } = await loadSeeds();
  const bookOf = (job: WorkbookJob): Book => {
    const { layout } = placed(requestOf(job, catalogue));
    const numbers = layout.entry.rows.flatMap((row) =>
      'figure' in row && /^\d+$/u.test(row.number) ? [row.number] : [],
    );
    return { name: job.name, model: modelOf(job, catalogue), indicators: numbers.length };
  };
  books = plans.flatMap((plan) => {
    const year = plan.file.period.from + 2;
    const jobs = [String(year), `${year}-S1`].flatMap((round) =>
      jobsOf([plan], catalogue, { round, sample: false }),
    );
    const first = ['province', 'district'].flatMap((level) =>
      jobs
        .filter(({ reporter }) => reporter.level === level)
        .filter((_, at, all) => at === 0 || at === all.length - 1),
    );
    return first.map(bookOf);
  });
  const live = plans.find(({ file }) => file.id === 'lai-chau-2024');
  const unit = ['VN12.03388-2025'];
  const [ofCommune] = live ? jobsOf([live], catalogue, { round: '2026', unit, sample: false }) : [];
  const found = books.find(({ name }) => name.startsWith('lai-chau-2021_VN12.105_2023'));
  if (!found || !ofCommune) throw new Error('no district, or no commune');
  district = found;
  commune = bookOf(ofCommune);
  placedCommune = placed(requestOf(ofCommune, catalogue));
  communes = ['2025', '2026', '2030', '2026-S1'].flatMap((round) =>
    live ? jobsOf([live], catalogue, { round, unit, sample: false }).map(bookOf) : [],
  );
});

function sheetOf({ model }: Book, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const cellsOf = (sheet: SheetModel): CellModel[] => [...sheet.cells.values()];

/** Height of rows in pixels. */
function heightOf(sheet: SheetModel, first: number, last: number): number {
  let points = 0;
  for (let row = first; row <= last; row += 1) {
    const { height, hidden } = sheet.rows.get(row) ?? {};
    points += hidden ? 0 : (height ?? 15);
  }
  return points * PIXELS_PER_POINT;
}

describe('on a screen of 1366 × 768', () => {
  it('the form shows its columns through the check beside the rows, in every round', () => {
    for (const book of books) {
      const sheet = sheetOf(book, sheetNames.entry);
      const flag = cellsOf(sheet).find(({ value }) => value === 'Kiểm tra')?.column ?? 0;
      const shown = sheet.columns.slice(0, flag).filter(({ hidden }) => !hidden);
      const width = shown.reduce((sum, one) => sum + one.width * PIXELS_PER_DIGIT, 0);
      expect(width, book.name).toBeLessThanOrEqual(SCREEN.width);
    }
  });

  it.each([
    ['district', () => district],
    ['commune', () => commune],
  ])('a %s sees the frozen head and twelve rows wherever it has scrolled to', (_of, book) => {
    const sheet = sheetOf(book(), sheetNames.entry);
    const frozen = sheet.freeze?.rows ?? 0;
    const keyed = cellsOf(sheet).filter(({ column, value }) => column === 1 && parseRowKey(String(value)));
    const last = Math.max(...keyed.map(({ row }) => row));
    for (let row = frozen + 1; row + 11 <= last; row += 1) {
      expect(heightOf(sheet, 1, frozen) + heightOf(sheet, row, row + 11)).toBeLessThanOrEqual(SCREEN.height);
    }
  });
});

describe('on paper', () => {
  it('the form of about twenty indicators takes two pages', () => {
    const small = books.filter(({ indicators, name }) => indicators <= 20 && !name.includes('-S1'));
    expect(small.length).toBeGreaterThan(3);
    expect(Math.max(...small.map(({ indicators }) => indicators))).toBe(20);
    for (const book of small)
      expect(sheetOf(book, sheetNames.entry).rowBreaks.length, book.name).toBeLessThanOrEqual(1);
  });

  it('the form of a commune takes one, in every round, in letters that can be read', () => {
    for (const book of communes) {
      const sheet = sheetOf(book, sheetNames.entry);
      expect(book.indicators, book.name).toBeGreaterThan(20);
      expect(sheet.onePage, book.name).toBe(true);
      expect(onePageScale(sheet), book.name).toBeGreaterThan(0.75);
    }
    // Letters of ten points are printed at about eight in the form of a year. Nine would need 571 points of height for 22
    // lines, 8 domains, head and signatures, which take 607 with every name on one line.
    expect(onePageScale(sheetOf(commune, sheetNames.entry))).toBeGreaterThan(0.79);
  });

  it('a form that would be too small on one page takes two', () => {
    const { request, layout } = placedCommune;
    const sheet = sheetOf(commune, sheetNames.entry);
    const last = Math.max(...cellsOf(sheet).map(({ row }) => row));
    const more = layout.entry.rows.concat(layout.entry.rows.slice(-8));
    const longer = { ...sheet };
    breakPages(longer, { ...layout.entry, rows: more }, last);
    expect(request.reporter.level).toBe('commune');
    expect(longer.onePage).toBe(false);
    const high = { ...sheet, rows: new Map(sheet.rows).set(last, { height: 400 }) };
    breakPages(high, layout.entry, last);
    expect(high.onePage).toBe(false);
    expect(high.rowBreaks.length).toBe(1);
  });

  it('what was assigned to a unit for every indicator takes two pages', async () => {
    const { catalogue, plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
    if (!plan) throw new Error('no plan');
    const unit = 'VN12.106';
    const assignments = seriesOf(plan)
      .filter(({ kind }) => kind !== 'milestone')
      .map(({ indicator, stratum, segments: [{ low }] }) => ({
        ...{
          unit,
          indicator: indicator.id,
          stratum: stratum?.id ?? null,
          year: 2023,
          comparator: 'equal' as const,
        },
        ...{ value: low ?? 1, decision: '1234/QĐ-UBND', decisionDate: '2022-12-20', validFrom: '2023-01-01' },
        ...{ supersedes: null, note: null },
      }));
    const files = { ...NO_FILES, assignments };
    const [job] = jobsOf([plan], catalogue, { round: '2023', sample: false, unit: [unit], files });
    const model = job && modelOf(job, catalogue);
    const sheet = model?.sheets.find(({ name }) => name === sheetNames.indicators);
    expect([...(sheet?.cells.values() ?? [])].filter(({ value }) => value === '1234/QĐ-UBND')).toHaveLength(
      19,
    );
    expect(sheet?.rowBreaks).toHaveLength(1);
  });

  it('no title of a table on the summary is left behind by its table', () => {
    // A4 across without its margins, in points.
    const page = 595.3 - 0.9 * 72;
    for (const book of [...books, ...communes]) {
      const sheet = sheetOf(book, sheetNames.summary);
      const last = Math.max(...cellsOf(sheet).map(({ row }) => row));
      const ends = [...sheet.rowBreaks, last];
      const pageOf = (row: number) => ends.findIndex((end) => row <= end);
      ends.forEach((end, at) => {
        const points =
          heightOf(sheet, at === 0 ? sheet.printFrom.row : (ends[at - 1] ?? 0) + 1, end) / PIXELS_PER_POINT;
        expect(points * printScale(sheet), book.name).toBeLessThan(page);
      });
      const titles = cellsOf(sheet).filter(
        ({ value, style }) => style === 'label' && /^\P{Ll}{12,}$/u.test(String(value)),
      );
      expect(titles.length, book.name).toBeGreaterThanOrEqual(3);
      for (const { row } of titles) expect(pageOf(row + 2), book.name).toBe(pageOf(row));
    }
  });

  it('is signed in one place', () => {
    for (const { model, name } of books) {
      const signed = model.sheets.filter((sheet) =>
        cellsOf(sheet).some(({ value }) => String(value).startsWith('(Ký, đóng dấu')),
      );
      expect(
        signed.map((sheet) => sheet.name),
        name,
      ).toEqual([sheetNames.entry]);
    }
  });

  it('prints the findings of the check alone, on one page', () => {
    const sheet = sheetOf(district, sheetNames.check);
    expect(sheet.printBottom).toBeLessThan(40);
    const inks = cellsOf(sheet).filter(
      ({ row, bare, tag }) => tag === 'check.list' && row <= (sheet.printBottom ?? 0) && bare !== true,
    );
    // The counts of the head stand in hidden columns.
    expect(inks.every(({ column }) => sheet.columns[column - 1]?.hidden)).toBe(true);
    expect(sheet.conditional.map(({ look }) => look)).toContain('framed');
  });
});

describe('the line of a share on the form of a commune', () => {
  it('shows numerator, denominator and rate, and leads to where its parts are typed, each once', () => {
    const sheet = sheetOf(commune, sheetNames.entry);
    const background = sheetOf(commune, sheetNames.background);
    const { entry } = placedCommune.layout;
    const shares = entry.rows.filter((row) => 'figure' in row && row.parts?.numerator);
    expect(shares.length).toBeGreaterThan(15);
    const { numerator, denominator, result } = entry.form ?? {};
    for (const { row } of shares) {
      for (const column of [numerator, denominator]) {
        const cell = sheet.cells.get(cellIndex(row, column ?? 0));
        const to = /^'Số liệu nền'!\$([A-Z]+)\$(\d+)$/u.exec(cell?.link ?? '');
        const typed = background.cells.get(cellIndex(Number(to?.[2]), (to?.[1]?.charCodeAt(0) ?? 0) - 64));
        expect(typed?.style, `row ${row}`).toBe('input');
        expect(typed?.optional ?? false).toBe(false);
        expect(cell?.formula).toContain(cell?.link);
      }
      expect(sheet.cells.get(cellIndex(row, result ?? 0))?.formula).toContain('Chỉ tiêu');
    }
    const keys = [sheet, background].flatMap((one) =>
      cellsOf(one).flatMap(({ column, value }) =>
        column === 1 && parseRowKey(String(value)) ? [value] : [],
      ),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the rows of a share', () => {
  it('stand together: rate, numerator, denominator, each figure with one cell to type', () => {
    const sheet = sheetOf(district, sheetNames.entry);
    const background = sheetOf(district, sheetNames.background);
    const rows = cellsOf(sheet)
      .filter(({ column, row }) => column === 2 && row > (sheet.freeze?.rows ?? 0))
      .map(({ row, value }) => ({ row, number: String(value), cell: sheet.cells.get(cellIndex(row, 3)) }))
      .filter(({ number }) => /^\d/u.test(number));
    const shares = rows.filter(
      ({ number, cell }) => !number.includes('.') && String(cell?.value).startsWith('Tỷ lệ'),
    );
    expect(shares.length).toBeGreaterThan(10);
    for (const { row, number } of shares) {
      const [numerator, denominator] = [1, 2].map((below) => rows.find((one) => one.row === row + below));
      expect(numerator).toMatchObject({ number: `${number}.1` });
      expect(String(numerator?.cell?.value)).toMatch(/^– Tử số: /u);
      expect(denominator).toMatchObject({ number: `${number}.2` });
      expect(String(denominator?.cell?.value)).toMatch(/^– Mẫu số: /u);
      // It is typed elsewhere, once: its number leads there, its cells show it.
      const link = /^'Số liệu nền'!\$([A-Z]+)\$(\d+)$/u.exec(
        sheet.cells.get(cellIndex(row + 2, 2))?.link ?? '',
      );
      const typed = cellsOf(background).filter(
        (one) => one.row === Number(link?.[2]) && one.style === 'input',
      );
      expect(typed.length).toBeGreaterThan(0);
      const shown = cellsOf(sheet).filter((one) => one.row === row + 2 && one.tag === 'form.shown');
      expect(shown.length).toBe(typed.length);
      expect(cellsOf(sheet).some((one) => one.row === row + 2 && one.style === 'input')).toBe(false);
    }
  });

  it('say which of them is owed: the rate and the year before are optional, its numerator is not', () => {
    const sheet = sheetOf(district, sheetNames.entry);
    const inputs = cellsOf(sheet).filter(({ style }) => style === 'input');
    const keyAt = (row: number, column: number) => String(sheet.cells.get(cellIndex(row, column))?.value);
    for (const { row, column, optional } of inputs) {
      const isRound = keyAt(1, column).startsWith('2023|');
      const isRate = keyAt(row, 1).endsWith('rate|_T') || String(keyAt(row, 3)).startsWith('Tỷ lệ');
      expect(optional ?? false, `${keyAt(row, 3)} ${keyAt(1, column)}`).toBe(!isRound || isRate);
    }
    const remarks = cellsOf(sheet).filter(({ style }) => style === 'inputText');
    expect(remarks.every(({ optional }) => optional)).toBe(true);
  });
});

describe('links', () => {
  it('lead from the cover to form, shared counts, check and summary', () => {
    const links = cellsOf(sheetOf(district, sheetNames.cover)).flatMap(({ link }) => (link ? [link] : []));
    expect(links).toEqual(["'Nhập liệu'!B2", "'Số liệu nền'!B2", "'Kiểm tra'!B2", "'Tổng hợp'!B2"]);
  });

  it('lead from every line of the check to its cell', () => {
    const sheet = sheetOf(district, sheetNames.check);
    const links = cellsOf(sheet).filter(({ tag }) => tag === 'check.link');
    expect(links.length).toBeGreaterThan(60);
    for (const { result } of links) {
      const [, name = '', column = '', row = ''] = /^#'(.+)'!([A-Z]+)(\d+)$/u.exec(String(result)) ?? [];
      const to = cellsOf(sheetOf(district, name)).find(
        (one) => one.row === Number(row) && column === String.fromCharCode(64 + one.column),
      );
      expect(to?.style, String(result)).toBe('input');
    }
  });
});

it('Nguồn lists the targets of the unit, numbered as on the form', () => {
  const sheet = sheetOf(district, sheetNames.sources);
  const numbers = cellsOf(sheet).flatMap(({ row, column, value }) =>
    column === 2 && row > 6 ? [String(value)] : [],
  );
  expect(new Set(numbers.map((number) => Number.parseInt(number, 10)))).toEqual(
    new Set(Array.from({ length: district.indicators }, (_, at) => at + 1)),
  );
});

it('the guide begins with what to fill in, check, print, sign and send', () => {
  const heads = cellsOf(sheetOf(district, sheetNames.guide)).flatMap(({ column, style, value }) =>
    column === 2 && style === 'header' ? [value] : [],
  );
  expect(heads.slice(0, 5)).toEqual(['Điền', 'Kiểm', 'In', 'Ký', 'Gửi']);
});
