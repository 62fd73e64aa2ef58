import { basename, dirname, extname, join } from 'node:path';
import type { Plan } from '../../core/plan/model.ts';
import { coverWords } from '../../core/consolidate/cover-words.ts';
import { asPart, plansOfPart, provinceGroups, type Part } from '../../core/consolidate/parts.ts';
import { publicBook } from '../../core/consolidate/public/public-book.ts';
import type { PublicFigures } from '../../core/consolidate/public/public.ts';
import { consolidatedBook } from '../../core/consolidate/sheets/book.ts';
import { coverBook } from '../../core/consolidate/sheets/cover-book.ts';
import type { WrittenPart } from '../../core/consolidate/sheets/cover-request.ts';
import type { BookRequest } from '../../core/consolidate/sheets/request.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { timeOf } from '../clock.ts';
import { readReplaced } from '../regular-file.ts';
import { sha256Of } from '../store/originals.ts';
import { clearLeftovers } from '../workbook/clear-leftovers.ts';
import { isKept } from '../workbook/write-safely.ts';
import { nameKept, staged, type KeptFirst } from '../workbook/write-whole.ts';
import type { Gathered } from './gather.ts';
import { headLine } from './said.ts';

/** What became of several workbooks: all of them were written, or none as somebody has edited some. */
export type PartsOutcome = { written: readonly string[] } | { kept: readonly string[] };

/** What the workbooks are made from; of the sources those that somebody asks for. */
export interface PartsRequest extends Omit<BookRequest, 'sources'>, Pick<Gathered, 'sources' | 'partOf'> {
  plans: readonly Plan[];
}

/** What may be published, and what is kept of that. */
export interface Published {
  figures: PublicFigures;
  publication: KeptFirst;
}

/** What is published of all of it together, null where nothing is, and where it is said how far the work is. */
interface PartsSetting {
  may: Published | null;
  progress: (text: string) => void;
}

/**
 * Writes a consolidation that is too large for one workbook as one for each part and one that covers them, all of
 * them or none: the one that covers them says what the others come to. One is held at a time: of a part that is
 * written only its totals and its digest are kept, and it has its own name when all are written.
 * @param out path of the workbook that covers the others; they stand beside it, with the province in their names
 */
export async function writeParts(
  out: string,
  parts: readonly Part[],
  { partOf, plans, sources, ...request }: PartsRequest,
  { may, progress }: PartsSetting,
): Promise<PartsOutcome> {
  const { found } = request;
  const names = new Map(provinceGroups(found).map(({ id, name }) => [id, name]));
  const paths = parts.map((part) => pathOf(out, part));
  const all = [out, ...paths];
  const before = await contentsOf(all);
  const kept = await filtered(all, isKept);
  if (kept.length > 0) return { kept };
  return staged(async (stage): Promise<PartsOutcome> => {
    const { add } = stage;
    const figures = may?.figures ?? null;
    const written: WrittenPart[] = [];
    for (const [at, part] of parts.entries()) {
      const path = paths[at] ?? out;
      progress(`${at + 1}/${all.length} ${basename(path)}`);
      const name = names.get(part.province) ?? part.province;
      const { bytes, ...known } = await madePart(part, name, { ...request, partOf, plans }, figures);
      await add({ path, bytes });
      written.push({ ...known, part, file: basename(path) });
    }
    progress(`${all.length}/${all.length} ${basename(out)}`);
    const ofProvinces = sources(({ unit }) => names.has(unit));
    const cover = figures
      ? publicBook({ ...request, may: figures, sources: ofProvinces, found: { ...found, rows: [] } })
      : coverBook({ ...request, sources: ofProvinces, parts: written });
    await add({ path: out, bytes: await serialize(cover) });
    progress('');
    // It takes minutes, in which somebody may have opened one of the old files and typed into it.
    const now = await contentsOf(all);
    const changed = all.filter((path) => now.get(path) !== before.get(path));
    if (changed.length > 0) return { kept: changed };
    if (may) await nameKept(stage, may.publication);
    else stage.nameAll();
    await clearLeftovers(dirname(out), new Set(all.map((path) => basename(path))), Date.parse(timeOf()), DAY);
    return { written: all };
  });
}

/**
 * Makes the workbook of a part. What it is made from is nobody's when it is done.
 * @param province its name
 */
async function madePart(
  part: Part,
  province: string,
  { partOf, plans, ...request }: Omit<PartsRequest, 'sources'>,
  may: PublicFigures | null,
): Promise<Pick<WrittenPart, 'name' | 'sha256' | 'found'> & { bytes: Uint8Array }> {
  const common = { ...request };
  // Who has sent of the country stands with the totals of all.
  delete common.provinces;
  const { found, language } = request;
  const { at, of, units } = part;
  const name = of === 1 ? province : coverWords[language].part(province, at, of);
  const own = partOf(plansOfPart(plans, part, found), found.level);
  const piece = asPart(own.found, part, name);
  const ids = new Set(units);
  const asked: BookRequest = {
    ...common,
    found: piece,
    // What is reported for the province itself stands with the totals of all parts.
    sources: own.sources(({ unit }) => of === 1 || ids.has(unit)),
    line: `${of === 1 ? '' : `${name}: `}${headLine({ found: piece }, language)}`,
    isPiece: of > 1,
  };
  const bytes = await serialize(may ? publicBook({ ...asked, may }) : consolidatedBook(asked));
  const { columns, catalogue, groups, rows, totals } = piece;
  return { name, bytes, sha256: sha256Of(bytes), found: { columns, catalogue, groups, rows, totals } };
}

/** Files of a run wait for each other, minutes and more; after a day their run was cut off. */
const DAY = 24 * 60 * 60 * 1000;

/** Digests of what stands under paths; null where there is nothing. */
async function contentsOf(paths: readonly string[]): Promise<Map<string, string | null>> {
  const digests = new Map<string, string | null>();
  for (const path of paths) {
    const bytes = await readReplaced(path);
    digests.set(path, bytes === null || bytes === 'other' ? bytes : sha256Of(bytes));
  }
  return digests;
}

async function filtered(paths: readonly string[], is: (path: string) => Promise<boolean>): Promise<string[]> {
  const those: string[] = [];
  for (const path of paths) if (await is(path)) those.push(path);
  return those;
}

function pathOf(out: string, { province, at, of }: Part): string {
  const ending = extname(out);
  return join(dirname(out), `${basename(out, ending)}_${province}${of === 1 ? '' : `_${at}`}${ending}`);
}
