import { describe, expect, it } from 'vitest';
import { catalogueOverlaySchema, pathInOverlay, withOverlay } from '../../../core/catalogue/overlay.ts';
import { catalogueFileSchema } from '../../../core/catalogue/schema.ts';
import { parseYaml } from '../../../generator/plan-files/yaml.ts';
import { CATALOGUE } from '../../generator/plan-files/seed-folder.ts';

const base = catalogueFileSchema.parse(parseYaml(CATALOGUE, 'catalogue.yaml').value);

function overlaid(text: string) {
  const { value, locate } = parseYaml(`schema: 1\n${text}`, 'catalogue.yaml');
  const overlay = catalogueOverlaySchema.parse(value);
  return { overlay, ...withOverlay(base, overlay, 'catalogue.yaml', locate) };
}

const BODY = 'bodies:\n  - { id: Sở Y tế, en: Health, code: YTE, through: districts }\n';

describe('an overlay', () => {
  it('adds entries behind those of the program', () => {
    const { catalogue, findings } = overlaid(BODY);
    expect(findings).toEqual([]);
    expect(catalogue.bodies.map(({ id }) => id)).toEqual(['BHXH', 'Sở Y tế']);
    expect(catalogue.indicators).toEqual(base.indicators);
  });

  it('refines an indicator, and leaves what it does not name', () => {
    const { catalogue, findings } = overlaid(
      'refine:\n  - { indicator: health-insurance, plausible: [40, 100], reason: BHXH tỉnh }\n',
    );
    expect(findings).toEqual([]);
    const [before, after] = [base, catalogue].map(({ indicators }) =>
      indicators.find(({ id }) => id === 'health-insurance'),
    );
    expect(after).toEqual({ ...before, plausible: [40, 100] });
  });

  it('replaces nothing: an id that is taken is an error at its line', () => {
    const { catalogue, findings } = overlaid(
      'bodies:\n  - { id: BHXH, en: Other, code: OTHER, through: districts }\n',
    );
    expect(findings).toMatchObject([
      { code: 'catalogue-id-taken', place: { line: 3 }, data: { list: 'bodies', id: 'BHXH' } },
    ]);
    expect(catalogue.bodies[0]?.en).toBe('Social Insurance');
  });

  it('refines only what is there, and once', () => {
    const { findings } = overlaid(
      'refine:\n  - { indicator: populatio, reason: a }\n  - { indicator: population, reason: a }\n  - { indicator: population, reason: b }\n',
    );
    expect(findings).toMatchObject([
      { code: 'catalogue-nothing-to-refine', place: { line: 3 }, data: { closest: 'population' } },
      { code: 'catalogue-refined-twice', place: { line: 5 } },
    ]);
  });

  it('may not say what makes an indicator another one', () => {
    const said = { schema: '1', refine: [{ indicator: 'population', unit: '%', reason: 'a' }] };
    expect(catalogueOverlaySchema.safeParse(said).success).toBe(false);
  });

  it('is where a fault of the whole is looked for', () => {
    const { overlay } = overlaid(`${BODY}refine:\n  - { indicator: population, hard: [2, 1], reason: a }\n`);
    expect(pathInOverlay(base, overlay, ['bodies', 1, 'code'])).toEqual(['bodies', 0, 'code']);
    expect(pathInOverlay(base, overlay, ['indicators', 1, 'hard'])).toEqual(['refine', 0, 'hard']);
  });
});
