import { partOfPieces, piecePacker, type PackedPiece } from '../../zip/pieces.ts';
import { packPart, writeZip, type PackedPart } from '../../zip/write.ts';
import { escapeText } from '../escaped-text.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { packageParts } from './package-parts.ts';
import { xmlText } from './xml-text.ts';

/** A workbook that is written many times with other texts in a few of its cells. */
export interface Stamp {
  /** Its bytes with other texts; null where they would not be those of a workbook written by itself. */
  write: (texts: ReadonlyMap<string, string>) => Promise<Uint8Array | null>;
  /** The texts of its parts by name, as {@link write} packs them. */
  parts: (texts: ReadonlyMap<string, string>) => ReadonlyMap<string, string> | null;
}

const STRINGS = 'xl/sharedStrings.xml';
const ITEM = /<si>.*?<\/si>/gsu;

/**
 * Writes a model once and packs it, all but the texts that change: a further workbook costs only those.
 * @param changing texts of cells that {@link Stamp.write} is going to replace
 * @param marks what must stand in no other text or part
 * @returns null where a mark stands elsewhere, a changing text is no cell's, or the platform cannot pack in pieces
 */
export async function stampOf(
  model: WorkbookModel,
  changing: readonly string[],
  marks: readonly string[],
): Promise<Stamp | null> {
  const pack = piecePacker();
  const parts = await packageParts(model);
  const table = parts.get(STRINGS);
  const isMarked = (text: string) => marks.some((mark) => text.includes(mark));
  const hasOthers = [...parts].some(([name, text]) => name !== STRINGS && isMarked(text));
  if (pack === undefined || table === undefined || hasOthers) return null;

  const encoder = new TextEncoder();
  const packed = (text: string) => pack(encoder.encode(text));
  const wanted = new Map(changing.map((text) => [itemOf(text), text]));
  const kept = new Set<string>();
  const found = new Set<string>();
  /** Stretches that stay and texts that change, in the order of the part. */
  const pieces: (PackedPiece | { text: string })[] = [];
  let from = 0;
  for (const { 0: item, index } of table.matchAll(ITEM)) {
    const text = wanted.get(item);
    if (text === undefined) {
      kept.add(item);
      continue;
    }
    found.add(text);
    pieces.push(packed(table.slice(from, index)), { text });
    from = index + item.length;
  }
  pieces.push(packed(table.slice(from)));
  if (found.size < wanted.size || [...kept].some(isMarked)) return null;

  /** The items of texts; null where two are one: a table holds each text once. */
  const itemsOf = (texts: ReadonlyMap<string, string>) => {
    const items = new Map([...found].map((text) => [text, itemOf(texts.get(text) ?? text)]));
    const all = [...items.values()];
    return new Set(all).size < all.length || all.some((item) => kept.has(item)) ? null : items;
  };
  const others: (PackedPart | null)[] = [];
  for (const [name, text] of parts)
    others.push(name === STRINGS ? null : await packPart({ name, data: encoder.encode(text) }));

  return {
    async write(texts) {
      const items = itemsOf(texts);
      if (items === null) return null;
      const own = pieces.map((piece) => ('text' in piece ? packed(items.get(piece.text) ?? '') : piece));
      return writeZip(others.map((part) => part ?? partOfPieces(STRINGS, own)));
    },
    parts(texts) {
      const items = itemsOf(texts);
      if (items === null) return null;
      const strings = table.replaceAll(ITEM, (item) => items.get(wanted.get(item) ?? '') ?? item);
      return new Map(parts).set(STRINGS, strings);
    },
  };
}

/** A text in the table of texts, as the table of a whole workbook writes it. */
function itemOf(text: string): string {
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return `<si><t${space}>${xmlText(escapeText(text))}</t></si>`;
}
