import type { Severity } from '../../../core/base/finding.ts';
import { documentText, type DocumentText } from '../../xml/document-text.ts';
import {
  appendInside,
  type LocatedElement,
  locateElements,
  prefixOf,
  spanOf,
  withAttribute,
} from '../../xml/elements.ts';
import { type Patch, patchText } from '../../xml/patch.ts';
import { SPREADSHEET } from '../namespaces.ts';
import { MARK_COLORS, SEVERITIES } from './severity.ts';

/** Marks a cell format as ours and says which one it was made from. */
const EXTENSION = '{6E0D4C0B-52A1-4C57-9C7B-0B9D2C9F5A31}';
const OURS = /<ct:marked xmlns:ct="urn:chi-tieu:mark" format="(\d+)"/u;

/** What may follow `dxfs` in the styles part. */
const AFTER_DIFFERENTIAL: ReadonlySet<string> = new Set(['tableStyles', 'colors', 'extLst']);
const LISTS: ReadonlySet<string> = new Set(['fills', 'cellXfs', 'dxfs']);

/**
 * The styles of a workbook while marked formats are added: copies of formats in use with nothing changed but
 * the fill. Formats that were added for an earlier mark are found and used again.
 */
export class StylesPart {
  readonly #document: DocumentText;
  readonly #prefix: string;
  readonly #root: LocatedElement;
  readonly #lists: ReadonlyMap<string, LocatedElement>;
  readonly #afterDifferential: LocatedElement | null;
  readonly #fills: string[];
  readonly #formats: string[];
  readonly #differentials: string[];
  readonly #known: { fills: number; formats: number; differentials: number };

  /** @returns null when the part has no list of fills or formats: nothing could be coloured */
  static read(bytes: Uint8Array, part: string): StylesPart | null {
    const document = documentText(bytes);
    const elements = locateElements(bytes, document.text, part, ({ local, uri }, depth, ancestors) => {
      if (!SPREADSHEET.has(uri)) return false;
      return depth <= 2 || (depth === 3 && LISTS.has(ancestors[1] ?? '') && ENTRIES.has(local));
    });
    const lists = new Map(elements.filter(({ depth }) => depth === 2).map((list) => [list.local, list]));
    const [root] = elements;
    if (root === undefined || !lists.has('fills') || !lists.has('cellXfs')) return null;
    return new StylesPart(document, root, lists, elements);
  }

  private constructor(
    document: DocumentText,
    root: LocatedElement,
    lists: ReadonlyMap<string, LocatedElement>,
    elements: readonly LocatedElement[],
  ) {
    const { text } = document;
    const entriesOf = (list: string) => {
      const within = lists.get(list);
      return elements
        .filter((element) => element.depth === 3 && within !== undefined && isWithin(element, within))
        .map((element) => text.slice(spanOf(element).from, spanOf(element).to));
    };
    this.#document = document;
    this.#root = root;
    this.#prefix = prefixOf(text, root.opening);
    this.#lists = lists;
    this.#afterDifferential =
      elements.find(({ depth, local }) => depth === 2 && AFTER_DIFFERENTIAL.has(local)) ?? null;
    this.#fills = entriesOf('fills');
    this.#formats = entriesOf('cellXfs');
    this.#differentials = entriesOf('dxfs');
    this.#known = {
      fills: this.#fills.length,
      formats: this.#formats.length,
      differentials: this.#differentials.length,
    };
  }

  /** The format a marked one was made from; null when it does not say that it is one of ours. */
  madeFrom(format: number): number | null {
    const made = OURS.exec(this.#formats[format] ?? '');
    return made === null ? null : Number(made[1]);
  }

  /**
   * The format a cell had before its mark, after another program has saved the copy and dropped what a format
   * of ours said of itself; null when the fill is none of ours.
   */
  withoutMarkFill(format: number): number | null {
    const xml = this.#formats[format];
    return xml === undefined || !this.#isMarkFill(xml) ? null : this.#twinOf(xml);
  }

  /** True when any format says that it is one of ours. */
  get hasMarked(): boolean {
    return this.#formats.some((xml) => OURS.test(xml));
  }

  /** A format like the given one with the fill of a severity. */
  marked(format: number, severity: Severity): number {
    const original = this.#formats[format] ?? this.#formats[0] ?? `<${this.#prefix}xf/>`;
    return indexIn(this.#formats, this.#markedXml(original, this.#formats[format] ? format : 0, severity));
  }

  /** A differential format with the fill of a severity, for conditional formats. */
  markedDifferential(severity: Severity): number {
    const p = this.#prefix;
    return indexIn(this.#differentials, `<${p}dxf>${fillXml(p, severity)}</${p}dxf>`);
  }

  /** The part with what was added; null when nothing was. */
  bytes(): Uint8Array | null {
    const { text, encode } = this.#document;
    const p = this.#prefix;
    const patches = [
      ...this.#added('fills', this.#fills, this.#known.fills),
      ...this.#added('cellXfs', this.#formats, this.#known.formats),
      ...this.#added('dxfs', this.#differentials, this.#known.differentials),
    ];
    if (this.#differentials.length > 0 && !this.#lists.has('dxfs')) {
      const at = this.#afterDifferential?.opening.from ?? this.#root.closing.from;
      const count = this.#differentials.length;
      const xml = `<${p}dxfs count="${count}">${this.#differentials.join('')}</${p}dxfs>`;
      patches.push({ from: at, to: at, text: xml });
    }
    return patches.length === 0 ? null : encode(patchText(text, patches));
  }

  #added(list: string, entries: readonly string[], known: number): Patch[] {
    const element = this.#lists.get(list);
    if (element === undefined || entries.length === known) return [];
    const { text } = this.#document;
    const tag = text.slice(element.opening.from, element.opening.to);
    const added = entries.slice(known).join('');
    const counted = withAttribute(tag, 'count', entries.length);
    if (element.closing.from === element.opening.from) {
      const [inside] = [appendInside(counted, whole(counted), added)];
      return [{ ...element.opening, text: inside.text }];
    }
    return [{ ...element.opening, text: counted }, appendInside(text, element, added)];
  }

  #markedXml(original: string, format: number, severity: Severity): string {
    const p = this.#prefix;
    const end = original.indexOf('>') + 1;
    const fill = indexIn(this.#fills, fillXml(p, severity));
    const tag = withAttribute(withAttribute(original.slice(0, end), 'fillId', fill), 'applyFill', 1);
    const extension = `<${p}ext uri="${EXTENSION}"><ct:marked xmlns:ct="urn:chi-tieu:mark" format="${format}"/></${p}ext>`;
    const extensions = `<${p}extLst>${extension}</${p}extLst>`;
    if (tag.endsWith('/>')) return `${tag.slice(0, -2)}>${extensions}</${p}xf>`;
    const rest = original.slice(end);
    const own = rest.lastIndexOf(`</${p}extLst>`);
    const at = own >= 0 ? own : rest.lastIndexOf('</');
    return tag + rest.slice(0, at) + (own >= 0 ? extension : extensions) + rest.slice(at);
  }

  #isMarkFill(xml: string): boolean {
    const fill = this.#fills[Number(attributeOf(xml, 'fillId') ?? -1)];
    if (fill === undefined) return false;
    return SEVERITIES.some((severity) =>
      new RegExp(`fgColor\\s+rgb="${MARK_COLORS[severity]}"`, 'iu').test(fill),
    );
  }

  /** The format that differs in nothing but the fill; without such a format the fill is taken away. */
  #twinOf(xml: string): number {
    const wanted = withoutFill(xml);
    const twin = this.#formats.findIndex(
      (candidate) => !this.#isMarkFill(candidate) && withoutFill(candidate) === wanted,
    );
    if (twin >= 0) return twin;
    return indexIn(this.#formats, withAttributes(xml, { fillId: 0, applyFill: null }));
  }
}

const ENTRIES: ReadonlySet<string> = new Set(['fill', 'xf', 'dxf']);

function fillXml(p: string, severity: Severity): string {
  const color = `rgb="${MARK_COLORS[severity]}"`;
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor ${color}/><${p}bgColor ${color}/></${p}patternFill></${p}fill>`;
}

function withoutFill(xml: string): string {
  return withAttributes(xml, { fillId: null, applyFill: null });
}

function withAttributes(xml: string, values: Readonly<Record<string, number | null>>): string {
  const end = xml.indexOf('>') + 1;
  const tag = Object.entries(values).reduce(
    (changed, [name, value]) => withAttribute(changed, name, value),
    xml.slice(0, end),
  );
  return tag + xml.slice(end);
}

function attributeOf(xml: string, name: string): string | undefined {
  return new RegExp(`^<[^>]*\\s${name}\\s*=\\s*["']([^"']*)`, 'u').exec(xml)?.[1];
}

function isWithin(inner: LocatedElement, outer: LocatedElement): boolean {
  return inner.opening.from > outer.opening.from && inner.closing.to <= outer.closing.to;
}

function indexIn(entries: string[], entry: string): number {
  const index = entries.indexOf(entry);
  return index >= 0 ? index : entries.push(entry) - 1;
}

function whole(tag: string): {
  opening: { from: number; to: number };
  closing: { from: number; to: number };
} {
  const span = { from: 0, to: tag.length };
  return { opening: span, closing: span };
}
