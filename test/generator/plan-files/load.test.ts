import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/base/finding.ts';
import { listPlans, loadCatalogue, loadPlan } from '../../../generator/plan-files/load.ts';
import { MAX_FILE_BYTES } from '../../../generator/plan-files/read-text.ts';
import { expectReadable } from '../../core/wording/readable.ts';
import { CATALOGUE, PLAN, SEEDS, SOURCE, type SeedFiles, UNITS, seedFolder } from './seed-folder.ts';

type Path = keyof typeof SEEDS;

const PLAN_PATH = 'seeds/lai-chau-2021/plan.yaml';
const SOURCE_PATH = 'seeds/lai-chau-2021/source.txt';
const UNITS_PATH = 'seeds/units/lai-chau.csv';
const CATALOGUE_PATH = 'seeds/catalogue.yaml';

async function load(files: SeedFiles) {
  const root = await seedFolder(files);
  const catalogue = await loadCatalogue(root);
  if (catalogue.value === null) return { value: null, findings: catalogue.findings };
  return loadPlan(root, 'lai-chau-2021', catalogue.value);
}

function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ code, place }) => `${place.file ?? ''}:${place.line ?? ''} ${code}`);
}

/**
 * Replaces parts of a file by parts that carry their expected findings as comments (`# <- code`), and checks
 * that exactly those are found, on exactly those lines.
 */
async function expectMarked(path: Path, changes: readonly (readonly [string, string])[]): Promise<void> {
  let content: string = SEEDS[path];
  for (const [before, after] of changes) {
    expect(content).toContain(before);
    content = content.replace(before, () => after);
  }
  const expected = content.split('\n').flatMap((line, index) => {
    const codes = /# <- (.*)$/u.exec(line)?.[1]?.split(' ') ?? [];
    return codes.map((code) => `${path}:${index + 1} ${code}`);
  });
  const { value, findings } = await load({ ...SEEDS, [path]: content });
  expect(brief(findings).sort()).toEqual(expected.sort());
  expectReadable(findings);
  expect(value === null).toBe(expected.length > 0);
}

const QUOTE = 'quote: tỷ lệ bao phủ bảo hiểm y tế đạt 98%';
const PRINTED = "    printed: '98'\n";

const faults: Record<string, readonly (readonly [string, string])[]> = {
  'a quote that differs from the document': [
    [QUOTE, 'quote: tỷ lệ che phủ bảo hiểm y tế đạt 98% # <- quote-not-in-source'],
  ],
  'a line that is not that of the number': [
    ['line: 4\n    quote', 'line: 3 # <- printed-not-on-line\n    quote'],
  ],
  'a quote without a number that does not cover its line': [
    ['line: 4\n    quote', 'line: 5 # <- quote-not-covering-line\n    quote'],
    [PRINTED, '    implied: { value: 98, reason: x }\n'],
  ],
  'a number that is part of a longer one': [[PRINTED, "    printed: '8' # <- printed-count\n"]],
  'a number that stands twice in the quote': [
    [QUOTE, 'quote: đạt 98%, giữ 98%'],
    [PRINTED, "    printed: '98' # <- printed-count\n"],
  ],
  'a number with its unit': [[PRINTED, '    printed: 98% # <- printed-not-a-number\n']],
  'neither printed nor implied': [
    [PRINTED, ''],
    ['- id: health-insurance-2025', '- id: health-insurance-2025 # <- statement-without-figure'],
  ],
  'both printed and implied': [
    [PRINTED, "    printed: '98' # <- figure-twice\n    implied: { value: 98, reason: x }\n"],
  ],
  'an unknown indicator': [
    ['indicator: health-insurance\n', 'indicator: health-insurence # <- indicator-unknown\n'],
  ],
  'an unknown stratum': [['kind: level', 'kind: level\n    stratum: rich-districts # <- stratum-unknown']],
  'an identifier of the wrong form': [['kind: level', 'kind: level\n    stratum: Poor # <- field-invalid']],
  'a kind without its years': [['kind: level', 'kind: maintain # <- year-missing']],
  'a field of another kind': [['kind: level', 'kind: level\n    baseYear: 2020 # <- field-not-for-kind']],
  'a milestone with comparator and number': [
    ['kind: level\n    comparator: equal', 'kind: milestone\n    comparator: equal # <- milestone-figure'],
    [PRINTED, "    printed: '98' # <- milestone-figure\n"],
  ],
  'a range comparator for one value': [['comparator: equal', 'comparator: range # <- comparator-range']],
  'a comparator against the direction': [
    ['comparator: equal', 'comparator: below # <- comparator-against-direction'],
  ],
  'an unknown kind': [['kind: level', 'kind: levle # <- field-invalid']],
  'a symbol for a comparator': [['comparator: equal', "comparator: '>=' # <- field-invalid"]],
  'a misspelt field': [
    ['yearBasis: explicit', 'yearBasis: explicit\n    intepolation: linear # <- field-unknown'],
  ],
  'a missing field': [
    ['    section: I\n', ''],
    ['- id: health-insurance-2025', '- id: health-insurance-2025 # <- field-missing'],
  ],
  'a field given twice': [[PRINTED, `${PRINTED}    printed: '98' # <- yaml-duplicate-key\n`]],
  'a list given twice': [['deadlines: []', 'deadlines: []\nbaselines: [] # <- yaml-duplicate-key']],
  'a section that is not declared': [['    section: I\n', '    section: II # <- section-unknown\n']],
  'a year that is none': [['yearTo: 2025', "yearTo: '25' # <- field-invalid"]],
  'nothing where a list belongs': [['baselines: []', 'baselines: # <- field-invalid']],
  'nothing where text belongs': [['title: Kế hoạch', 'title: # <- field-invalid']],
  'another version of the format': [['schema: 1', 'schema: 2 # <- field-invalid']],
  'an id that is not the name of its folder': [
    ['id: lai-chau-2021', 'id: lai-chau-2022 # <- plan-id-folder'],
  ],
  'an anchor and an alias': [
    ['issuer: UBND tỉnh Lai Châu', 'issuer: &a UBND # <- yaml-not-allowed\nnumber: *a # <- yaml-not-allowed'],
  ],
  'a type tag': [['date: 2021-03', 'date: !!str 2021 # <- yaml-not-allowed']],
  'a key that reaches the prototype': [
    ['date: 2021-03', 'date: 2021-03\n__proto__: { x: y } # <- yaml-not-allowed'],
  ],
  'a key that is no text': [['date: 2021-03', 'date: 2021-03\n? [a, b] # <- yaml-not-allowed\n: c']],
  'wrong indentation': [['    kind: level\n', '   kind: level # <- yaml-syntax\n']],
};

describe('loadPlan', () => {
  it('loads a plan without findings', async () => {
    const { value, findings } = await load(SEEDS);
    expect(findings).toEqual([]);
    expect(value).toMatchObject({
      file: PLAN_PATH,
      sourceFile: SOURCE_PATH,
      plan: {
        file: { date: '2021-03', form: { code: '01' }, period: { from: 2021 } },
        targets: [{ value: 98 }],
      },
    });
    expect(value?.plan.units.map(({ id, name, tags }) => [id, name, tags])).toEqual([
      ['VN12', 'Tỉnh Lai Châu', []],
      ['VN12.107', 'Huyện Mường Tè, vùng cao', ['poor', 'mountain']],
    ]);
  });

  it('takes byte order marks, CRLF and decomposed letters as they come', async () => {
    const { findings } = await load({
      ...SEEDS,
      [PLAN_PATH]: `\ufeff${PLAN.replaceAll('\n', '\r\n')}`,
      [SOURCE_PATH]: SOURCE.replaceAll('\n', '\r\n').normalize('NFD'),
      [UNITS_PATH]: `\ufeff${UNITS.replaceAll('\n', '\r\n')}`,
    });
    expect(findings).toEqual([]);
  });

  it('guesses no types', async () => {
    const plan = PLAN.replace('title: Kế hoạch', 'title: ~').replace(
      'issuer: UBND tỉnh Lai Châu',
      'issuer: 5.000',
    );
    const { value } = await load({ ...SEEDS, [PLAN_PATH]: plan });
    expect(value?.plan.file).toMatchObject({ title: '~', issuer: '5.000' });
  });

  it.each(Object.entries(faults))('names file and line of %s', async (_, changes) => {
    await expectMarked(PLAN_PATH, changes);
  });

  it('says which fields exist and which was probably meant', async () => {
    const plan = PLAN.replace("printed: '98'", "prnted: '98'").replace(
      'comparator: equal',
      'comparator: equl',
    );
    const { findings } = await load({ ...SEEDS, [PLAN_PATH]: plan });
    expect(findings.map(({ code, data }) => [code, data])).toEqual([
      ['field-invalid', expect.objectContaining({ found: 'equl', closest: 'equal' })],
      [
        'field-unknown',
        {
          field: 'prnted',
          closest: 'printed',
          allowed: expect.arrayContaining(['printed', 'implied', 'average']),
        },
      ],
    ]);
  });

  it.each([
    ['no document', SOURCE_PATH, null, `${SOURCE_PATH}: text-file-missing`],
    [
      'a document that is not UTF-8',
      SOURCE_PATH,
      new Uint8Array([0x4b, 0xc3, 0x28]),
      `${SOURCE_PATH}: text-file-not-utf8`,
    ],
    [
      'a plan that is not UTF-8',
      PLAN_PATH,
      new Uint8Array([0xff, 0xfe, 0x41]),
      `${PLAN_PATH}: text-file-not-utf8`,
    ],
    ['an empty plan', PLAN_PATH, '# nothing\n', `${PLAN_PATH}:1 yaml-not-allowed`],
    ['a plan that is a list', PLAN_PATH, '- a\n', `${PLAN_PATH}:1 field-invalid`],
    ['two documents in a file', PLAN_PATH, `${PLAN}---\na: b\n`, `${PLAN_PATH}:30 yaml-syntax`],
    ['brackets that never close', PLAN_PATH, '['.repeat(200_000), `${PLAN_PATH}:1 yaml-syntax`],
    ['nesting without end', PLAN_PATH, '['.repeat(50_000) + ']'.repeat(50_000), `${PLAN_PATH}:1 yaml-syntax`],
    [
      'a plan beyond the size limit',
      PLAN_PATH,
      ' '.repeat(MAX_FILE_BYTES + 1),
      `${PLAN_PATH}: text-file-too-large`,
    ],
    ['no unit list', UNITS_PATH, null, `${UNITS_PATH}: text-file-missing`],
  ])('refuses %s', async (_, path, content, expected) => {
    const others = Object.entries(SEEDS).filter(([other]) => other !== path);
    const files: SeedFiles = Object.fromEntries(content === null ? others : [...others, [path, content]]);
    const { value, findings } = await load(files);
    expect(value).toBeNull();
    expect(brief(findings)).toEqual([expected]);
    expectReadable(findings);
  });

  it('opens no folder that is not a plan', async () => {
    const root = await seedFolder(SEEDS);
    const catalogue = await loadCatalogue(root);
    if (catalogue.value === null) throw new Error('The catalogue does not load.');
    for (const id of ['units', '..', '../seeds/lai-chau-2021', '']) {
      const { value, findings } = await loadPlan(root, id, catalogue.value);
      expect(value).toBeNull();
      expect(findings.map(({ code, data }) => [code, data])).toEqual([
        ['plan-unknown', { plan: id, known: ['lai-chau-2021'] }],
      ]);
    }
    expect(await listPlans(root)).toEqual(['lai-chau-2021']);
  });
});

describe('the unit list', () => {
  it.each([
    ['another header', 'id,code', 'id,codes', ':1 csv-header'],
    ['a missing cell', 'VN12,12,', 'VN12,', ':2 csv-columns'],
    ['a district without a parent', 'district,VN12,', 'district,,', ':3 unit-parent'],
    ['a parent that is not there', 'district,VN12,', 'district,VN13,', ':3 unit-parent'],
    ['a wrong id', 'VN12.107', 'VN-12', ':3 field-invalid'],
    ['an unknown level', 'province', 'region', ':2 field-invalid'],
    ['a date that is none', '2025-06-30', '30/6/2025', ':3 unit-validity'],
    ['an end before the beginning', ',,2025-06-30', ',2026-01-01,2025-06-30', ':3 unit-validity'],
    ['a quote left open', '"Huyện Mường Tè, vùng cao"', '"Huyện Mường Tè', ':3 csv-'],
  ])('refuses %s', async (_, before, after, expected) => {
    expect(UNITS).toContain(before);
    const { value, findings } = await load({ ...SEEDS, [UNITS_PATH]: UNITS.replace(before, after) });
    expect(value).toBeNull();
    expect(brief(findings)[0]).toContain(`${UNITS_PATH}${expected}`);
    expectReadable(findings);
  });

  it('refuses a unit twice, and counts lines past cells with line breaks', async () => {
    const units = `${UNITS.replace('Tỉnh Lai Châu', '"Tỉnh\nLai Châu"')}VN12,12,Tỉnh Lai Châu,province,,,,,,\n`;
    const { findings } = await load({ ...SEEDS, [UNITS_PATH]: units });
    expect(brief(findings)).toEqual([`${UNITS_PATH}:5 unit-duplicate`]);
    expect(findings[0]?.data).toEqual({ id: 'VN12', firstLine: 2 });
  });
});

describe('loadCatalogue', () => {
  const catalogueFaults: Record<string, readonly (readonly [string, string])[]> = {
    'a missing direction': [
      ['    direction: up\n', ''],
      ['- id: insured-people', '- id: insured-people # <- field-missing'],
    ],
    'an unknown unit': [["unit: '%'", 'unit: percent # <- catalogue-unknown-reference catalogue-share-unit']],
    'a numerator that is no indicator': [
      ['numerator: insured-people', 'numerator: insured # <- catalogue-unknown-reference'],
    ],
    'a denominator that is no indicator': [
      ['denominator: population', 'denominator: populace # <- catalogue-unknown-reference'],
    ],
    'an indicator twice': [
      ['- id: population', '- id: insured-people # <- catalogue-duplicate-id'],
      ['denominator: population', 'denominator: population # <- catalogue-unknown-reference'],
    ],
    'a field twice': [
      ['    direction: neutral\n', '    direction: neutral\n    direction: up # <- yaml-duplicate-key\n'],
    ],
  };

  it.each(Object.entries(catalogueFaults))('names file and line of %s', async (_, changes) => {
    await expectMarked(CATALOGUE_PATH, changes);
  });

  it('wants the tag of a stratum that covers units', async () => {
    const content = CATALOGUE.replace('covers: units, tag: poor', 'covers: units');
    const { findings } = await load({ ...SEEDS, [CATALOGUE_PATH]: content });
    expect(brief(findings)).toEqual([`${CATALOGUE_PATH}:8 field-missing`]);
  });

  it('says that there is none', async () => {
    const root = await seedFolder({ [PLAN_PATH]: PLAN });
    const { value, findings } = await loadCatalogue(root);
    expect(value).toBeNull();
    expect(brief(findings)).toEqual([`${CATALOGUE_PATH}: text-file-missing`]);
  });
});
