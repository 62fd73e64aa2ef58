import {
  type Document,
  LineCounter,
  type ParsedNode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import { type Finding, type Place, reporter } from '../../core/base/finding.ts';
import { type Locate, type Path, formatPath } from '../../core/base/locate.ts';
import { fileMessages } from '../../core/base/file-messages.ts';

const report = reporter(fileMessages);

/** Keys that reach an object's prototype where a library is careless. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Characters of a file, nine times those of the catalogue: the parser takes a minute for a few millions. */
const LONGEST = 1_500_000;

const TOO_DEEP = { fault: 'TOO_DEEP', reason: 'nested too deeply' };

/** A YAML file as plain data; every scalar is text, exactly as written. */
export interface YamlFile {
  /** Null when there are findings. */
  value: unknown;
  locate: Locate;
  findings: Finding[];
}

/**
 * Parses YAML without guessing types: `5.000`, `~`, `no` and `0101` stay text. Duplicate keys, aliases,
 * anchors, tags and keys that are not text are refused.
 * @param file name for findings
 */
export function parseYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const conversion = new Conversion(file, lines);
  if (text.length > LONGEST) {
    const reason = `longer than ${LONGEST} characters`;
    const finding = report('yaml-syntax', { file, line: 1 }, { fault: 'TOO_LONG', reason });
    return { value: null, locate: conversion.locate, findings: [finding] };
  }
  try {
    // The parser's own check for unique keys compares all pairs, which a hostile file can make last for hours.
    const options = { schema: 'failsafe', version: '1.2', uniqueKeys: false, prettyErrors: false } as const;
    const value = conversion.convertDocument(parseDocument(text, { ...options, lineCounter: lines }));
    const { findings, locate } = conversion;
    return { value: findings.length > 0 ? null : value, locate, findings };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Parser and conversion are recursive: nesting without end exhausts the stack.
    const finding = report('yaml-syntax', { file, line: 1 }, TOO_DEEP);
    return { value: null, locate: conversion.locate, findings: [finding] };
  }
}

/** One pass over a document: plain data, the line of every path, and what is refused on the way. */
class Conversion {
  readonly findings: Finding[] = [];
  private readonly lineOf = new Map<string, number>();
  private readonly file: string;
  private readonly lines: LineCounter;

  constructor(file: string, lines: LineCounter) {
    this.file = file;
    this.lines = lines;
  }

  /** The line of a path, or of its nearest parent that has one. */
  readonly locate: Locate = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.lineOf.get(pathKey(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };

  convertDocument({ errors, contents }: Document.Parsed): unknown {
    // The first error is the one to correct; those after it are mostly its consequences.
    const [first] = errors;
    if (first !== undefined) {
      // The parser, too, says where its stack ends.
      const isDeep = first.message.includes('call stack');
      const reason = first.message.split('\n')[0] ?? first.message;
      const said = isDeep ? TOO_DEEP : { fault: first.code, reason };
      this.findings.push(report('yaml-syntax', this.place(first.pos[0]), said));
      return null;
    }
    if (contents === null || (isScalar(contents) && contents.value === '')) {
      this.refuse('empty', null, '');
      return null;
    }
    return this.convert(contents, []);
  }

  private convert(node: ParsedNode | null, path: Path): unknown {
    if (node === null) return '';
    if (isAlias(node)) {
      this.refuse('alias', node, `*${node.source}`);
      return null;
    }
    if (node.anchor !== undefined) this.refuse('anchor', node, `&${node.anchor}`);
    if (node.tag !== undefined) this.refuse('tag', node, node.tag);
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const itemPath = [...path, index];
        this.remember(itemPath, item);
        return this.convert(item, itemPath);
      });
    }
    return isMap(node) ? this.convertMap(node.items, path) : String(node.value);
  }

  private convertMap(items: readonly { key: ParsedNode; value: ParsedNode | null }[], path: Path): unknown {
    const entries = new Map<string, unknown>();
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : null;
      if (name === null || FORBIDDEN_KEYS.has(name)) {
        this.refuse('key', key, name ?? '[…]');
        continue;
      }
      const keyPath = [...path, name];
      if (entries.has(name)) {
        const place = this.place(startOf(key));
        this.findings.push(report('yaml-duplicate-key', place, { key: formatPath(keyPath) }));
        continue;
      }
      this.remember(keyPath, key);
      entries.set(name, this.convert(value, keyPath));
    }
    return Object.fromEntries(entries);
  }

  private refuse(
    what: 'alias' | 'anchor' | 'tag' | 'key' | 'empty',
    node: ParsedNode | null,
    found: string,
  ): void {
    this.findings.push(report('yaml-not-allowed', this.place(startOf(node)), { what, found }));
  }

  private remember(path: Path, node: ParsedNode | null): void {
    this.lineOf.set(pathKey(path), this.place(startOf(node)).line);
  }

  private place(offset: number): Place & { line: number } {
    return { file: this.file, line: Math.max(1, this.lines.linePos(offset).line) };
  }
}

function startOf(node: ParsedNode | null): number {
  return node?.range[0] ?? 0;
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}
