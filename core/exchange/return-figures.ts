import * as z from 'zod';
import { unitId } from '../unit/row-fields.ts';
import { slug } from '../base/fields.ts';
import { type Finding, reporter } from '../base/finding.ts';
import { csvReturnMessages } from './messages.ts';
import { parsePeriod, PERIOD_EXAMPLES } from '../period/period.ts';
import type { Observation } from '../observation/observation.ts';
import type { Vintage } from '../observation/vintage.ts';
import type { ReturnedWorkbook } from '../returned/read.ts';

const report = reporter(csvReturnMessages);

/** Stands for the period of what has none, as in the keys of a workbook. */
export const NO_PERIOD = '_';

/** What somebody typed where a figure was asked for, and what is none. */
export interface UnreadText {
  /** `indicator|stratum`. */
  key: string;
  /** {@link NO_PERIOD} for a baseline. */
  period: string;
  vintage: Vintage | '_';
  text: string;
}

/** What a return says, whatever kind of file it came in. */
export interface ReturnFigures extends Pick<
  ReturnedWorkbook,
  | 'unit'
  | 'reporter'
  | 'round'
  | 'sample'
  | 'plans'
  | 'observations'
  | 'baselines'
  | 'remarks'
  | 'ownVerdicts'
  | 'replaces'
> {
  unread: readonly UnreadText[];
  /** What the return says of other units than its own: a body of record, of communes. */
  byUnit: readonly UnitFigures[];
}

/** What a return says of a unit other than its own. */
export type UnitFigures = Pick<ReturnFigures, 'unit' | 'observations' | 'remarks' | 'unread'>;

/** What a return says of its round: figures, what was typed in their place, and what stands beside them. */
export function ofRound<Figures extends ReturnFigures>(figures: Figures): Figures {
  const { round, byUnit } = figures;
  const kept = <Said extends { period: string }>(said: readonly Said[]) =>
    said.filter(({ period }) => period === round);
  const within = ({ observations, remarks, unread }: Omit<UnitFigures, 'unit'>) => ({
    observations: kept(observations),
    remarks: kept(remarks),
    unread: kept(unread),
  });
  return {
    ...figures,
    ...within(figures),
    baselines: [],
    ownVerdicts: [],
    byUnit: byUnit.map((one) => ({ ...one, ...within(one) })),
  };
}

/** Every figure of a return, those of other units than its own behind. */
export function allObservations({
  observations,
  byUnit,
}: Pick<ReturnFigures, 'observations'> & {
  byUnit: readonly Pick<UnitFigures, 'observations'>[];
}): Observation[] {
  return [...observations, ...byUnit.flatMap((one) => one.observations)];
}

/** Whose return it is. */
export type ReturnIdentity = Pick<ReturnFigures, 'unit' | 'reporter' | 'round' | 'sample'>;

/** A period as SDMX writes it. */
export const periodText = z
  .string()
  .refine((text) => parsePeriod(text) !== null, `a period such as ${PERIOD_EXAMPLES}`);

/** Room for the ends of the file names below the 255 bytes of common file systems. */
const NAME_LENGTH = 200;

/**
 * Checks what the names of files are made of: it comes from inside a workbook, and must not lead anywhere
 * but into the folder that was given.
 */
export function checkIdentity({ unit, reporter: by, round, plans }: ReturnFigures): Finding[] {
  const fields: [string, string, boolean][] = [
    ['unit', unit, unitId.safeParse(unit).success],
    ['reporter', by, unitId.safeParse(by).success],
    ['round', round, periodText.safeParse(round).success],
    ...[...plans.keys()].map((plan): [string, string, boolean] => [
      'plan',
      plan,
      slug.safeParse(plan).success,
    ]),
  ];
  return fields.flatMap(([field, found, fine]) =>
    fine ? [] : [report('return-identity', {}, { field, found })],
  );
}

/** The beginning of the names of a return's files, as the workbook's own: plans, reporter, round. */
export function returnName({ reporter: by, round, sample, plans }: ReturnFigures): string {
  const tail = `_${by}_${round}${sample ? '_mau' : ''}`;
  const head = [...plans.keys()].sort().join('+');
  return head.slice(0, NAME_LENGTH - tail.length) + tail;
}
