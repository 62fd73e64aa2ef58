import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consolidate, type Consolidation } from '../../../core/consolidate/consolidate.ts';
import { figureTable } from '../../../core/consolidate/figure-table.ts';
import { partsOf, type Part } from '../../../core/consolidate/parts.ts';
import { publicFigures } from '../../../core/consolidate/public/public.ts';
import { sourcesOf, type WantedCells } from '../../../core/consolidate/sources.ts';
import { consolidationWords } from '../../../core/consolidate/words.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { writeParts, type PartsOutcome } from '../../../generator/consolidate/write-parts.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { arrived, ROUND, sentFor } from './fixture.ts';

/** So few cells that the larger of the two provinces has to be cut. */
export const MOST = 28_000;
export const COVER = 'tong-hop.xlsx';

/** Returns of two provinces, too many for one workbook, written into several. */
export interface InParts {
  folder: string;
  found: Consolidation;
  parts: readonly Part[];
  /** @param progress is told of every file before it is made */
  write: (progress?: (text: string) => void) => Promise<PartsOutcome>;
  gone: () => Promise<void>;
}

/** @param threshold of what is published; null where nothing is */
export async function writtenInParts(threshold: number | null = null): Promise<InParts> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-parts-'));
  const { plans, catalogue } = await loadSeeds();
  const [laiChau, quangNgai] = ['lai-chau-2021', 'quang-ngai-2021'].map((id) =>
    plans.find(({ file }) => file.id === id),
  );
  if (!laiChau || !quangNgai) throw new Error('The seeds have other plans.');
  const both = [laiChau, quangNgai] as const;
  const rules = { lines: [], closed: null, standing: standingOf([]), conflicting: new Set<number>() };
  const of = (some: readonly [Plan, ...Plan[]], { returns, entries }: ReturnType<typeof arrived>) =>
    consolidate({
      ...rules,
      returns,
      figures: figureTable(entries),
      round: ROUND,
      level: 'district',
      plans: some,
      catalogue,
      acceptedOnly: false,
    });
  const store = arrived(sentFor(of(both, arrived([])), both, 7));
  const found = of(both, store);
  const sourcesIn = (own: Consolidation) => (isWanted?: WantedCells) =>
    sourcesOf(own, store.returns, rules.standing, isWanted);
  const parts = partsOf(found, MOST);
  const kept = () => Promise.resolve();
  const may = threshold !== null && {
    figures: publicFigures(found, threshold),
    publication: { keep: kept, takeBack: kept },
  };
  const write: InParts['write'] = (progress = () => undefined) =>
    writeParts(
      join(folder, COVER),
      parts,
      {
        found,
        sources: sourcesIn(found),
        language: 'vi',
        words: consolidationWords.vi,
        title: consolidationWords.vi.title,
        line: 'Hai tỉnh',
        paper: 'A3',
        plans: both,
        partOf: (some) => {
          const own = of(some, store);
          return { found: own, sources: sourcesIn(own) };
        },
      },
      { may: may === false ? null : may, progress },
    );
  await write();
  return { folder, found, parts, write, gone: () => rm(folder, { recursive: true, force: true }) };
}
