import { describe, expect, it } from 'vitest';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import type { ReadWorkbook } from '../../formats/xlsx/cells.ts';
import { readZip } from '../../formats/zip/read.ts';
import { agreementOf } from './agreement.ts';
import type { SeedWorkbook } from './seed-workbooks.ts';

/**
 * What the schemas do not see in the files as they are delivered. Who makes and reads them has each looked through
 * while it is at hand; the tests say what was found.
 */
const delivered: { plan: string; sample: boolean; level: string }[] = [];
const against = {
  results: [] as string[],
  values: [] as string[],
  limits: [] as string[],
  references: [] as string[],
};
const functions = new Set<string>();

/** Looks through a file, for {@link describePackages}. */
export async function lookThrough(
  { job, model, bytes }: Omit<SeedWorkbook, 'path'>,
  workbook: ReadWorkbook,
): Promise<void> {
  delivered.push({ plan: job.plans[0].file.id, sample: job.sample, level: job.reporter.level });
  const named = (faults: readonly string[]) => faults.map((fault) => `${job.name}: ${fault}`);
  against.results.push(...named(agreementOf(workbook, model).differences));
  against.limits.push(...named(sheetNamesIn(model)));
  for (const [name, data] of await readZip(bytes, DEFAULT_LIMITS)) {
    const xml = new TextDecoder().decode(data);
    against.references.push(...named(referencesIn(name, xml, model)));
    if (!name.startsWith('xl/worksheets/') || name.endsWith('.rels')) continue;
    against.values.push(...named(valuesIn(xml)));
    against.limits.push(...named(limitsIn(xml)));
    for (const used of functionsIn(xml)) functions.add(used);
  }
}

/** Every formula and value of a sheet that is no finite number or an error. */
function valuesIn(xml: string): string[] {
  return [...xml.matchAll(/<v>(?:NaN|-?Infinity|undefined|null)<\/v>| t="e"/gu)].map(([text]) => text);
}

/** Names of sheets that Excel does not take. */
function sheetNamesIn({ sheets }: WorkbookModel): string[] {
  const names = sheets.map(({ name }) => name);
  const isTaken = (name: string, at: number) =>
    names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) !== at;
  return names.filter((name, at) => isTaken(name, at) || !/^[^'[\]:*?/\\]{1,31}$/u.test(name));
}

/** Prompts and formulas of a sheet that are longer than Excel takes. */
function limitsIn(xml: string): string[] {
  const long = (texts: readonly string[], most: number) => texts.filter(({ length }) => length > most);
  const formulas = (element: RegExp) =>
    [...xml.matchAll(element)].map(([, formula = '']) => unescaped(formula));
  return [
    ...long(attributes(xml, 'dataValidation', 'prompt'), 255),
    ...long(attributes(xml, 'dataValidation', 'error'), 255),
    ...long(attributes(xml, 'dataValidation', 'promptTitle'), 32),
    ...long(formulas(/<formula1>([^<]*)<\/formula1>/gu), 255),
    ...long(formulas(/<f\b[^>]*>([^<]*)<\/f>/gu), 8_192),
  ];
}

/** Names of the functions in formulas of cells, validations and conditional formats. */
function functionsIn(xml: string): string[] {
  return [...xml.matchAll(/<(?:f|formula1|formula)(?: [^>]*)?>([^<]*)<\//gu)].flatMap(([, formula = '']) => {
    const withoutTexts = formula
      .replaceAll(/&quot;(?:(?!&quot;).)*&quot;/gu, '')
      .replaceAll(/&apos;[^!]*&apos;!/gu, '');
    return [...withoutTexts.matchAll(/([A-Z][A-Z0-9.]*)\(/gu)].map(([, word = '']) => word);
  });
}

/** Names and relationships of a part that stand twice, or lead out of the file. */
function referencesIn(part: string, xml: string, { sheets }: WorkbookModel): string[] {
  const twice = (of: readonly string[]) => of.filter((one, at) => of.indexOf(one) !== at);
  if (part.endsWith('.rels')) {
    const outside = xml.includes('TargetMode="External"') ? [`${part} leads outside`] : [];
    return [...twice(attributes(xml, 'Relationship', 'Id')), ...outside];
  }
  if (part !== 'xl/workbook.xml') return [];
  const names = [...xml.matchAll(/<definedName name="([^"]+)" localSheetId="(\d+)"/gu)].map(
    (match) => `${match[1]}/${match[2]}`,
  );
  const areas = [...xml.matchAll(/Print_Area" localSheetId="\d+">([^<]+)</gu)].map(([, area = '']) => area);
  const listed = attributes(xml, 'sheet', 'r:id').length;
  return [
    ...twice(names),
    ...(listed === sheets.length ? [] : [`${listed} sheets are listed of ${sheets.length}`]),
    ...areas.filter((area) => !/^&apos;[^!]+&apos;!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/u.test(area)),
  ];
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

/** What is said of the files that were looked through: of all plans, blank and with made-up figures. */
export function describePackages(): void {
  describe('the files as they are delivered', () => {
    it('cover five plans with a province and its districts, blank and sample', () => {
      const count = (id: string) =>
        delivered.filter(({ plan, sample, level }) => plan === id && !sample && level !== 'department')
          .length;
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

    it('store with every formula the result core gave it', () => {
      expect(against.results).toEqual([]);
    });

    it('store finite numbers and no error values', () => {
      expect(against.values).toEqual([]);
    });

    it('keep to the limits of Excel for sheet names, prompts, formulas and cells', () => {
      expect(against.limits).toEqual([]);
    });

    it('use only functions that Excel 2010, LibreOffice, Gnumeric and WPS share', () => {
      const shared = new Set(
        [
          'ABS ADDRESS AND CHAR COLUMN COUNT COUNTA COUNTIF COUNTIFS EXACT FIND FIXED HYPERLINK IF IFERROR INDEX INT',
          'ISERROR ISLOGICAL ISNUMBER ISTEXT LARGE LEFT LEN LN LOG10 LOWER MATCH MAX MEDIAN MID MIN MOD NOT OR RIGHT ROUND',
          'ROW ROWS SMALL SUBSTITUTE SUM TRIM UPPER',
        ].flatMap((line) => line.split(' ')),
      );
      expect(functions.size).toBeGreaterThan(20);
      expect([...functions].filter((word) => !shared.has(word))).toEqual([]);
    });

    it('have unique names, relationship ids and no outside reference', () => {
      expect(against.references).toEqual([]);
    });
  });
}
