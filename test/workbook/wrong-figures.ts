import type { RawCell } from '../../core/rules/figure/cell.ts';
import type { TypedCell, TypedFigures } from '../../core/rules/typed.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parseFigure } from '../../core/observation/figure.ts';
import { inYear, parsePeriod } from '../../core/period/period.ts';
import { vintageIn, type Round } from '../../core/round/round.ts';
import { askedOf, type AskedFigure } from '../../core/workbook/asked.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { parseColumnKey } from '../../core/workbook/contract.ts';
import { askedColumns, layOut, type Layout } from '../../core/workbook/layout.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../../core/sheet/model.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import type { WorkbookJob } from '../../generator/workbook/jobs.ts';
import { sampleRequest } from '../core/check/sample-figures.ts';

/** A workbook somebody filled in with wrong figures, with stored results as a spreadsheet program leaves them. */
export interface WrongWorkbook {
  request: WorkbookRequest;
  typed: TypedFigures;
  model: WorkbookModel;
}

/**
 * What people type that is no figure. Not here: TRUE, which LibreOffice reads as 1 in a cell with a number
 * format, and error values, which run through to verdicts where core passes the figure over.
 */
const NO_FIGURES: readonly RawCell[] = [
  '12,5',
  '1.234',
  ' 45 120',
  'không có',
  'khoảng 300',
  '…',
  'X',
  '...',
  null,
];

/**
 * Fills a workbook with sample figures and makes some of them wrong, in every way a rule looks for.
 * @param seed draws the same mistakes every time
 * @param often how many figures are made wrong, as a part of all
 * @param reporting the round, where it is not the plan's own
 * @param more what else is typed, by `indicator|stratum|period`
 */
export function wrongWorkbook(
  job: WorkbookJob,
  catalogue: Catalogue,
  seed: number,
  often: number,
  reporting: Partial<Round> = {},
  more: ReadonlyMap<string, RawCell> = new Map(),
): WrongWorkbook {
  const ofPlan = sampleRequest(job, catalogue);
  const sample = { ...ofPlan, sample: false, reporting: { ...ofPlan.reporting, ...reporting } };
  const layout = layOut(sample, askedOf(sample));
  const draw = generator(seed);
  const pick = <Value>(from: readonly Value[]): Value | undefined => from[Math.floor(draw() * from.length)];
  const cells = new Map<string, TypedCell>();
  const raws = new Map<string, RawCell>();
  const reasons = new Map<string, string>();
  for (const input of [layout.entry, layout.background]) {
    for (const row of input.rows) {
      if (!('figure' in row)) continue;
      const { key } = row.figure;
      for (const { period, vintage, ofRound } of askedColumns(input, row.figure, sample.reporting)) {
        const right = sample.known.figure(key, period);
        const parsed = parsePeriod(period);
        const before = parsed && sample.known.figure(key, inYear(parsed, parsed.year - 1).text);
        const ofYear =
          parsed && parsed.text !== String(parsed.year) ? sample.known.figure(key, parsed.year) : null;
        const isWrong = draw() < (ofRound ? often : often / 4);
        const other = more.get(`${key}|${period}`);
        const drawn = isWrong ? (pick(mistakes(row.figure, right, before ?? null, ofYear)) ?? null) : right;
        const raw = other === undefined ? drawn : other;
        cells.set(`${key}|${period}|${vintage}`, { place: {}, raw });
        raws.set(`${key}|${period}`, raw);
      }
      if (draw() < often) reasons.set(key, reasonOf(row.number, reasons.size));
    }
  }
  exchangeTwo(sample, layout, cells, raws);
  const typed = { cells, reasons };
  const known = {
    ...sample.known,
    // Last year's figures were filled in by the planner.
    given: {
      ...sample.known,
      figure: (key: string, period: number | string) =>
        String(period) === String(sample.round - 1) ? sample.known.figure(key, period) : null,
    },
    figure: (key: string, period: number | string) => {
      const raw = raws.get(`${key}|${period}`) ?? null;
      return (typeof raw === 'object' ? null : parseFigure(raw)) ?? null;
    },
  };
  const request = { ...sample, known };
  const model = buildWorkbook(request, undefined, typed);
  typeInto(model, raws, reasons);
  return { request, typed, model };
}

/** Two rows of the form that stand in each other's place: the first that nobody made wrong otherwise. */
function exchangeTwo(
  { known, reporting, round }: WorkbookRequest,
  { entry }: Layout,
  cells: Map<string, TypedCell>,
  raws: Map<string, RawCell>,
): void {
  const rows = entry.rows.flatMap((row) => ('figure' in row ? [row.figure.key] : []));
  const isRight = (key: string) => {
    const [now, before] = [known.figure(key, round), known.figure(key, round - 1)];
    if (raws.get(`${key}|${round}`) !== now || typeof now !== 'number' || typeof before !== 'number')
      return false;
    return now > 50 && Math.abs(now - before) < 0.1 * before;
  };
  const at = rows.findIndex((key, index) => {
    const next = rows[index + 1];
    return next !== undefined && isRight(key) && isRight(next);
  });
  const [one, other] = [rows[at], rows[at + 1]];
  if (at < 0 || one === undefined || other === undefined) return;
  const [first, second] = [raws.get(`${one}|${round}`) ?? null, raws.get(`${other}|${round}`) ?? null];
  const put = (key: string, raw: RawCell) => {
    raws.set(`${key}|${round}`, raw);
    cells.set(`${key}|${round}|${vintageIn(reporting, round)}`, { place: {}, raw });
  };
  put(one, second);
  put(other, first);
}

/** Mostly one reason; every fourth row has two, or what is none. */
function reasonOf(number: string, at: number): string {
  const others = [`Đổi địa giới ${number}; số đúng theo quyết định`, '.', '#N/A'];
  return (at % 4 === 3 ? others[Math.floor(at / 4) % others.length] : null) ?? `Đổi địa giới ${number}`;
}

function mistakes({ indicator }: AskedFigure, right: RawCell, before: RawCell, year: RawCell): RawCell[] {
  // Rules few figures can break get their mistakes for sure.
  if (indicator.cumulative === 'yes' && typeof before === 'number') return [before - 1, before - 2];
  if (typeof year === 'number' && year > 0) return [Math.ceil(year * 1.1), year + 3];
  const number = typeof right === 'number' ? right : 1;
  const earlier = typeof before === 'number' ? before : number;
  const bounds = [...(indicator.hard ?? []), ...(indicator.plausible ?? [])];
  const of = [number, earlier].flatMap((one) => [one * 100, one * 10, one / 1_000, one * 1.7, one * 0.55]);
  return [
    ...NO_FIGURES,
    // Two digits in each other's place, and a share typed with a per cent sign.
    ...[Number(String(number).replace(/^(\d)(\d)/u, '$2$1')), number / 100],
    ...[...of, number + 1, number + 0.3, earlier, earlier + 0.01, earlier - 1, -3, 0],
    ...bounds.flatMap((bound) => [bound - 1, bound + 1, bound]),
  ];
}

/** Puts what was typed into the cells, whatever it is. */
function typeInto(
  model: WorkbookModel,
  raws: ReadonlyMap<string, RawCell>,
  reasons: ReadonlyMap<string, string>,
): void {
  for (const sheet of model.sheets) {
    for (const [index, cell] of sheet.cells) {
      const key = String(sheet.cells.get(cellIndex(cell.row, 1))?.value ?? '');
      const head = parseColumnKey(String(sheet.cells.get(cellIndex(1, cell.column))?.value ?? ''));
      const blank = { ...cell };
      delete blank.value;
      if (cell.style === 'input' && head?.field === 'value' && raws.has(`${key}|${head.period}`)) {
        const raw = raws.get(`${key}|${head.period}`) ?? null;
        sheet.cells.set(index, { ...blank, ...contentOf(raw) });
      }
      const reason = head?.field === 'reason' ? reasons.get(key) : undefined;
      if (cell.style === 'inputText' && reason !== undefined)
        sheet.cells.set(index, { ...cell, value: reason });
    }
  }
}

/** What a cell holds as it was typed; an error value stands as a formula that comes to it. */
function contentOf(raw: RawCell): Pick<CellModel, 'value' | 'formula' | 'result'> {
  if (raw === null) return {};
  if (typeof raw === 'object') return { formula: raw.error, result: raw.error };
  if (typeof raw === 'boolean') throw new Error('The writer of workbooks knows no truth values.');
  return { value: raw };
}

/** Numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
