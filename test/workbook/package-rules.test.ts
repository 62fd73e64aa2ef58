import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '../../formats/zip/read.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { compareWithModel } from './agreement.ts';
import { writeSeedWorkbooks, type SeedWorkbook } from './seed-workbooks.ts';

/** What the schemas do not see in the files as they are delivered. */
let folder = '';
let workbooks: SeedWorkbook[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-rules-'));
  const blank = await writeSeedWorkbooks(join(folder, 'blank'), {});
  const sample = await writeSeedWorkbooks(join(folder, 'sample'), {
    sample: true,
    choose: ({ reporter }) => reporter.level !== 'district',
  });
  workbooks = [...blank, ...sample];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function parts(workbook: SeedWorkbook): Promise<[string, string][]> {
  const zip = await readZip(workbook.bytes, DEFAULT_LIMITS);
  return [...zip].map(([name, data]) => [name, new TextDecoder().decode(data)]);
}

function attributes(xml: string, element: string, attribute: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}\\b[^>]*? ${attribute}="([^"]*)"`, 'gu'))].map((match) =>
    unescaped(match[1] ?? ''),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

describe('the files as they are delivered', () => {
  it('cover five plans with a province and its districts, blank and sample', () => {
    const count = (plan: string) =>
      workbooks.filter(
        ({ job }) => job.plans[0].file.id === plan && !job.sample && job.reporter.level !== 'department',
      ).length;
    expect({
      'lai-chau-2012': count('lai-chau-2012'),
      'lai-chau-2021': count('lai-chau-2021'),
      'lai-chau-2024': count('lai-chau-2024'),
      'quang-ngai-2021': count('quang-ngai-2021'),
      'thai-binh-2013': count('thai-binh-2013'),
    }).toEqual({
      'lai-chau-2012': 8,
      'lai-chau-2021': 9,
      'lai-chau-2024': 9,
      'quang-ngai-2021': 14,
      'thai-binh-2013': 9,
    });
  });

  it('store with every formula the result core gave it', async () => {
    const differences: string[] = [];
    for (const { path, model } of workbooks)
      differences.push(...(await compareWithModel(path, model)).differences);
    expect(differences).toEqual([]);
  });

  it('store finite numbers and no error values', async () => {
    for (const workbook of workbooks) {
      for (const [name, xml] of await parts(workbook)) {
        if (!name.startsWith('xl/worksheets/')) continue;
        expect(xml, name).not.toMatch(/<v>(?:NaN|-?Infinity|undefined|null)<\/v>/u);
        expect(xml, name).not.toMatch(/ t="e"/u);
      }
    }
  });

  it('keep to the limits of Excel for sheet names, prompts, formulas and cells', async () => {
    for (const workbook of workbooks) {
      const names = workbook.model.sheets.map(({ name }) => name);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^'[\]:*?/\\]{1,31}$/u);
      for (const [name, xml] of await parts(workbook)) {
        if (!name.startsWith('xl/worksheets/')) continue;
        for (const prompt of attributes(xml, 'dataValidation', 'prompt'))
          expect(prompt.length).toBeLessThanOrEqual(255);
        for (const error of attributes(xml, 'dataValidation', 'error'))
          expect(error.length).toBeLessThanOrEqual(255);
        for (const title of attributes(xml, 'dataValidation', 'promptTitle'))
          expect(title.length).toBeLessThanOrEqual(32);
        for (const [, formula = ''] of xml.matchAll(/<formula1>([^<]*)<\/formula1>/gu))
          expect(unescaped(formula).length).toBeLessThanOrEqual(255);
        for (const [, formula = ''] of xml.matchAll(/<f\b[^>]*>([^<]*)<\/f>/gu))
          expect(unescaped(formula).length).toBeLessThanOrEqual(8_192);
      }
    }
  });

  it('use only functions that Excel 2010, LibreOffice, Gnumeric and WPS share', async () => {
    const shared = new Set(
      [
        'ABS ADDRESS AND CHAR COLUMN COUNT COUNTA COUNTIF COUNTIFS EXACT FIND FIXED HYPERLINK IF IFERROR INDEX INT',
        'ISERROR ISLOGICAL ISNUMBER ISTEXT LARGE LEFT LEN LOG10 LOWER MATCH MAX MEDIAN MID MIN MOD NOT OR RIGHT ROUND',
        'ROW ROWS SMALL SUBSTITUTE SUM TRIM UPPER',
      ].flatMap((line) => line.split(' ')),
    );
    const used = new Set<string>();
    for (const workbook of workbooks) {
      for (const [name, xml] of await parts(workbook)) {
        if (!name.startsWith('xl/worksheets/')) continue;
        for (const [, formula = ''] of xml.matchAll(/<(?:f|formula1|formula)(?: [^>]*)?>([^<]*)<\//gu)) {
          const withoutTexts = formula
            .replaceAll(/&quot;(?:(?!&quot;).)*&quot;/gu, '')
            .replaceAll(/&apos;[^!]*&apos;!/gu, '');
          for (const [, word = ''] of withoutTexts.matchAll(/([A-Z][A-Z0-9.]*)\(/gu)) used.add(word);
        }
      }
    }
    expect([...used].filter((word) => !shared.has(word))).toEqual([]);
  });

  it('have unique names, relationship ids and no outside reference', async () => {
    for (const workbook of workbooks) {
      for (const [name, xml] of await parts(workbook)) {
        if (name.endsWith('.rels')) {
          const ids = attributes(xml, 'Relationship', 'Id');
          expect(new Set(ids).size, name).toBe(ids.length);
          expect(xml, name).not.toContain('TargetMode="External"');
        }
        if (name === 'xl/workbook.xml') {
          const names = [...xml.matchAll(/<definedName name="([^"]+)" localSheetId="(\d+)"/gu)].map(
            (match) => `${match[1]}/${match[2]}`,
          );
          expect(new Set(names).size).toBe(names.length);
          expect(attributes(xml, 'sheet', 'r:id').length).toBe(workbook.model.sheets.length);
          for (const [, area = ''] of xml.matchAll(/Print_Area" localSheetId="\d+">([^<]+)</gu)) {
            expect(area).toMatch(/^&apos;[^!]+&apos;!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/u);
          }
        }
      }
    }
  });
});
