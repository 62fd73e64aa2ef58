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
import { sha256Of } from '../store/originals.ts';
import { isKept } from '../workbook/write-safely.ts';
import { writeTogether, type WholeFile } from '../workbook/write-whole.ts';
import type { Gathered } from './gather.ts';
import { headLine } from './said.ts';

/** What became of several workbooks: all of them were written, or none as somebody has edited some. */
export type PartsOutcome = { written: readonly string[] } | { kept: readonly string[] };

/**
 * Writes a consolidation that is too large for one workbook as one for each part and one that covers them, all of
 * them or none: the one that covers them says what the others come to.
 * @param out path of the workbook that covers the others; they stand beside it, with the province in their names
 * @param may what is published of all of it together; null where nothing is
 */
export async function writeParts(
  out: string,
  parts: readonly Part[],
  request: BookRequest,
  { partOf, plans }: Pick<Gathered, 'partOf'> & { plans: readonly Plan[] },
  may: PublicFigures | null = null,
): Promise<PartsOutcome> {
  const common = { ...request };
  // Who has sent of the country stands with the totals of all.
  delete common.provinces;
  const { found, language } = request;
  const paths = parts.map((part) => pathOf(out, part));
  const kept: string[] = [];
  for (const path of [out, ...paths]) if (await isKept(path)) kept.push(path);
  if (kept.length > 0) return { kept };
  const names = new Map(provinceGroups(found).map(({ id, name }) => [id, name]));
  const written: WrittenPart[] = [];
  const files: WholeFile[] = [];
  for (const [number, part] of parts.entries()) {
    const { province, at, of } = part;
    const called = names.get(province) ?? province;
    const name = of === 1 ? called : coverWords[language].part(called, at, of);
    const own = partOf(plansOfPart(plans, part, found), found.level);
    const piece = asPart(own.found, part, name);
    const units = new Set(part.units);
    const asked = {
      ...common,
      found: piece,
      // What is reported for the province itself stands with the totals of all parts.
      sources: of === 1 ? own.sources : own.sources.filter(({ cell }) => units.has(cell.unit)),
      line: `${of === 1 ? '' : `${name}: `}${headLine({ found: piece }, language)}`,
      isPiece: of > 1,
    };
    const bytes = await serialize(may ? publicBook({ ...asked, may }) : consolidatedBook(asked));
    const path = paths[number] ?? out;
    files.push({ path, bytes });
    written.push({ part, name, file: basename(path), sha256: sha256Of(bytes), found: piece });
  }
  const ofProvinces = request.sources.filter(({ cell }) => names.has(cell.unit));
  const cover = may
    ? publicBook({ ...request, may, sources: ofProvinces, found: { ...found, rows: [] } })
    : coverBook({ ...request, sources: ofProvinces, parts: written });
  await writeTogether([...files, { path: out, bytes: await serialize(cover) }]);
  return { written: [out, ...paths] };
}

function pathOf(out: string, { province, at, of }: Part): string {
  const ending = extname(out);
  return join(dirname(out), `${basename(out, ending)}_${province}${of === 1 ? '' : `_${at}`}${ending}`);
}
