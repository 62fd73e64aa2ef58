import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { LAYOUT } from '../../core/workbook/contract.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';

/**
 * A workbook as it was issued and lies with a unit. If a change of formulas or layout makes this red, every
 * workbook out there would be called altered: raise `LAYOUT`, leave the file as one of an earlier
 * layout and issue another. Only while no workbook of the version has been issued may the file be made anew:
 * `chitieu generate lai-chau-2021 --unit VN12.106 --round 2022 --sample`.
 */
it('a workbook that was issued before is still built alike', async () => {
  const path = new URL(`issued/schema-${LAYOUT}.xlsx`, import.meta.url);
  const { report } = checkWorkbook(await readFacts(new Uint8Array(await readFile(path))));
  const ofStructure = new Set(structureRules.map(({ code }) => code));
  expect(report.findings.filter(({ code }) => ofStructure.has(code))).toEqual([]);
  expect(report.rules.find(({ code }) => code === 'formula-altered')?.passed).toBeGreaterThan(1_000);
});
