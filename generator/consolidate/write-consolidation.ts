import Papa from 'papaparse';
import type { Language } from '../../core/base/finding.ts';
import { countedRows } from '../../core/consolidate/counted-rows.ts';
import { partsOf } from '../../core/consolidate/parts.ts';
import { publicBook } from '../../core/consolidate/public/public-book.ts';
import { publicRows } from '../../core/consolidate/public/public-rows.ts';
import { consolidatedBook } from '../../core/consolidate/sheets/book.ts';
import { tidyColumns, tidyRows, type TidyRow } from '../../core/consolidate/tidy-rows.ts';
import { consolidationWords } from '../../core/consolidate/words.ts';
import { guardedText } from '../../core/exchange/guarded-text.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Paper } from '../../core/sheet/model.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import type { CommandContext } from '../commands/context.ts';
import { writePublished } from '../publish/write-published.ts';
import { isThere, writeNew } from '../workbook/write-new.ts';
import { isKept, writeWorkbook } from '../workbook/write-safely.ts';
import { countedParquet } from './counted-parquet.ts';
import type { CountryGathered } from './of-country.ts';
import { headLine, largeText } from './said.ts';
import type { consolidationFormats } from './formats.ts';
import { writeParts, type PartsOutcome, type Published } from './write-parts.ts';

/** Where it is written. */
export interface ConsolidationTarget {
  path: string;
  format: (typeof consolidationFormats)[number];
}

interface Writing {
  target: ConsolidationTarget;
  language: Language;
  paper: Paper;
  context: Pick<CommandContext, 'err' | 'progress'>;
}

/** Writes what is asked for; nothing where a file that somebody may have edited is there. */
export async function writeConsolidation(
  gathered: CountryGathered & { plans: readonly Plan[] },
  published: Published | null,
  { target: { path: out, format }, language, paper, context }: Writing,
): Promise<PartsOutcome> {
  const { found, sources, provinces, partOf, plans } = gathered;
  const outcome = (isWritten: boolean) => (isWritten ? { written: [out] } : { kept: [out] });
  if (format === 'parquet') return outcome(await writeNew(out, await countedParquet(countedRows(found))));
  const put = (
    bytes: Uint8Array,
    isThere: (path: string) => Promise<boolean>,
    own: () => Promise<boolean>,
  ) => (published ? writePublished({ path: out, bytes }, published.publication, isThere) : own());
  if (format === 'csv') {
    const rows = published ? publicRows(found, sources(), published.figures) : tidyRows(found, sources());
    const bytes = csvOf(rows);
    return outcome(await put(bytes, isThere, () => writeNew(out, bytes)));
  }
  const words = consolidationWords[language];
  const line = headLine(gathered, language, provinces);
  const request = {
    found,
    language,
    words,
    title: words.title,
    line,
    paper,
    ...(provinces && { provinces }),
  };
  const parts = partsOf(found, DEFAULT_LIMITS.cells);
  if (parts.length > 0) {
    const { progress } = context;
    return writeParts(out, parts, { ...request, sources, partOf, plans }, { may: published, progress });
  }
  const all = { ...request, sources: sources() };
  const book = published ? publicBook({ ...all, may: published.figures }) : consolidatedBook(all);
  context.err(largeText(book, DEFAULT_LIMITS.cells, language));
  const bytes = await serialize(book);
  return outcome(await put(bytes, isKept, async () => (await writeWorkbook(out, bytes)) !== 'kept'));
}

/** Texts of other people begin no formula in a spreadsheet that opens the file. */
function csvOf(table: readonly TidyRow[]): Uint8Array {
  const rows = table.map((row) =>
    tidyColumns.map((name) => (FREE_TEXTS.has(name) ? guardedText(row[name]) : row[name])),
  );
  const text = Papa.unparse([[...tidyColumns], ...rows], { newline: '\r\n' });
  return new TextEncoder().encode(`${text}\r\n`);
}

const FREE_TEXTS = new Set(['file', 'place', 'reason']);
