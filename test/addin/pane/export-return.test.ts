import { beforeAll, expect, it } from 'vitest';
import { exportReturn } from '../../../addin/pane/export-return.ts';
import { wordingOf } from '../../../addin/pane/texts/wording.ts';
import { findingSentences } from '../../../addin/pane/view/findings-view.ts';
import type { ReadFacts } from '../../../addin/pane/workbench.ts';
import type { Descriptor } from '../../../core/exchange/descriptor.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import { jobsOf, modelOf } from '../../../generator/workbook/jobs.ts';
import { factsOf } from '../../core/check/structure/facts-of.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { swappedRows } from './swapped-rows.ts';

let facts: ReadFacts;
let blank: ReadFacts;

beforeAll(async () => {
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const [job] = plan ? jobsOf([plan], catalogue, { unit: ['VN12.106'], sample: true }) : [];
  if (!job) throw new Error('no job');
  facts = { ...factsOf(modelOf(job, catalogue)), has: 'cells' };
  blank = { ...factsOf(modelOf({ ...job, sample: false }, catalogue)), has: 'cells' };
});

function descriptorIn(files: readonly { name: string; bytes: Uint8Array }[]): Descriptor['chitieu'] {
  const file = files.find(({ name }) => name.endsWith('.json'));
  return (JSON.parse(new TextDecoder().decode(file?.bytes)) as Descriptor).chitieu;
}

it('hands nothing out where figures may stand under a wrong name, unless it is told to', async () => {
  const refused = await exportReturn(swappedRows(facts), 'machine', { force: false });
  expect(refused).toMatchObject({ kind: 'misplaced', findings: [{ code: 'key-and-name-differ' }] });
  const forced = await exportReturn(swappedRows(facts), 'machine', { force: true });
  if (forced.kind !== 'written') throw new Error(forced.kind);
  expect(forced.forced).toBe(true);
  expect(descriptorIn(forced.files)).toMatchObject({ forced: true, errors: forced.errors });
});

/** The workbook with other words in one line of its own description. */
function saying(name: string, value: string): ReadFacts {
  return {
    ...facts,
    sheets: facts.sheets.map((sheet) => {
      const line = sheet.cells.find((cell) => cell.column === 3 && cell.value === name)?.row;
      return sheet.name !== sheetNames.meta
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((cell) =>
              cell.row === line && cell.column === 4 ? { ...cell, value } : cell,
            ),
          };
    }),
  };
}

it.each([
  ['unit', 'VN99', 'identity-contradictory'],
  ['schema', '99', 'workbook-newer'],
])('says of a workbook of ours with another %s why nothing of it is read', async (name, value, code) => {
  const unread = await exportReturn(saying(name, value), 'machine', { force: true });
  if (unread.kind !== 'unread') throw new Error(unread.kind);
  expect(unread.findings.map((finding) => finding.code)).toContain(code);
  const sentences = unread.findings.map((finding) => findingSentences(finding, wordingOf('vi')));
  for (const sentence of sentences) expect(sentence).toMatch(/\.$/u);
});

it('hands nothing out of a workbook in which nothing was entered', async () => {
  expect(await exportReturn(blank, 'machine', { force: false })).toEqual({ kind: 'empty' });
});

it('takes a workbook of somebody else for what it is', async () => {
  expect(await exportReturn({ ...facts, sheets: [] }, 'machine', { force: false })).toEqual({
    kind: 'not-ours',
  });
});

it('says how many errors go with the files, and hands out the same bytes each time', async () => {
  const one = await exportReturn(facts, 'excel', { force: true });
  if (one.kind !== 'written') throw new Error(one.kind);
  expect(one.forced).toBe(false);
  const chitieu = descriptorIn(one.files);
  expect(chitieu.errors).toBe(one.errors);
  expect(chitieu).not.toHaveProperty('forced');
  expect(await exportReturn(facts, 'excel', { force: false })).toEqual(one);
  const lost = facts.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.filter(({ column }) => sheet.name !== sheetNames.summary || column !== 1),
  }));
  const other = await exportReturn({ ...facts, sheets: lost }, 'excel', { force: false });
  if (other.kind !== 'written') throw new Error(other.kind);
  expect(descriptorIn(other.files).errorCodes).toContainEqual({ code: 'keys-lost', count: 1 });
});
