import type { ExchangeNames } from '../../core/exchange/names.ts';
import type { Profile } from '../../core/exchange/profile.ts';
import type { ReturnFigures } from '../../core/exchange/return-figures.ts';
import type { Observation } from '../../core/observation/observation.ts';
import { writeReturnCsv, type ReturnFile } from '../../formats/csv/write-return.ts';

/** The files of a return by what they hold. */
export interface HazardSet {
  observations: ReturnFile;
  verdicts: ReturnFile;
  baselines: ReturnFile;
  descriptor: ReturnFile;
}

/** Files in a folder, as they come in. */
export type Folder = readonly ReturnFile[];

const PLAN = 'lai-chau-2021';

/** A return with what CSV files lose: signs, decimals of three places, texts with delimiters, quotes and line ends. */
export function hazardReturn(unit: string): ReturnFigures {
  const figure = (indicator: string, said: Partial<Observation>): Observation =>
    ({
      unit,
      reporter: unit,
      indicator,
      stratum: null,
      period: '2023',
      vintage: 'preliminary',
      figure: null,
      note: null,
      ...said,
    }) as Observation;
  const reason = 'do bão; mất mùa, "rét đậm"\nở vùng cao';
  return {
    unit,
    reporter: unit,
    round: '2023',
    sample: false,
    plans: new Map([[PLAN, 'ab'.repeat(32)]]),
    observations: [
      figure('households', { figure: 11_940 }),
      figure('new-jobs', { figure: '...' }),
      figure('poor-households', { figure: 1234, note: reason }),
      figure('poverty-rate', { figure: 16.25 }),
      figure('poverty-rate', { period: '2022', vintage: 'final', figure: 1.234 }),
      figure('urban-households', { figure: '-' }),
    ],
    remarks: [
      { key: 'poor-households|_T', period: '2023', field: 'reason', text: reason },
      { key: 'rural-households|_T', period: '2023', field: 'reason', text: 'chờ kết quả rà soát' },
    ],
    ownVerdicts: [
      { series: `${PLAN}|poverty-rate|_T|level`, period: '2023', verdict: 'Đạt', reason: 'đã kiểm tra' },
    ],
    baselines: [{ indicator: 'poverty-rate', stratum: null, year: 2020, value: 18.4, source: 'Báo cáo 12' }],
    unread: [],
    replaces: null,
    byUnit: [],
  };
}

/** The set of a return, as it was exported. */
export async function exportedSet(unit: string, profile: Profile, names: ExchangeNames): Promise<HazardSet> {
  const options = { profile, names, templateSchema: 2, errors: [], forced: false };
  const { value } = await writeReturnCsv(hazardReturn(unit), options);
  const fileOf = (end: string) => {
    const found = value?.files.find(({ name }) => name.endsWith(end));
    if (!found) throw new Error(`There is no file ${end}.`);
    return found;
  };
  return {
    observations: fileOf('.observations.csv'),
    verdicts: fileOf('.verdicts.csv'),
    baselines: fileOf('.baselines.csv'),
    descriptor: fileOf('.datapackage.json'),
  };
}

/** All files of a set. */
export function filesOf({ observations, verdicts, baselines, descriptor }: HazardSet): ReturnFile[] {
  return [observations, verdicts, baselines, descriptor];
}

/** A text without byte order mark. */
export function textOf({ bytes }: ReturnFile): string {
  return new TextDecoder('utf-8').decode(bytes);
}
