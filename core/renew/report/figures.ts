import type { Language } from '../../base/finding.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { bookMeta } from '../../consolidate/sheets/book-meta.ts';
import { listSheet, type ListCell } from '../../consolidate/sheets/list-sheet.ts';
import { parseRowKey } from '../../observation/key.ts';
import type { SheetModel, WorkbookModel } from '../../sheet/model.ts';
import { figureFormat } from '../../workbook/formats.ts';
import { labelOf } from '../../workbook/key-label.ts';
import type { FilledCell, RollOverLine } from '../line.ts';
import type { NamedUnit } from '../source-text.ts';
import { outcomeWords, reportWords, vintageNames, whyWords } from './words.ts';

/** What lists of figures are written with. */
export interface ListedFigures {
  catalogue: Catalogue;
  unitOf: (id: string) => NamedUnit | null;
  language: Language;
  /** Which round and plans they are about. */
  line: string;
  /** ISO day that the file says it was made on. */
  created: string;
}

/** Some of the figures, listed in a workbook of their own. */
export interface FiguresPart {
  /** Its name, without folder. */
  file: string;
  lines: readonly RollOverLine[];
}

/** Figures that one sheet lists: those of a country's communes take more memory than many machines have. */
export const FIGURES_A_SHEET = 10_000;

/**
 * The parts that figures are listed in where they are too many for one sheet; none where they are not.
 * @param name of the report, without ending
 */
export function figuresParts(name: string, lines: readonly RollOverLine[]): FiguresPart[] {
  if (lines.length <= FIGURES_A_SHEET) return [];
  return Array.from({ length: Math.ceil(lines.length / FIGURES_A_SHEET) }, (_, at) => ({
    file: `${partName(name, at + 1)}.xlsx`,
    lines: lines.slice(at * FIGURES_A_SHEET, (at + 1) * FIGURES_A_SHEET),
  }));
}

/** How a part is called: `chuyen-ky_2026_tung-so-01`. @param number counted from 1 */
function partName(name: string, number: number): string {
  return `${name}_tung-so-${String(number).padStart(2, '0')}`;
}

/** The number of a part by its file; null for any other file. */
export function numberOfPart(name: string, file: string): number | null {
  const [, digits] = /_tung-so-(\d{2,})\.xlsx$/u.exec(file) ?? [];
  return digits !== undefined && file === `${partName(name, Number(digits))}.xlsx` ? Number(digits) : null;
}

/** One of those parts. */
export function figuresBook({ lines }: FiguresPart, input: ListedFigures): WorkbookModel {
  const sheet = figuresSheet(input, lines);
  return {
    title: reportWords[input.language].title,
    created: input.created,
    sheets: [sheet, bookMeta([sheet])],
  };
}

/** The sheet that lists figures: what became of each, and why. */
export function figuresSheet(input: ListedFigures, of: readonly RollOverLine[]): SheetModel {
  const { language, line } = input;
  const words = reportWords[language];
  const lines = of.map(({ figure, outcome, why, detail, to }): ListCell[] => [
    ...named(figure.unit, input),
    labelOf(figure.key, input.catalogue, language),
    figure.key,
    figure.period,
    vintageNames[figure.vintage][language],
    valueCell(figure, input),
    outcomeWords[outcome][language],
    why === null ? '' : whyWords[why][language],
    detail,
    to.map((cell) => cellSaid(cell, input)).join('; '),
    figure.source,
  ]);
  const heads = words.heads.figures;
  const widths = [16, 24, 40, 30, 8, 11, 14, 14, 34, 30, 36, 50];
  const name = words.sheets.figures;
  return listSheet(name, { title: name, line, heads, widths, paper: 'A3' }, lines).sheet;
}

/** "VN12.03388-2025 doctors|_T 2025 (trang Theo xã, sổ của Sở Y tế)". */
function cellSaid(
  { unit, key, period, factor, tableOf }: FilledCell,
  { unitOf, language }: ListedFigures,
): string {
  const times = factor === '1' ? '' : ` × ${factor}`;
  const where =
    tableOf === undefined ? '' : ` (${reportWords[language].inTableOf(unitOf(tableOf)?.name ?? tableOf)})`;
  return `${unit} ${key} ${period}${times}${where}`;
}

/** Id and name of a unit. */
export function named(unit: string, { unitOf }: Pick<ListedFigures, 'unitOf'>): [string, string] {
  return [unit, unitOf(unit)?.name ?? unit];
}

/** A figure as it is shown. */
export function valueCell(
  { key, value, sign }: Pick<RollOverLine['figure'], 'key' | 'value' | 'sign'>,
  { catalogue }: Pick<ListedFigures, 'catalogue'>,
): ListCell {
  if (value === null) return sign ?? '';
  const indicator = catalogue.indicators.get(parseRowKey(key)?.indicator ?? '');
  return indicator ? { value: Number(value), format: figureFormat(indicator) } : Number(value);
}
