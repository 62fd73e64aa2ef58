import { parseAddress } from '../../core/sheet/address.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { readZip } from '../../formats/zip/read.ts';
import { packPart, writeZip, type PackedPart } from '../../formats/zip/write.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const WORKBOOK = 'xl/workbook.xml';
const WORKBOOK_LINKS = 'xl/_rels/workbook.xml.rels';
const TYPES = '[Content_Types].xml';

/** What a cell is given in place of what it holds. */
export type NewContent =
  | number
  | string
  | { formula: string; value?: number | string }
  /** Everything between the tags, and the type, as they are to stand in the file. */
  | { xml: string; type?: string };

/** The parts of files that were opened, and parts that were packed: of most damages all parts but one are as before. */
const opened = new WeakMap<Uint8Array, ReadonlyMap<string, Uint8Array>>();
const packed = new WeakMap<Uint8Array, PackedPart>();

async function packedPart(name: string, data: Uint8Array): Promise<PackedPart> {
  const known = packed.get(data) ?? (await packPart({ name, data }));
  packed.set(data, known);
  return { ...known, name };
}

/** The parts of a workbook file, to be damaged as programs and people damage them. */
export class Package {
  /** A part is replaced, its bytes are never changed: other packages have the same. */
  readonly parts: Map<string, Uint8Array>;

  private constructor(parts: Map<string, Uint8Array>) {
    this.parts = parts;
  }

  static async open(bytes: Uint8Array): Promise<Package> {
    const parts = opened.get(bytes) ?? (await readZip(bytes, DEFAULT_LIMITS));
    opened.set(bytes, parts);
    return new Package(new Map(parts));
  }

  async bytes(): Promise<Uint8Array> {
    const parts: PackedPart[] = [];
    for (const [name, data] of this.parts) parts.push(await packedPart(name, data));
    return writeZip(parts);
  }

  text(part: string): string {
    const data = this.parts.get(part);
    if (!data) throw new Error(`The package has no part ${part}.`);
    return decoder.decode(data);
  }

  set(part: string, text: string): void {
    this.parts.set(part, encoder.encode(text));
  }

  /** Changes a part; a change that changes nothing is a mistake of the test. */
  edit(part: string, change: (text: string) => string): void {
    const before = this.text(part);
    const after = change(before);
    if (after === before) throw new Error(`Nothing was changed in ${part}.`);
    this.set(part, after);
  }

  editWorkbook(change: (text: string) => string): void {
    this.edit(WORKBOOK, change);
  }

  editSheet(name: string, change: (text: string) => string): void {
    this.edit(this.partOf(name), change);
  }

  /** Name of the part of a sheet. */
  partOf(name: string): string {
    const sheet = this.#sheets().find((one) => one.name === name);
    if (!sheet) throw new Error(`The workbook has no sheet ${name}.`);
    return sheet.part;
  }

  sheetNames(): string[] {
    return this.#sheets().map(({ name }) => name);
  }

  /** Puts something else into a cell, which keeps its look. */
  setCell(sheet: string, address: string, content: NewContent | null): void {
    this.editSheet(sheet, (xml) => withCell(xml, address, content));
  }

  /** The XML of a cell; '' where there is none. */
  cell(sheet: string, address: string): string {
    return cellPattern(address).exec(this.text(this.partOf(sheet)))?.[0] ?? '';
  }

  /** Takes a sheet out of the workbook; what refers to it is left as it is. */
  removeSheet(name: string): void {
    const { part, id, at } = this.#sheet(name);
    this.parts.delete(part);
    this.parts.delete(part.replace(/([^/]+)$/u, '_rels/$1.rels'));
    this.edit(WORKBOOK_LINKS, (xml) => xml.replace(new RegExp(`<Relationship Id="${id}"[^>]*/>`, 'u'), ''));
    this.edit(TYPES, (xml) => xml.replace(new RegExp(`<Override PartName="/${part}"[^>]*/>`, 'u'), ''));
    this.editWorkbook((xml) =>
      xml
        .replace(new RegExp(`<sheet [^>]*r:id="${id}"/>`, 'u'), '')
        // Names count sheets by their place.
        .replaceAll(
          /<definedName ([^>]*)localSheetId="(\d+)"([^>]*)>[^<]*<\/definedName>/gu,
          (all, _, local) => {
            if (Number(local) === at) return '';
            return Number(local) > at
              ? String(all).replace(`localSheetId="${local}"`, `localSheetId="${Number(local) - 1}"`)
              : all;
          },
        ),
    );
  }

  /** Adds a sheet in front or at the end. */
  addSheet(name: string, xml: string, where: 'first' | 'last' = 'last'): void {
    const number = this.#sheets().length + 1;
    const part = `xl/worksheets/sheet${number}00.xml`;
    const id = `rId${number}00`;
    this.set(part, xml);
    this.edit(WORKBOOK_LINKS, (text) =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${number}00.xml"/></Relationships>`,
      ),
    );
    this.addType(part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml');
    const tag = `<sheet sheetId="${number}00" name="${name}" r:id="${id}"/>`;
    this.editWorkbook((text) =>
      where === 'last'
        ? text.replace('</sheets>', `${tag}</sheets>`)
        : text
            .replace('<sheets>', `<sheets>${tag}`)
            .replaceAll(/localSheetId="(\d+)"/gu, (_, at: string) => `localSheetId="${Number(at) + 1}"`),
    );
  }

  addType(part: string, type: string): void {
    this.edit(TYPES, (xml) =>
      xml.replace('</Types>', `<Override PartName="/${part}" ContentType="${type}"/></Types>`),
    );
  }

  /** Adds a part that the workbook part links to. */
  addLinked(part: string, data: string, kind: string, type: string): void {
    this.set(part, data);
    this.addType(part, type);
    this.edit(WORKBOOK_LINKS, (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rIdX${this.parts.size}" Type="${kind}" Target="/${part}"/></Relationships>`,
      ),
    );
  }

  #sheet(name: string): { name: string; id: string; part: string; at: number } {
    const sheets = this.#sheets();
    const at = sheets.findIndex((one) => one.name === name);
    const sheet = sheets[at];
    if (!sheet) throw new Error(`The workbook has no sheet ${name}.`);
    return { ...sheet, at };
  }

  #sheets(): { name: string; id: string; part: string }[] {
    const links = new Map(
      [...this.text(WORKBOOK_LINKS).matchAll(/<Relationship Id="([^"]+)"[^>]*Target="([^"]+)"/gu)].map(
        ([, id = '', target = '']) => [id, target.startsWith('/') ? target.slice(1) : `xl/${target}`],
      ),
    );
    return [...this.text(WORKBOOK).matchAll(/<sheet [^>]*name="([^"]+)"[^>]*r:id="([^"]+)"/gu)].map(
      ([, name = '', id = '']) => ({ name, id, part: links.get(id) ?? '' }),
    );
  }
}

/** Opens a file, damages its parts and packs them again. */
export async function damaged(bytes: Uint8Array, damage: (parts: Package) => void): Promise<Uint8Array> {
  const parts = await Package.open(bytes);
  damage(parts);
  return parts.bytes();
}

/** The XML of a sheet with something else in a cell; a cell that is not there is put into its row. */
export function withCell(xml: string, address: string, content: NewContent | null): string {
  const found = cellPattern(address).exec(xml);
  if (found) {
    const style = /^<c [^>]*?( s="\d+")/u.exec(found[0])?.[1] ?? '';
    return xml.replace(found[0], () => (content === null ? '' : cellXml(address, style, content)));
  }
  if (content === null) throw new Error(`There is no cell ${address}.`);
  const row = parseAddress(address)?.row;
  const cell = cellXml(address, '', content);
  const there = new RegExp(`(<row r="${row}"[^>]*?)(/>|>)`, 'u');
  const inserted = xml.replace(there, (_, tag: string, end: string) =>
    end === '>' ? insertMark(tag) : `${tag}>${cell}</row>`,
  );
  if (!inserted.includes(MARK)) {
    if (inserted !== xml) return inserted;
    const line = `<row r="${row}">${cell}</row>`;
    // Rows stand from the top to the bottom.
    const below = [...xml.matchAll(/<row r="(\d+)"/gu)].find(([, other]) => Number(other) > Number(row));
    if (below) return `${xml.slice(0, below.index)}${line}${xml.slice(below.index)}`;
    return xml.replace('</sheetData>', `${line}</sheetData>`);
  }
  // Cells of a row stand from the left to the right.
  const column = parseAddress(address)?.column ?? 0;
  const [before = '', after = ''] = inserted.split(MARK);
  const cells = after.slice(0, after.indexOf('</row>'));
  const next = [...cells.matchAll(/<c r="([A-Z]+\d+)"/gu)].find(
    ([, other = '']) => (parseAddress(other)?.column ?? 0) > column,
  );
  const at = next ? next.index : cells.length;
  return `${before}${cells.slice(0, at)}${cell}${after.slice(at)}`;
}

const MARK = '\u0000';

function insertMark(tag: string): string {
  return `${tag}>${MARK}`;
}

function cellPattern(address: string): RegExp {
  return new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*[^/]>[\\s\\S]*?</c>|>[\\s\\S]*?</c>)`, 'u');
}

function cellXml(address: string, style: string, content: NewContent): string {
  const open = (type: string) => `<c r="${address}"${style}${type === '' ? '' : ` t="${type}"`}>`;
  if (typeof content === 'number') return `${open('')}<v>${content}</v></c>`;
  if (typeof content === 'string') {
    return `${open('inlineStr')}<is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
  }
  if ('xml' in content) return `${open(content.type ?? '')}${content.xml}</c>`;
  const { formula, value } = content;
  const stored = value === undefined ? '' : `<v>${typeof value === 'string' ? escaped(value) : value}</v>`;
  return `${open(typeof value === 'string' ? 'str' : '')}<f>${escaped(formula)}</f>${stored}</c>`;
}

/** A text as XML stores it. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
