import { remembered } from '../base/remembered.ts';
import type { Unit } from '../unit/unit.ts';
import { FIRST_DEFINED_LAYOUT } from './contract.ts';
import { ownSchema, sharedSchema, type WorkbookDefinition } from './definition-schema.ts';
import { fnv } from './fingerprint.ts';

/** Characters in one cell; Excel's own limit is 32 767. */
const CHUNK_LENGTH = 30_000;

/**
 * A definition as JSON that every program hands on unchanged: printable ASCII, whatever a plan's sentence
 * holds (line ends, no-break spaces, decomposed letters). The same definition always gives the same text.
 */
export function definitionText(definition: WorkbookDefinition): string {
  return joinedFields(fieldTexts(definition));
}

/** The fields of a definition as they stand in its text; those that are null are not there. */
export function fieldTexts(fields: Partial<WorkbookDefinition>): Map<string, string> {
  const { layout, plans, catalogue, unit, reporter, ...rest } = fields;
  const values = {
    layout: layout === FIRST_DEFINED_LAYOUT ? null : layout,
    plans: plans?.map(({ head, ...plan }) => ({ head: scalarsAsText(head), ...plan })),
    catalogue: catalogue && scalarsAsText(catalogue),
    unit: unit && unitRow(unit),
    reporter: reporter && unitRow(reporter),
    ...rest,
  };
  return new Map(
    Object.entries(values).flatMap(([name, value]): [string, string][] =>
      value === null || value === undefined
        ? []
        : [[name, printable(JSON.stringify(value, (_key, inner: unknown) => sortedFields(inner)))]],
    ),
  );
}

/**
 * The text of a definition from those of its fields: first those that many workbooks have alike, so that their texts
 * begin alike and are packed once.
 */
export function joinedFields(fields: ReadonlyMap<string, string>): string {
  const place = (name: string) => `${name in ownSchema.shape ? 1 : 0}${name}`;
  const sorted = [...fields].sort(([a], [b]) => (place(a) < place(b) ? -1 : 1));
  return `{${sorted.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

function printable(json: string): string {
  return (
    json
      .replaceAll(/[^ -~]/g, (unit) => escaped(unit.charCodeAt(0)))
      // In a workbook `_x0041_` would be read as a letter.
      .replaceAll('_x', `${escaped('_'.charCodeAt(0))}x`)
  );
}

/**
 * A definition from its text. The parts that returns of a round share are the same objects for all of them, so that
 * what is made of one can be used for the next; nobody may change them.
 * @returns null when the text is no definition that this program can build a workbook from
 */
export function parseDefinition(text: string): WorkbookDefinition | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const { unit, reporter, figures, baselines, byCommune } = parts.own;
  const { data: own } = ownSchema.safeParse({ unit, reporter, figures, baselines, byCommune });
  const shared = own ? sharedOf(parts.shared) : null;
  return own && shared ? { ...shared, ...own } : null;
}

/** The fields of a definition that are a workbook's own, and the text of those that it shares. */
interface DefinitionParts {
  own: Record<string, unknown>;
  shared: string;
}

/** The beginnings of the last texts, with what they say: texts of one round begin alike, see {@link joinedFields}. */
let beginnings: readonly { text: string; shared: string }[] = [];
/** As many as the rounds of a plan; of long ones fewer, see {@link withinBounds}. */
const KEPT_BEGINNINGS = 12;

function partsOf(text: string): DefinitionParts | null {
  for (const beginning of beginnings) {
    if (!text.startsWith(beginning.text)) continue;
    const own = objectIn(`{${text.slice(beginning.text.length)}`);
    // A field that stands there once more would be another.
    if (own && Object.keys(own).every(isOwnField)) return { own, shared: beginning.shared };
  }
  const json = objectIn(text);
  if (json === null) return null;
  const fields = Object.entries(json);
  const shared = JSON.stringify(Object.fromEntries(fields.filter(([name]) => !isOwnField(name))));
  const first = fields.find(([name]) => isOwnField(name))?.[0];
  const isKept = first !== undefined && text.length <= KEPT_CHARACTERS;
  const end = !isKept ? 0 : text.lastIndexOf(`,${JSON.stringify(first)}:`) + 1;
  const before = end > 0 ? objectIn(`${text.slice(0, end - 1)}}`) : null;
  if (before && JSON.stringify(before) === shared)
    beginnings = withinBounds([{ text: text.slice(0, end), shared }, ...beginnings]);
  return { own: json, shared };
}

/** The first of them: no more than {@link sharedOf} keeps what they say of. */
function withinBounds(all: typeof beginnings): typeof beginnings {
  let characters = 0;
  return all.slice(0, KEPT_BEGINNINGS).filter(({ shared }) => {
    characters += shared.length;
    return characters <= 2 * KEPT_CHARACTERS;
  });
}

function isOwnField(name: string): boolean {
  return Object.hasOwn(ownSchema.shape, name);
}

/** The object that a text is; null where it is none. */
function objectIn(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** As much as the rounds of one plan have: what is made of each, its layouts and their formulas, are some megabytes. */
const KEPT_CHARACTERS = 400_000;

const sharedOf = remembered((text) => sharedSchema.safeParse(JSON.parse(text)).data ?? null, KEPT_CHARACTERS);

/** The text cut into pieces that fit into cells and neither begin nor end with a space, which a program may cut. */
export function chunksOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += CHUNK_LENGTH) {
    pieces.push(text.slice(start, start + CHUNK_LENGTH).replaceAll(/^ | $/gu, escaped(' '.charCodeAt(0))));
  }
  return pieces;
}

/** What tells whether a text came back whole. */
export function textChecksum(chunks: readonly string[]): string {
  return fnv(chunks.join('')).toString(16).padStart(8, '0');
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** An object with its fields in the order of their names, without those that are null. */
function sortedFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The form of our YAML files, in which every scalar is text. */
function scalarsAsText(value: unknown): unknown {
  if (typeof value === 'number') return decimalText(value);
  if (Array.isArray(value)) return value.map(scalarsAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, scalarsAsText(entry)]));
}

/** Those files know no exponents. */
function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20);
}

/** A unit as a row of a unit file. */
function unitRow(unit: Unit): Record<keyof Unit, string> {
  const { id, code, name, level, parent, validFrom, validTo, successors, tags, unverified } = unit;
  return {
    id,
    code: code ?? '',
    name,
    level,
    parent: parent ?? '',
    validFrom: validFrom ?? '',
    validTo: validTo ?? '',
    successors: successors.join(' '),
    tags: tags.join(' '),
    unverified: unverified.join(' '),
  };
}
