import { describe, expect, it } from 'vitest';
import { dhis2Rows, hasPlace, observationsOfDhis2 } from '../../../core/exchange/dhis2/rows.ts';
import { brokenReferences } from '../../../core/exchange/sdmx/references.ts';
import { observationsOfSdmx, sdmxRows } from '../../../core/exchange/sdmx/rows.ts';
import { structureMessage } from '../../../core/exchange/sdmx/structure.ts';
import type { Observation } from '../../../core/observation/observation.ts';
import { linesBytes, linesOf } from '../../../formats/csv/write-lines.ts';

const one = (other: Partial<Observation> = {}): Observation => ({
  ...{ unit: 'VN12.03388-2025', reporter: 'VN12.SYT-2025', indicator: 'poverty-rate', stratum: null },
  ...{ period: '2026', vintage: 'final', figure: 12.5, note: null },
  ...other,
});

const OBSERVATIONS: readonly Observation[] = [
  one(),
  one({ indicator: 'a', figure: 0 }),
  one({ indicator: 'b', figure: '-' }),
  one({ indicator: 'c', figure: '...', note: 'chờ Sở Y tế' }),
  one({ indicator: 'd', figure: 'x' }),
  one({ indicator: 'e', stratum: 'poor', figure: 0.1 + 0.2 }),
  one({ indicator: 'f', period: '2026-S1', vintage: 'estimate', figure: 1e-7 }),
  one({ indicator: 'g', period: '2025-Q3', vintage: 'preliminary', figure: 1e21 }),
  one({ indicator: 'h', note: '=1+1, "ngoặc"; dòng\nhai' }),
  one({ indicator: 'j', period: '2026-LK9', vintage: 'estimate' }),
  one({ indicator: 'i', unit: 'VN12', reporter: 'VN12', figure: -3 }),
];

const sorted = (list: readonly Observation[] | null) =>
  [...(list ?? [])].sort((a, b) => (a.indicator < b.indicator ? -1 : 1));

describe('the files for other systems', () => {
  it('SDMX-CSV reads back as every digit and sign that was written', () => {
    const rows = linesOf(linesBytes(sdmxRows(OBSERVATIONS, () => '%')));
    expect(sorted(observationsOfSdmx(rows))).toEqual(sorted(OBSERVATIONS));
  });

  it('SDMX-CSV has the nine months as a range of time, never as September, and reads them back', () => {
    const nine = [one({ period: '2026-LK9' })];
    const rows = sdmxRows(nine, () => '%');
    expect(rows[1]).toContain('2026-01-01/P9M');
    expect(observationsOfSdmx(rows)).toEqual(nine);
  });

  it('a DHIS2 data value set reads back, but for what DHIS2 has no place for', () => {
    const { rows, leftOut } = dhis2Rows(OBSERVATIONS);
    expect(leftOut).toBe(3);
    const told = OBSERVATIONS.filter(hasPlace);
    expect(sorted(observationsOfDhis2(linesOf(linesBytes(rows))))).toEqual(sorted(told));
  });

  it('are the same whatever the order of the observations', () => {
    const turned = [...OBSERVATIONS].reverse();
    expect(sdmxRows(turned, () => '')).toEqual(sdmxRows(OBSERVATIONS, () => ''));
    expect(dhis2Rows(turned)).toEqual(dhis2Rows(OBSERVATIONS));
  });

  it('have no code that a program would take for a number, and none with a dot', () => {
    const [head = [], ...rows] = sdmxRows(OBSERVATIONS, () => '');
    const coded = ['REF_AREA', 'REPORTER', 'INDICATOR', 'STRATUM', 'VINTAGE'].map((id) => head.indexOf(id));
    for (const row of rows)
      for (const at of coded) expect(row[at]).toMatch(/^(?=.*[A-Za-z])[A-Za-z0-9_@$-]+$/u);
  });

  it('half-years and quarters are written as each system has them', () => {
    const periods = (rows: readonly string[][], at: number) => new Set(rows.slice(1).map((row) => row[at]));
    const [head = []] = sdmxRows([], () => '');
    const sdmx = periods(
      sdmxRows(OBSERVATIONS, () => ''),
      head.indexOf('TIME_PERIOD'),
    );
    expect(sdmx).toEqual(new Set(['2026', '2026-S1', '2025-Q3', '2026-01-01/P9M']));
    expect(periods(dhis2Rows(OBSERVATIONS).rows, 1)).toEqual(new Set(['2026', '2026S1', '2025Q3']));
  });
});

describe('the SDMX structure', () => {
  const message = () => structureMessage(OBSERVATIONS, { names: null, catalogue: null }, '2026-12-31');

  it('lists every code that the rows use, and points at nothing that is not there', () => {
    expect(brokenReferences(message())).toEqual([]);
    const [head = [], ...rows] = sdmxRows(OBSERVATIONS, () => '');
    const codes = (id: string) => message().data.codelists.find((list) => list.id === id)?.codes ?? [];
    const columns = { REF_AREA: 'CL_AREA', REPORTER: 'CL_AREA', INDICATOR: 'CL_INDICATOR' };
    const others = { STRATUM: 'CL_STRATUM', OBS_STATUS: 'CL_OBS_STATUS', FREQ: 'CL_FREQ', SIGN: 'CL_SIGN' };
    for (const [column, list] of Object.entries({ ...columns, ...others })) {
      const used = new Set(rows.map((row) => row[head.indexOf(column)] ?? '').filter(Boolean));
      const known = new Set(codes(list).map(({ id }) => id));
      expect([...used].filter((code) => !known.has(code))).toEqual([]);
    }
  });

  it.each([
    [
      'a list that is gone',
      (broken: ReturnType<typeof message>) => broken.data.codelists.shift(),
      'codelist.Codelist=CHITIEU:CL_FREQ(1.0.0)',
    ],
    [
      'a concept that is gone',
      (broken: ReturnType<typeof message>) => broken.data.conceptSchemes[0]?.concepts.pop(),
      '.COMMENT',
    ],
    [
      'a code that is there twice',
      ({ data: { codelists } }: ReturnType<typeof message>) =>
        codelists[1]?.codes.push({ id: 'VN12', name: 'VN12' }),
      'VN12',
    ],
  ])('%s is named', (_name, spoil, found) => {
    const broken = message();
    spoil(broken);
    expect(brokenReferences(broken).join('\n')).toContain(found);
  });
});
