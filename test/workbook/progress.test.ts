import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tallied } from '../../core/check/check-figures.ts';
import { judgeAll } from '../../core/rules/judge-all.ts';
import { progressOf } from '../../core/check/progress.ts';
import { sampleFigures } from '../../core/workbook/sample/sample.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { layOut } from '../../core/workbook/layout.ts';
import type { SheetModel, WorkbookModel } from '../../core/sheet/model.ts';
import type { KnownFigures, WorkbookRequest } from '../../core/workbook/request.ts';
import { typedFromKnown } from '../../core/template/sheets/check/lines.ts';
import { jobsOf, requestOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { loadSeeds } from './seed-workbooks.ts';

const { catalogue, plans } = await loadSeeds();
const INPUTS = [sheetNames.entry, sheetNames.background];

/** Keys by their place in what is asked. */
type Leave = (place: number, part: 'published' | 'numerator' | 'background') => boolean;

/** How far a workbook is filled in; those whose figure is left out stay blank. */
const FILLINGS: Record<string, Leave> = {
  'nothing typed': () => true,
  'some figures typed': (place) => place % 3 === 0,
  'numerators without rates and shared counts': (_, part) => part !== 'numerator',
  'rates only': (_, part) => part !== 'published',
  'rates and numerators, every other shared count': (place, part) => part === 'background' && place % 2 === 0,
  'everything typed': () => false,
};

function filled(job: WorkbookJob, leave: Leave): WorkbookRequest {
  const request = requestOf(job, catalogue);
  const sample = sampleFigures(job.plans, catalogue, job.unit.id, { gaps: false });
  const blank = new Set(
    askedOf(request)
      .figures.filter(({ part }, place) => leave(place, part))
      .map(({ key }) => key),
  );
  const known: KnownFigures = {
    ...sample,
    figure: (key, period) => (blank.has(key) ? null : sample.figure(key, period)),
  };
  return { ...request, known };
}

function checked(request: WorkbookRequest) {
  const asked = askedOf(request);
  const layout = layOut(request, asked);
  const typed = typedFromKnown(request, layout);
  const judged = judgeAll(request, asked, layout, typed);
  const missing = tallied(typed, judged).findings.filter(({ code }) => code === 'figure-missing').length;
  return { missing, ...progressOf(judged.figures) };
}

/** The number of a row that begins with a text. */
function numberBeside(sheet: SheetModel | undefined, label: string): number {
  const cells = [...(sheet?.cells.values() ?? [])];
  const row = cells.find(({ value }) => value === label)?.row;
  const found = cells.find((cell) => cell.row === row && cell.result !== undefined)?.result;
  return Number(found);
}

function sheetOf(model: WorkbookModel, name: string): SheetModel | undefined {
  return model.sheets.find((sheet) => sheet.name === name);
}

function jobs(id: string, round: string): WorkbookJob[] {
  const plan = plans.find(({ file }) => file.id === id);
  if (!plan) throw new Error(`There is no plan ${id}.`);
  const all = jobsOf([plan], catalogue, { round: `${plan.file.firstRound.slice(0, 4)}${round}` });
  // The province, and a reporter that owes a part.
  return [...all.slice(0, 1), ...all.slice(-1)];
}

describe.each(plans.map(({ file }) => file.id))('%s', (id) => {
  it.each([
    ['year', ''],
    ['half-year', '-S1'],
    ['quarter', '-Q3'],
  ])('the form, the check sheet and the rules say the same is left of a %s', (_, round) => {
    for (const job of jobs(id, round)) {
      for (const [filling, leave] of Object.entries(FILLINGS)) {
        const where = `${job.name}, ${filling}`;
        const request = filled(job, leave);
        const { missing, owed, done } = checked(request);
        expect(owed - done, where).toBe(missing);
        const model = buildWorkbook(request);
        const left = INPUTS.map((name) => numberBeside(sheetOf(model, name), 'Số còn phải nhập'));
        expect((left[0] ?? 0) + (left[1] ?? 0), where).toBe(missing);
        const cover = sheetOf(model, sheetNames.cover);
        expect(
          INPUTS.map((name) => numberBeside(cover, name)),
          where,
        ).toEqual(left);
        const check = sheetOf(model, sheetNames.check);
        expect(numberBeside(check, 'Số phải nhập mà chưa nhập'), where).toBe(missing);
        if (filling === 'nothing typed') expect(done, where).toBe(0);
        if (filling === 'everything typed') expect(missing, where).toBe(0);
      }
    }
  });
});

describe('a half-year', () => {
  it('owes a figure for its months and one for the year', () => {
    const [year] = jobs('lai-chau-2021', '');
    const [half] = jobs('lai-chau-2021', '-S1');
    if (!year || !half) throw new Error('no workbooks');
    const blank = FILLINGS['nothing typed'] ?? (() => true);
    const [ofYear, ofHalf] = [checked(filled(year, blank)), checked(filled(half, blank))];
    expect(ofHalf.owed).toBeGreaterThan(ofYear.owed);
  });
});

describe('the engines as referees', () => {
  const made: { name: string; path: string; model: WorkbookModel }[] = [];
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-con-phai-nhap-'));
    for (const [id, round] of [
      ['lai-chau-2021', '-S1'],
      ['thai-binh-2013', '-Q3'],
    ] as const) {
      const [job] = jobs(id, round);
      for (const [at, [filling, leave]] of Object.entries(FILLINGS).entries()) {
        if (!job || filling === 'everything typed') continue;
        const model = buildWorkbook(filled(job, leave));
        const path = join(folder, `${id}-${at}.xlsx`);
        await writeFile(path, await serialize(model));
        made.push({ name: `${id}, ${filling}`, path, model });
      }
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function expectAgreement(paths: readonly string[]): Promise<void> {
    for (const [at, { name, model }] of made.entries()) {
      const { differences, numbers } = await compareWithModel(paths[at] ?? '', model);
      expect(differences, name).toEqual([]);
      expect(numbers.get('form.left'), name).toBeGreaterThan(10);
      expect(numbers.get('progress'), name).toBe(4);
    }
  }

  describeWithEngine('libreoffice', 'LibreOffice', () => {
    it.each(['en-US', 'vi-VN'] as const)('counts what is left as core does in %s', async (locale) => {
      const files = made.map(({ path }) => path);
      await expectAgreement(await libreoffice.recalculate(files, join(folder, locale), { locale }));
    });
  });

  describeWithEngine('gnumeric', 'Gnumeric', () => {
    it('counts what is left as core does', async () => {
      const paths: string[] = [];
      for (const { path } of made) {
        paths.push(await gnumeric.recalculate(path, path.replace(/\.xlsx$/u, '-gnumeric.xlsx')));
      }
      await expectAgreement(paths);
    });
  });
});

describe('a share whose denominator was lost with its cell', () => {
  it('counts as left to enter, though its numerator is typed', () => {
    const [plan] = plans;
    const [job] = plan ? jobsOf([plan], catalogue, {}) : [];
    if (!job) throw new Error('no job');
    const request = filled(job, (_, part) => part !== 'numerator');
    const asked = askedOf(request);
    const layout = layOut(request, asked);
    const typed = typedFromKnown(request, layout);
    const background = new Set(
      layout.background.rows.flatMap((row) => ('figure' in row ? [row.figure.key] : [])),
    );
    const isLost = (id: string) => background.has(id.split('|').slice(0, 2).join('|'));
    const cells = new Map([...typed.cells].filter(([id]) => !isLost(id)));
    const unknown = new Set([...typed.cells.keys()].filter(isLost));
    const { figures } = judgeAll(request, asked, layout, { ...typed, cells, unknown });
    const shares = figures.filter(
      ({ figure: { context, denominator } }) =>
        context.owed && denominator !== null && background.has(denominator),
    );
    expect(shares.length).toBeGreaterThan(1);
    const { owed, done } = progressOf(figures);
    expect(owed - done).toBeGreaterThanOrEqual(shares.length);
  });
});
