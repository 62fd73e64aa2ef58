import type { Profile } from '../../../core/exchange/profile.ts';
import type { ReturnFigures } from '../../../core/exchange/return-figures.ts';
import type { Observation } from '../../../core/observation/observation.ts';
import { writeReturnCsv, type ReturnFile, type ReturnFiles } from '../../../formats/csv/write-return.ts';
import { NAMES } from './arbitrary-return.ts';

/** A figure of the return below. */
export function observation(changes: Partial<Observation> = {}): Observation {
  return {
    unit: 'VN12',
    indicator: 'poverty-rate',
    stratum: null,
    period: '2023',
    vintage: 'estimate',
    reporter: 'VN12',
    figure: 12.5,
    note: null,
    ...changes,
  };
}

/** A small return: a number, a sign, a reason beside a blank, a verdict, a baseline. */
export function makeReturn(changes: Partial<ReturnFigures> = {}): ReturnFigures {
  return {
    unit: 'VN12',
    reporter: 'VN12',
    round: '2023',
    sample: false,
    plans: new Map([['lai-chau-2021', 'ab'.repeat(32)]]),
    observations: [
      observation({ indicator: 'new-jobs', figure: '-' }),
      observation({ note: 'do bão,\nmất mùa' }),
      observation({ stratum: 'poor-districts', figure: 1.234 }),
    ],
    remarks: [
      { key: 'households|_T', period: '2023', field: 'reason', text: 'chờ số của Thống kê' },
      { key: 'poverty-rate|_T', period: '2023', field: 'reason', text: 'do bão,\nmất mùa' },
    ],
    ownVerdicts: [
      { series: 'lai-chau-2021|poverty-rate|_T|change', period: '2023', verdict: 'Đạt', reason: '=1+1' },
    ],
    baselines: [{ indicator: 'poverty-rate', stratum: null, year: 2020, value: 18.4, source: 'Báo cáo' }],
    unread: [],
    replaces: null,
    byUnit: [],
    ...changes,
  };
}

/** The files of a return. */
export async function writeFiles(figures: ReturnFigures, profile: Profile, errors = 0): Promise<ReturnFiles> {
  const codes = errors > 0 ? [{ code: 'figure-not-read', count: errors }] : [];
  const options = { profile, names: NAMES, templateSchema: 2, errors: codes, forced: false };
  const { value, findings } = await writeReturnCsv(figures, options);
  if (value === null || findings.length > 0) throw new Error(JSON.stringify(findings));
  return value;
}

/** The text of a file without byte order mark. */
export function textOf({ bytes }: ReturnFile): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** A file with another text, in UTF-8. */
export function withText(file: ReturnFile, text: string): ReturnFile {
  return { name: file.name, bytes: new TextEncoder().encode(text) };
}

/** The file of a table. */
export function fileOf({ files }: ReturnFiles, end: string): ReturnFile {
  const file = files.find(({ name }) => name.endsWith(end));
  if (!file) throw new Error(`There is no file ${end}.`);
  return file;
}
