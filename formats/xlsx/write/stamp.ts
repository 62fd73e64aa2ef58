import { partOfPieces, piecePacker } from '../../zip/pieces.ts';
import { packPart, writeZip, type PackedPart } from '../../zip/write.ts';
import type { CellModel, ChartModel, SheetModel, WorkbookModel } from '../../../core/sheet/model.ts';
import { chartPart } from './charts/chart-part.ts';
import { packageParts } from './package-parts.ts';
import { stretchPacker, type Stretches } from './stretch-packer.ts';
import { patchedTexts, stretchesOf, textsOf, type SheetPatch } from './patched-sheet.ts';
import { textElement } from './sheet-cells.ts';
import { plainSheet } from './plain-sheet.ts';

/** A workbook that is written many times with something else in a few of its cells. */
export interface Stamp {
  /** Its bytes with the changes; null where they would not be those of a workbook written by itself. */
  write: (changes: StampChanges) => Promise<Uint8Array | null>;
  /** The texts of its parts by name, as {@link write} packs them. */
  parts: (changes: StampChanges) => ReadonlyMap<string, string> | null;
}

/** What one of the workbooks has otherwise; sheets are told by their place among all. */
export interface StampChanges {
  /** Texts that cells share, by what they read in the model. */
  texts: ReadonlyMap<string, string>;
  cells: readonly { sheet: number; cell: CellModel }[];
  /** In points. */
  heights: readonly { sheet: number; row: number; height: number }[];
  /** Charts by sheet and by their place on it. */
  charts: readonly { sheet: number; at: number; chart: ChartModel }[];
  /** Rows after which a page ends, by sheet. */
  breaks: readonly { sheet: number; rows: readonly number[] }[];
  /** The last sheet, all of it. */
  meta: SheetModel;
}

/** What may change in the workbooks of a stamp. */
export interface Changeable {
  /** Texts that cells share. */
  texts: readonly string[];
  cells: readonly { sheet: number; row: number }[];
  /** What must stand in no other text or part. */
  marks: readonly string[];
}

const STRINGS = 'xl/sharedStrings.xml';
const ITEM = /<si>.*?<\/si>/gsu;
/** A part in stretches: what stays of them is packed once. */
interface PatchedPart extends Stretches {
  /** The same with changes; null where these are none of this part. */
  texts: (changes: StampChanges) => readonly string[] | null;
}

/**
 * Writes a model once and packs it, all but what changes: a further workbook costs only that.
 * @returns null where a mark stands elsewhere, a changing text is no cell's, or the platform cannot pack in pieces
 */
export async function stampOf(model: WorkbookModel, changeable: Changeable): Promise<Stamp | null> {
  const pack = piecePacker();
  const parts = await packageParts(model);
  const meta = `xl/worksheets/sheet${model.sheets.length}.xml`;
  const isMarked = (text: string) => changeable.marks.some((mark) => text.includes(mark));
  const hasOthers = [...parts].some(([name, text]) => name !== STRINGS && name !== meta && isMarked(text));
  if (pack === undefined || hasOthers) return null;

  const encoder = new TextEncoder();
  const strings = stringStretches(parts.get(STRINGS) ?? '', changeable.texts);
  if (strings === null || strings.kept.some(isMarked)) return null;

  const patched = new Map<string, PatchedPart>();
  const add = (name: string, before: readonly string[], texts: PatchedPart['texts']) =>
    patched.set(name, { name, before, texts });
  add(STRINGS, strings.texts(new Map()) ?? [], ({ texts }) => strings.texts(texts));
  const last = model.sheets.at(-1);
  if (last !== undefined) {
    const plain = plainSheet(parts.get(meta) ?? '', last);
    add(meta, plain.texts, (changes) => plain.with(changes.meta));
  }
  model.sheets.forEach((sheet, at) => {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    const rows = new Set(changeable.cells.flatMap((one) => (one.sheet === at ? [one.row] : [])));
    if (rows.size === 0 || name === meta) return;
    const stretches = stretchesOf(parts.get(name) ?? '', rows);
    add(name, stretches.flatMap(textsOf), (changes) => patchedTexts(stretches, sheet, patchOf(changes, at)));
  });
  // Numbered through the workbook, as they are written.
  model.sheets
    .flatMap(({ charts }, sheet) => charts.map((_, at) => ({ sheet, at })))
    .forEach(({ sheet, at }, number) => {
      const name = `xl/charts/chart${number + 1}.xml`;
      const before = [parts.get(name) ?? ''];
      add(name, before, ({ charts }) => {
        const own = charts.find((one) => one.sheet === sheet && one.at === at);
        return own ? [chartPart(own.chart)] : before;
      });
    });
  const others = new Map<string, PackedPart>();
  const whole = async (name: string) => {
    const known = others.get(name);
    if (known !== undefined) return known;
    const part = await packPart({ name, data: encoder.encode(parts.get(name) ?? '') });
    others.set(name, part);
    return part;
  };

  const pieces = stretchPacker(pack);
  const isOfSheets = ({ cells }: StampChanges) =>
    cells.every(({ sheet }) => patched.has(`xl/worksheets/sheet${sheet + 1}.xml`));
  return {
    async write(changes) {
      if (!isOfSheets(changes)) return null;
      const written: PackedPart[] = [];
      for (const name of parts.keys()) {
        const part = patched.get(name);
        const texts = part?.texts(changes);
        if (texts === null) return null;
        const isAsBefore = !part || !texts || isAlike(part.before, texts);
        written.push(isAsBefore ? await whole(name) : partOfPieces(name, pieces(part, texts)));
      }
      return writeZip(written);
    },
    parts(changes) {
      if (!isOfSheets(changes)) return null;
      const texts = new Map(parts);
      for (const [name, part] of patched) {
        const own = part.texts(changes);
        if (own === null) return null;
        texts.set(name, own.join(''));
      }
      return texts;
    },
  };
}

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

function patchOf({ cells, heights, breaks }: StampChanges, at: number): SheetPatch {
  return {
    cells: cells.flatMap(({ sheet, cell }) => (sheet === at ? [cell] : [])),
    breaks: breaks.find(({ sheet }) => sheet === at)?.rows ?? null,
    heights: new Map(heights.flatMap(({ sheet, row, height }) => (sheet === at ? [[row, height]] : []))),
  };
}

/**
 * The table of texts in stretches, the texts that change by themselves.
 * @returns null where one of them is not in the table
 */
function stringStretches(table: string, changing: readonly string[]) {
  const wanted = new Map(changing.map((text) => [itemOf(text), text]));
  const items = new Set<string>();
  const kept: string[] = [];
  const found: string[] = [];
  let from = 0;
  for (const { 0: item, index } of table.matchAll(ITEM)) {
    const text = wanted.get(item);
    if (text === undefined) {
      items.add(item);
      continue;
    }
    kept.push(table.slice(from, index));
    found.push(text);
    from = index + item.length;
  }
  kept.push(table.slice(from));
  if (found.length < wanted.size) return null;
  return {
    kept: kept.flatMap((text, at) => (at < found.length ? [text, ''] : [text])),
    /** Null where two texts are one: a table holds each text once. */
    texts(texts: ReadonlyMap<string, string>): string[] | null {
      const own = found.map((text) => itemOf(texts.get(text) ?? text));
      if (new Set(own).size < own.length || own.some((item) => items.has(item))) return null;
      return kept.flatMap((text, at) => [text, own[at] ?? '']);
    },
  };
}

/** A text in the table of texts, as the table of a whole workbook writes it. */
function itemOf(text: string): string {
  return `<si>${textElement(text)}</si>`;
}
