import { beforeAll, describe, expect, it } from 'vitest';
import { targetKinds } from '../../core/plan/schema.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { resaved, type Saver } from '../engines/resaved.ts';
import { compareWithModel } from './agreement.ts';
import { corpusChoice, excerpts, wholeCorpus, type Choice, type CorpusWorkbook } from './corpus.ts';
import { isOfLocale, shapesOf } from './shapes.ts';

/**
 * The engines are the referees between core's functions and the formulas written beside them. Each formula is
 * computed in every shape it comes in, in an excerpt of a workbook that has it; `npm run verify:full` has every
 * workbook computed as it is.
 */
const IS_FULL = process.env.CHITIEU_FULL === '1';
const TIMEOUT = 3_600_000;
/** No plan of the seeds has a change against a base over all its years; its formulas are computed in test/core. */
const KINDS = targetKinds.filter((kind) => kind !== 'relative');

let choice: Choice;
let workbooks: CorpusWorkbook[] = [];
/** What is computed in a second locale, which can differ only where a number becomes text or text a number. */
let ofLocale: CorpusWorkbook[] = [];

beforeAll(async () => {
  choice = await corpusChoice();
  workbooks = IS_FULL ? await wholeCorpus() : await excerpts('ofShapes');
  ofLocale = IS_FULL ? workbooks : await excerpts('ofLocale', isOfLocale);
}, TIMEOUT);

describe('the workbooks the engines are given', () => {
  const shapesIn = (given: readonly CorpusWorkbook[]) =>
    new Set(given.flatMap(({ model }) => [...shapesOf(model)]));

  it('hold every shape of a formula and of an input there is', { timeout: TIMEOUT }, () => {
    const all = [...new Set(Object.values(choice.shapes).flat())];
    const given = shapesIn(workbooks);
    expect(all.filter((shape) => !given.has(shape))).toEqual([]);
    expect(all.length).toBeGreaterThan(3_000);
    const cells = workbooks.flatMap(({ model }) => model.sheets.map((sheet) => sheet.cells.size));
    console.log(
      `${all.length} shapes of ${Object.keys(choice.shapes).length} workbooks in ${workbooks.length} excerpts ` +
        `of ${cells.reduce((sum, size) => sum + size, 0)} cells`,
    );
  });

  it('hold every shape that can depend on the locale among those computed in the second one', () => {
    const all = [...new Set(Object.values(choice.shapes).flat())].filter(isOfLocale);
    const given = shapesIn(ofLocale);
    expect(all.filter((shape) => !given.has(shape))).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });
});

/** @param kinds of targets of which numbers must have been compared */
async function expectAgreement(
  given: readonly CorpusWorkbook[],
  saver: Saver,
  kinds: readonly string[] = KINDS,
): Promise<void> {
  const numbers = new Map<string, number>();
  const differences: string[] = [];
  let texts = 0;
  const saved = await resaved(
    given.map(({ bytes }) => bytes),
    saver,
  );
  for (const [at, { name, model }] of given.entries()) {
    const agreement = await compareWithModel(saved[at] ?? '', model);
    differences.push(...agreement.differences.map((line) => `${name} ${line}`));
    for (const [tag, count] of agreement.numbers) numbers.set(tag, (numbers.get(tag) ?? 0) + count);
    for (const count of agreement.texts.values()) texts += count;
  }
  const perKind = kinds.map((kind) => {
    const sum = [...numbers].reduce(
      (total, [tag, count]) => (tag.startsWith(`${kind}.`) ? total + count : total),
      0,
    );
    return [kind, sum] as const;
  });
  const listed = [...numbers].sort().map(([tag, count]) => `${tag} ${count}`);
  console.log(
    `${saver}: ${given.length} workbooks; numeric results compared: ${listed.join(', ')}; texts ${texts}`,
  );
  expect(differences.slice(0, 20)).toEqual([]);
  for (const [kind, count] of perKind) expect(count, `numeric results of kind ${kind}`).toBeGreaterThan(0);
}

describeWithEngine('libreoffice', 'LibreOffice gives every formula the result core gave it', () => {
  it('in vi-VN', { timeout: TIMEOUT }, () => expectAgreement(workbooks, 'libreoffice vi-VN'));

  it('in en-US', { timeout: TIMEOUT }, () => expectAgreement(ofLocale, 'libreoffice en-US', []));
});

describeWithEngine('gnumeric', 'Gnumeric gives every formula the result core gave it', () => {
  it('in its own locale', { timeout: TIMEOUT }, () => expectAgreement(workbooks, 'gnumeric'));
});
