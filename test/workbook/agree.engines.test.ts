import { beforeAll, describe, expect, it } from 'vitest';
import { targetKinds } from '../../core/plan/schema.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { resaved, type Saver } from '../engines/resaved.ts';
import { compareWithModel } from './agreement.ts';
import { corpus, corpusChoice, wholeCorpus, type Choice, type CorpusWorkbook } from './corpus.ts';
import { isOfLocale, shapesOf } from './shapes.ts';

/**
 * The engines are the referees between core's functions and the formulas written beside them. Each formula is
 * computed in every shape it comes in; `npm run verify:full` has every workbook computed.
 */
const IS_FULL = process.env.CHITIEU_FULL === '1';
const TIMEOUT = 3_600_000;

let choice: Choice;
let workbooks: CorpusWorkbook[] = [];

beforeAll(async () => {
  choice = await corpusChoice();
  workbooks = IS_FULL ? await wholeCorpus() : await corpus();
}, TIMEOUT);

/** Every shape of some workbooks. */
function shapesIn(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => choice.shapes[name] ?? []));
}

describe('the workbooks the engines are given', () => {
  it('hold every shape of a formula and of an input there is', { timeout: TIMEOUT }, () => {
    const all = shapesIn(Object.keys(choice.shapes));
    const given = shapesIn(workbooks.map(({ name }) => name));
    expect([...all].filter((shape) => !given.has(shape))).toEqual([]);
    expect(all.size).toBeGreaterThan(3_000);
    console.log(
      `${choice.chosen.length} of ${Object.keys(choice.shapes).length} workbooks hold all ${all.size} shapes, ` +
        `${choice.chosenForLocale.length} of them those of the locale`,
    );
    // What was chosen by is what is in the workbooks that are computed.
    for (const { name, model } of workbooks) {
      const noted = new Set(choice.shapes[name]);
      expect(
        [...shapesOf(model)].filter((shape) => !noted.has(shape)),
        name,
      ).toEqual([]);
    }
  });

  it('hold every shape that can depend on the locale among those computed in the second one', () => {
    const all = [...shapesIn(Object.keys(choice.shapes))].filter(isOfLocale);
    const given = shapesIn(choice.chosenForLocale);
    expect(all.filter((shape) => !given.has(shape))).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });
});

async function expectAgreement(given: readonly CorpusWorkbook[], saver: Saver): Promise<void> {
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
  const perKind = targetKinds.map((kind) => {
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

  it('in en-US', { timeout: TIMEOUT }, () => {
    // The second locale can differ only where a number becomes text or text a number.
    const given = workbooks.filter(({ name }) => IS_FULL || choice.chosenForLocale.includes(name));
    return expectAgreement(given, 'libreoffice en-US');
  });
});

describeWithEngine('gnumeric', 'Gnumeric gives every formula the result core gave it', () => {
  it('in its own locale', { timeout: TIMEOUT }, () => expectAgreement(workbooks, 'gnumeric'));
});
