import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePrinted } from '../../core/base/number.ts';
import { comparatorOfWord } from '../../core/plan/comparator.ts';
import { comparators } from '../../core/plan/schema.ts';
import type { Expected } from './measure.ts';

/** A document with the rows a careful reader draws from it. */
export interface ReadDocument {
  name: string;
  text: string;
  expected: Expected[];
}

/**
 * The documents of a folder: `NAME.txt` and `NAME.tsv` with a row for each target: line, printed, comparator, kind,
 * first year, last year, indicator, stratum; what is not known is left empty.
 */
export async function readTables(folder: string): Promise<ReadDocument[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -4),
      text: await readFile(join(folder, `${name.slice(0, -4)}.txt`), 'utf8'),
      expected: (await readFile(join(folder, name), 'utf8'))
        .split('\n')
        .filter((line) => /^\d/u.test(line))
        .map((line) => expectedOf(line.split('\t'))),
    })),
  );
}

function expectedOf(cells: readonly string[]): Expected {
  const [line = '', printed = '', word = '', kind = '', from = '', to = '', indicator = '', stratum = ''] =
    cells.map((cell) => cell.trim());
  const figure = parsePrinted(printed);
  const comparator = comparators.find((one) => one === word);
  if (figure === null || comparator === undefined) throw new Error(`not readable: ${cells.join(' | ')}`);
  return {
    line: Number(line),
    printed,
    value: 'value' in figure ? figure.value : null,
    low: 'low' in figure ? figure.low : null,
    high: 'low' in figure ? figure.high : null,
    comparator: comparatorOfWord(comparator),
    kind,
    yearFrom: from === '' ? null : Number(from),
    yearTo: to === '' ? null : Number(to),
    indicator: indicator === '' ? null : indicator,
    stratum: stratum === '' ? null : stratum,
  };
}
