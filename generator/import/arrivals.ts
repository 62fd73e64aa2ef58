import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import type { OldEncoding } from '../../core/exchange/reading.ts';
import { inputsOf, type Input, type PassedOver } from '../check/inputs.ts';
import { readRegular } from '../regular-file.ts';
import { MANIFEST } from '../store/manifest.ts';
import { LARGEST_ZIP, unpack } from './unpack.ts';

/** A file, or a set of them, that may be a return. */
export interface Arrival extends Input {
  /** The path as people know it, also inside a zip: `huyen.zip/so.xlsx`. */
  shown: string;
}

/** What lies behind the paths of an import. */
export interface Arrivals {
  arrivals: Arrival[];
  /** Folders that hold a set of Parquet with its manifest. */
  sets: { path: string; shown: string }[];
  /** What is not looked at; `path` is what is shown. */
  passedOver: PassedOver[];
  /** Why a zip could not be opened, by what is shown. */
  broken: { shown: string; reason: unknown }[];
  /** Throws away what was unpacked. */
  done: () => Promise<void>;
}

/** Folders within folders, zips within zips: deeper than this nobody means. */
const DEEPEST = 8;
/** Zips within zips: a province sends those of its districts. Each may hold as many again. */
const DEEPEST_ZIP = 3;
/** All zips of one import together, and the bytes that come out of them. */
const MOST_ZIPS = 5_000;
const MOST_BYTES = 8 * 1024 ** 3;

/**
 * The returns behind paths: workbooks, CSV sets, sets of closed rounds, folders with all below them, zips.
 * @param encoding the old encoding that somebody says CSV files among them have
 */
export async function arrivalsOf(
  paths: readonly string[],
  encoding: OldEncoding | undefined,
): Promise<Arrivals> {
  const found: Omit<Arrivals, 'done'> = { arrivals: [], sets: [], passedOver: [], broken: [] };
  const temporary: string[] = [];
  let unpacked = 0;
  const look = async (
    paths: readonly string[],
    show: (path: string) => string,
    { depth, zipDepth }: { depth: number; zipDepth: number },
  ) => {
    const isSet = (path: string) => existsSync(join(path, MANIFEST));
    found.sets.push(...paths.filter(isSet).map((path) => ({ path, shown: show(path) })));
    const given = paths.filter((path) => !isSet(path));
    const { inputs, passedOver } = await inputsOf(given.filter((path) => !isZip(path)));
    found.arrivals.push(...inputs.map((input) => ({ ...input, encoding, shown: show(input.path) })));
    const zips = given.filter(isZip);
    for (const one of passedOver) {
      if (one.why === 'folder' && depth < DEEPEST)
        await look([one.path], show, { depth: depth + 1, zipDepth });
      else if (one.why === 'archive' && isZip(one.path)) zips.push(one.path);
      // Of a folder that holds folders only, these are looked at.
      else if (
        one.why !== 'empty-folder' ||
        !passedOver.some(({ why }) => why === 'folder' || why === 'archive')
      )
        found.passedOver.push({ ...one, path: show(one.path) });
    }
    for (const zip of zips) {
      if (depth >= DEEPEST || zipDepth >= DEEPEST_ZIP || temporary.length >= MOST_ZIPS) {
        found.passedOver.push({ path: show(zip), why: 'archive' });
        continue;
      }
      const folder = await mkdtemp(join(tmpdir(), 'chitieu-import-'));
      temporary.push(folder);
      try {
        const bytes = new Uint8Array(await readRegular(zip, LARGEST_ZIP));
        const written = await unpack(bytes, folder, MOST_BYTES - unpacked);
        unpacked += written ?? 0;
        if (written === null) {
          found.arrivals.push({ kind: 'workbook', path: zip, encoding, shown: show(zip) });
          continue;
        }
      } catch (reason) {
        found.broken.push({ shown: show(zip), reason });
        continue;
      }
      await look(
        [folder],
        (path) => (path === folder ? show(zip) : join(show(zip), relative(folder, path))),
        { depth: depth + 1, zipDepth: zipDepth + 1 },
      );
    }
  };
  const done = async () => {
    for (const folder of temporary) await rm(folder, { recursive: true, force: true });
  };
  try {
    await look(paths, (path) => path, { depth: 0, zipDepth: 0 });
    return { ...found, done };
  } catch (error) {
    await done();
    throw error;
  }
}

function isZip(path: string): boolean {
  return extname(path).toLowerCase() === '.zip';
}
