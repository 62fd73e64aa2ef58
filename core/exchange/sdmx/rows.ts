import { missingSigns } from '../../observation/figure.ts';
import type { Observation } from '../../observation/observation.ts';
import { vintages } from '../../observation/vintage.ts';
import { parsePeriod, sdmxPeriod } from '../../period/period.ts';
import { exactNumberText, parseNumberText } from '../number-text.ts';
import {
  AGENCY,
  components,
  frequencyCodes,
  signCodes,
  statusOfSign,
  statusOfVintage,
  STRUCTURE,
  VERSION,
  WHOLE_CODE,
} from './components.ts';
import { unitCode, unitOfCode } from './unit-code.ts';

/** What every row begins with (SDMX-CSV 2.0): which structure it follows, and that it replaces what was there. */
const FIRST = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'] as const;
const BEGINS = ['datastructure', `${AGENCY}:${STRUCTURE}(${VERSION})`, 'R'] as const;

/**
 * The observations of a return as the lines of an SDMX-CSV 2.0 file, the heads first; sorted, so that the same
 * figures give the same file.
 * @param unitOf unit of measure of an indicator, '' where it is not known
 */
export function sdmxRows(
  observations: readonly Observation[],
  unitOf: (indicator: string) => string,
): string[][] {
  const rows = observations.map((one) => [...BEGINS, ...cellsOf(one, unitOf(one.indicator))]);
  rows.sort((a, b) => (a.join('\u0000') < b.join('\u0000') ? -1 : 1));
  return [[...FIRST, ...components.map(({ id }) => id)], ...rows];
}

function cellsOf(one: Observation, measure: string): string[] {
  const { figure, vintage } = one;
  const isNumber = typeof figure === 'number';
  const cells: Record<string, string> = {
    FREQ: frequencyCodes[parsePeriod(one.period)?.frequency ?? 'year'],
    REF_AREA: unitCode(one.unit),
    REPORTER: unitCode(one.reporter),
    INDICATOR: one.indicator,
    STRATUM: one.stratum ?? WHOLE_CODE,
    VINTAGE: vintage,
    TIME_PERIOD: periodCell(one.period),
    OBS_VALUE: isNumber ? exactNumberText(figure, 'machine') : figure === '-' ? '0' : '',
    OBS_STATUS: isNumber || figure === '-' ? statusOfVintage[vintage] : statusOfSign[figure],
    SIGN: isNumber ? '' : signCodes[figure],
    UNIT_MEASURE: measure,
    COMMENT: one.note ?? '',
  };
  return components.map(({ id }) => cells[id] ?? '');
}

function periodCell(period: string): string {
  const parsed = parsePeriod(period);
  return parsed ? sdmxPeriod(parsed) : period;
}

/**
 * Observations from the lines of such a file: what was written is read again before anybody is told that it is there.
 * @returns null where a line is not one of ours
 */
export function observationsOfSdmx([head, ...rows]: readonly (readonly string[])[]): Observation[] | null {
  const expected = [...FIRST, ...components.map(({ id }) => id)];
  if (head?.join('\u0000') !== expected.join('\u0000')) return null;
  const found = rows.map((row) => observationOf(new Map(expected.map((id, at) => [id, row[at] ?? '']))));
  return found.every((one) => one !== null) ? found : null;
}

function observationOf(cells: ReadonlyMap<string, string>): Observation | null {
  const at = (id: string) => cells.get(id) ?? '';
  const vintage = vintages.find((one) => one === at('VINTAGE'));
  const sign = missingSigns.find((one) => signCodes[one] === at('SIGN'));
  const figure = at('SIGN') === '' ? parseNumberText(at('OBS_VALUE'), 'machine') : sign;
  const isFigure = typeof figure === 'number' || figure === sign;
  const period = at('TIME_PERIOD').replace(/^(\d{4})-01-01\/P9M$/u, '$1-LK9');
  if (vintage === undefined || figure === undefined || !isFigure || parsePeriod(period) === null) return null;
  return {
    unit: unitOfCode(at('REF_AREA')),
    reporter: unitOfCode(at('REPORTER')),
    indicator: at('INDICATOR'),
    stratum: at('STRATUM') === WHOLE_CODE ? null : at('STRATUM'),
    period,
    vintage,
    figure,
    note: at('COMMENT') === '' ? null : at('COMMENT'),
  };
}
