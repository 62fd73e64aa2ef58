import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../../generator/package-root.ts';

/** A number of a sentence as it is to be read; offsets are those of its end in the sentence. */
export interface ExpectedNumber {
  end: number;
  /** "atLeast level 2025", "range flow 2021-2025 avg s=poor-districts", "baseline". */
  reading: string;
}

/** A sentence of the table. */
export interface ExpectedSentence {
  line: number;
  text: string;
  numbers: ExpectedNumber[];
}

/** Sentences under one heading of one plan. */
export interface SentenceGroup {
  period: { from: number; to: number };
  heading: string;
  sentences: ExpectedSentence[];
}

/** Reads the table of sentences; its first lines say how it is written. */
export async function sentenceTable(name: string): Promise<SentenceGroup[]> {
  const text = await readFile(join(packageRoot(), 'test/core/draft', name), 'utf8');
  const groups: SentenceGroup[] = [];
  let period = { from: 0, to: 0 };
  text.split('\n').forEach((line, index) => {
    const [, from, to] = /^@ (\d{4})-(\d{4})$/u.exec(line) ?? [];
    if (line === '' || line.startsWith('#')) return;
    if (from !== undefined) period = { from: Number(from), to: Number(to) };
    else if (line.startsWith('= ')) groups.push({ period, heading: line.slice(2), sentences: [] });
    else groups.at(-1)?.sentences.push(parsed(line, index + 1));
  });
  return groups;
}

function parsed(line: string, at: number): ExpectedSentence {
  let text = '';
  const numbers: ExpectedNumber[] = [];
  for (const part of line.split(/(⟨[^⟩]*⟩)/u)) {
    if (part.startsWith('⟨')) numbers.push({ end: text.length, reading: part.slice(1, -1) });
    else text += part;
  }
  return { line: at, text, numbers };
}
