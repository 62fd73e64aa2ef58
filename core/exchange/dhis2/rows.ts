import type { Observation } from '../../observation/observation.ts';
import { vintages } from '../../observation/vintage.ts';
import { parsePeriod } from '../../period/period.ts';
import { exactNumberText, parseNumberText } from '../number-text.ts';
import { unitCode, unitOfCode } from '../sdmx/unit-code.ts';

/**
 * Columns of a DHIS2 data value set in CSV, to be imported with the id scheme "code": data element is our indicator,
 * category option combination our stratum (empty: the default one), attribute option combination our vintage.
 */
const dhis2Columns = [
  'dataelement',
  'period',
  'orgunit',
  'catoptcombo',
  'attroptcombo',
  'value',
  'strby',
  'lstupd',
  'cmt',
] as const;

/** Marks a nought that an officer wrote as "-". */
const NIL = '"-"';

/**
 * The observations of a return as the lines of a data value set, the heads first; sorted. DHIS2 has no place for
 * "..." and "x", nor for nine months added up: those are left out and counted.
 */
export function dhis2Rows(observations: readonly Observation[]): { rows: string[][]; leftOut: number } {
  const told = observations.filter(hasPlace);
  const rows = told.map((one) => [
    one.indicator,
    dhis2Period(one.period),
    unitCode(one.unit),
    one.stratum ?? '',
    one.vintage,
    typeof one.figure === 'number' ? exactNumberText(one.figure, 'machine') : '0',
    unitCode(one.reporter),
    '',
    [one.figure === '-' ? NIL : null, one.note].filter((part) => part !== null).join(' '),
  ]);
  rows.sort((a, b) => (a.join('\u0000') < b.join('\u0000') ? -1 : 1));
  return { rows: [[...dhis2Columns], ...rows], leftOut: observations.length - told.length };
}

/** Whether DHIS2 has a place for an observation. */
export function hasPlace({ figure, period }: Observation): boolean {
  return figure !== '...' && figure !== 'x' && parsePeriod(period)?.frequency !== 'nine-months';
}

/** Observations from the lines of such a file; null where one is not ours. */
export function observationsOfDhis2([head, ...rows]: readonly (readonly string[])[]): Observation[] | null {
  if (head?.join() !== dhis2Columns.join()) return null;
  const found = rows.map(observationOf);
  return found.every((one) => one !== null) ? found : null;
}

function observationOf(row: readonly string[]): Observation | null {
  const [indicator = '', period = '', unit = '', stratum = '', second, value = '', by = '', , comment = ''] =
    row;
  const vintage = vintages.find((one) => one === second);
  const number = parseNumberText(value, 'machine');
  const ours = /^(\d{4})([SQ]\d)?$/u.exec(period);
  const isNil = number === 0 && (comment === NIL || comment.startsWith(`${NIL} `));
  const note = isNil ? comment.slice(NIL.length + 1) : comment;
  if (vintage === undefined || typeof number !== 'number' || !ours) return null;
  return {
    unit: unitOfCode(unit),
    reporter: unitOfCode(by),
    indicator,
    stratum: stratum === '' ? null : stratum,
    period: [ours[1], ours[2]].filter(Boolean).join('-'),
    vintage,
    figure: isNil ? '-' : number,
    note: note === '' ? null : note,
  };
}

/** DHIS2 writes half-years and quarters without the hyphen of SDMX: 2021S1, 2021Q3. */
function dhis2Period(period: string): string {
  const parsed = parsePeriod(period);
  if (parsed === null) throw new RangeError(`"${period}" is no period.`);
  return period.replace('-', '');
}
