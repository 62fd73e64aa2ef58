import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { definitionOf, requestOf, type WorkbookDefinition } from '../../core/workbook/definition.ts';
import { definitionText, parseDefinition } from '../../core/workbook/definition-text.ts';
import { placed } from '../../core/workbook/placed.ts';
import { jobsOf, requestOf as requestOfJob } from '../../generator/workbook/jobs.ts';
import { loadSeeds } from './seed-workbooks.ts';

let catalogue: Catalogue;
let plan: Plan;

beforeAll(async () => {
  const seeds = await loadSeeds();
  ({ catalogue } = seeds);
  plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021') ?? plan;
});

/**
 * Definitions of a round as they are read from files, each filled in beforehand with other figures of other rows, some
 * with their source, some not final yet.
 */
function returnedIn(round: string, only: (level: string, reporter: string) => boolean): WorkbookDefinition[] {
  const jobs = jobsOf([plan], catalogue, { round });
  const chosen = jobs.filter(({ unit, reporter }) => only(unit.level, reporter.id));
  return chosen.map((job, at) => {
    const request = requestOfJob(job, catalogue);
    const { asked, layout } = placed(request);
    const figures = asked.figures.flatMap(({ key }, row) =>
      (row + at) % 3 === 0
        ? []
        : layout.periods.slice(0, 1 + ((row + at) % 4)).flatMap((period) =>
            layout.figureCell(key, period) === null
              ? []
              : [
                  {
                    key,
                    period,
                    figure: 10 * row + at,
                    source: row % 2 === 0 ? `Báo cáo ${at}` : null,
                    lessSure: row % 5 === 0 ? ('estimate' as const) : null,
                  },
                ],
          ),
    );
    const baselines = layout.baselines.rows
      .slice(at)
      .map(({ key }, row) => ({ key, year: 2020, value: row + at, source: null }));
    const definition = { ...definitionOf(request), figures, baselines };
    const read = parseDefinition(definitionText(definition));
    if (read === null) throw new Error(`The definition of ${job.name} is not read.`);
    return read;
  });
}

/** What a workbook has that it would not have if it shared nothing with any other. */
function otherThanAlone(definition: WorkbookDefinition): string[] {
  const alone = new Set(lines(structuredClone(definition)));
  return lines(definition).filter((line) => !alone.delete(line));
}

function lines(definition: WorkbookDefinition): string[] {
  return buildWorkbook(requestOf(definition)).sheets.flatMap(({ cells, rows, ...sheet }) => [
    JSON.stringify([sheet, [...rows]]),
    ...[...cells.values()].map((cell) => `${sheet.name} ${JSON.stringify(cell)}`),
  ]);
}

describe('workbooks that share their layout', () => {
  it.each(['2023', '2023-Q2', '2026'])('are those that are built alone, in round %s', (round) => {
    const definitions = returnedIn(
      round,
      (level, reporter) => level !== 'province' || /VN12(\.SYT)?$/u.test(reporter),
    );
    expect(definitions.length).toBeGreaterThan(3);
    // The first of a layout writes its formulas, the others take them.
    for (const definition of definitions.slice(0, 6)) expect(otherThanAlone(definition)).toEqual([]);
  });

  it('are those of one round, level and group of units', () => {
    const layoutOf = (definition: WorkbookDefinition | undefined) =>
      definition && placed(requestOf(definition)).layout;
    const [first, second] = returnedIn('2023', (level) => level === 'district').map(layoutOf);
    expect(first).toBeDefined();
    expect(second).toBe(first);
    const others = [
      returnedIn('2022', (level) => level === 'district')[0],
      ...returnedIn('2023', (level) => level === 'province').slice(0, 3),
    ].map(layoutOf);
    expect(new Set([first, ...others]).size).toBe(1 + others.length);
  });

  it('are not those of units to which something else was assigned', () => {
    const [definition] = returnedIn('2023', (level) => level === 'district');
    if (definition === undefined) throw new Error('no district');
    const key = definition.figures[0]?.key ?? '';
    const assigned = [{ key, year: 2023, comparator: '>=' as const, value: 7, decision: '12/QĐ-UBND' }];
    const text = definitionText({ ...definition, assigned });
    const other = parseDefinition(text);
    if (other === null) throw new Error('not read');
    expect(placed(requestOf(other)).layout).not.toBe(placed(requestOf(definition)).layout);
    expect(otherThanAlone(other)).toEqual([]);
  });
});
