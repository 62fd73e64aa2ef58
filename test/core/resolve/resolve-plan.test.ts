import { describe, expect, it } from 'vitest';
import { renderFinding } from '../../../core/wording/render.ts';
import { expectReadable } from '../wording/readable.ts';
import { type TargetInput, loadedFixture, planInput, resolveFixture, targetInput } from '../plan/fixture.ts';

/** Codes and paths of what is wrong with one target whose sentence the document prints. */
function problems(changes: Partial<TargetInput>, document = changes.quote ?? targetInput().quote): string[] {
  const { findings } = resolveFixture(document, planInput({ targets: [targetInput(changes)] }));
  expectReadable(findings);
  return findings.map(({ code, place }) => `${code} ${place.path?.replace('targets[0].', '') ?? ''}`);
}

/** The one statement of a target that loads. */
function statement(changes: Partial<TargetInput>) {
  const plan = loadedFixture(
    changes.quote ?? targetInput().quote,
    planInput({ targets: [targetInput(changes)] }),
  );
  const [target] = plan.targets;
  if (target === undefined) throw new Error('The fixture has no target.');
  return target;
}

describe('figures', () => {
  it.each([
    ['bảo hiểm đạt 62,8%', '62,8', 'insured', { value: 62.8, low: null, high: null }],
    ['hỗ trợ 5 nghìn hộ', '5 nghìn', 'households', { value: 5000, low: null, high: null }],
    ['dân số 1,83 triệu người', '1,83 triệu', 'population', { value: 1_830_000, low: null, high: null }],
    ['hỗ trợ 1,005 nghìn hộ', '1,005 nghìn', 'households', { value: 1005, low: null, high: null }],
    ['đạt 19 triệu đồng', '19', 'income', { value: 19, low: null, high: null }],
    ['đạt 08 hộ', '08', 'households', { value: 8, low: null, high: null }],
  ])('reads "%s" in the unit of its indicator', (quote, printed, indicator, expected) => {
    expect(statement({ quote, printed, indicator })).toMatchObject(expected);
  });

  it('reads a range as its two ends, without a value', () => {
    const range = {
      quote: 'đạt 5.000 – 6.000 người',
      printed: '5.000 – 6.000',
      comparator: 'range' as const,
    };
    const flow = { ...range, indicator: 'people', kind: 'flow' as const, yearFrom: '2021' };
    expect(statement(flow)).toMatchObject({ comparator: 'range', value: null, low: 5000, high: 6000 });
  });

  it('takes an implied value with its reason', () => {
    const implied = { value: '0', reason: 'không còn' };
    expect(statement({ printed: undefined, implied })).toMatchObject({
      value: 0,
      printed: null,
      impliedReason: 'không còn',
    });
  });

  it.each([
    [{ quote: 'đạt 90 % người', printed: '90 %' }, 'printed-not-a-number printed'],
    [
      { quote: 'đạt 19 triệu đồng', printed: '19 triệu', indicator: 'income' },
      'printed-scale-in-unit printed',
    ],
    [{ quote: 'hỗ trợ 5 nghìn hộ', printed: '5', indicator: 'households' }, 'printed-misses-scale printed'],
    [{ quote: 'hỗ trợ 1,000 hộ', printed: '1,000', indicator: 'households' }, 'printed-not-whole printed'],
    [{ quote: 'hỗ trợ 12,5 hộ', printed: '12,5', indicator: 'households' }, 'printed-not-whole printed'],
    [
      { quote: 'hỗ trợ 0,0005 nghìn hộ', printed: '0,0005 nghìn', indicator: 'households' },
      'printed-not-whole printed',
    ],
    [{ quote: 'hỗ trợ 4 - 5 hộ', printed: '4', indicator: 'households' }, 'printed-cuts-range printed'],
    [{ quote: 'hỗ trợ 4 - 5 hộ', printed: '5', indicator: 'households' }, 'printed-cuts-range printed'],
    [
      { quote: 'hỗ trợ 5 - 4 hộ', printed: '5 - 4', indicator: 'households', comparator: 'range' as const },
      'printed-range-order printed',
    ],
    [{ quote: `đạt ${'9'.repeat(400)}%`, printed: '9'.repeat(400) }, 'printed-not-a-number printed'],
    [{ quote: 'đạt 120%', printed: '120' }, 'value-outside-hard-bounds printed'],
    [{ printed: undefined }, 'statement-without-figure targets[0]'],
    [{ implied: { value: '90', reason: 'x' } }, 'figure-twice printed'],
    [{ printed: undefined, implied: { reason: 'x' } }, 'implied-value-missing implied'],
  ])('refuses %j', (changes, expected) => {
    expect(problems(changes)).toEqual([expected]);
  });

  it.each([
    ['1,000', '(1.000)'],
    ['12,5', 'chép đúng không'],
    ['0,125', 'chép đúng không'],
  ])('asks of %s in whole things what can be meant', (printed, asked) => {
    const changes = { quote: `hỗ trợ ${printed} hộ`, printed, indicator: 'households' };
    const { findings } = resolveFixture(changes.quote, planInput({ targets: [targetInput(changes)] }));
    expect(findings.map((one) => renderFinding(one, 'vi'))).toEqual([expect.stringContaining(asked)]);
  });

  it('takes a dash at the start of the next line for a bullet, not for a range', () => {
    const changes = { quote: 'đạt 90\n- 5 xã', printed: '90' };
    expect(problems(changes)).toEqual([]);
  });
});

describe('further citations', () => {
  const twice = 'bảo hiểm y tế đạt 90%\nđạt 90% dân số\nđạt 95% dân số';

  it('are checked like the first one and keep their order', () => {
    const citations = [{ line: '2', quote: 'đạt 90% dân số' }];
    expect(problems({ citations }, twice)).toEqual([]);
    expect(problems({ citations: [{ line: '3', quote: 'đạt 90% dân số' }] }, twice)).toEqual([
      'printed-not-on-line citations[0].line',
    ]);
    expect(
      problems(
        { citations: [{ line: '2', quote: 'đạt 90% dân' }], line: '2', quote: 'đạt 90% dân số' },
        twice,
      ),
    ).toEqual([]);
    const backwards = {
      line: '2',
      quote: 'đạt 90% dân số',
      citations: [{ line: '1', quote: 'y tế đạt 90%' }],
    };
    expect(problems(backwards, twice)).toEqual(['citation-order citations[0].line']);
  });

  it('may not print another figure', () => {
    const citations = [{ line: '3', quote: 'đạt 95% dân số', printed: '95' }];
    expect(problems({ citations }, twice)).toEqual(['citation-figure-differs citations[0].printed']);
  });
});

describe('kind and fields', () => {
  const flow = { indicator: 'people', kind: 'flow' as const, yearFrom: '2021' };
  const change = { indicator: 'poverty', kind: 'change' as const, yearFrom: '2021' };
  const milestone = {
    kind: 'milestone' as const,
    comparator: undefined,
    printed: undefined,
    implied: { reason: 'hoàn thành' },
  };

  it.each([
    [{ yearTo: undefined }, ['year-missing kind', 'year-basis yearBasis']],
    [{ kind: 'maintain' as const }, ['year-missing kind']],
    [{ ...flow, yearFrom: undefined }, ['year-missing kind']],
    [{ ...change, yearFrom: undefined }, ['year-missing kind']],
    [{ ...flow, yearFrom: '2026' }, ['year-order yearFrom']],
    [{ yearBasis: 'none' as const }, ['year-basis yearBasis']],
    [{ baseYear: '2020' }, ['field-not-for-kind baseYear']],
    [{ ...change, baseYear: '2025' }, ['base-year-order baseYear']],
    [{ average: 'yes' as const }, ['field-not-for-kind average']],
    [{ ...change, interpolation: 'compound' as const }, ['field-not-for-kind interpolation']],
    [{ comparator: undefined }, ['comparator-missing kind']],
    [{ comparator: 'range' as const }, ['comparator-range comparator']],
    [{ comparator: 'below' as const }, ['comparator-against-direction comparator']],
    [{ comparator: 'atMost' as const }, ['comparator-against-direction comparator']],
    [{ indicator: 'poverty', comparator: 'above' as const }, ['comparator-against-direction comparator']],
    [{ indicator: 'poverty', comparator: 'atLeast' as const }, ['comparator-against-direction comparator']],
    [{ ...flow, indicator: 'insured' }, ['kind-against-measure kind']],
    [{ ...change, indicator: 'hdi-group' }, ['kind-against-measure kind']],
    [{ ...milestone, comparator: 'equal' as const }, ['milestone-figure comparator']],
    [{ ...milestone, implied: { value: '1', reason: 'x' } }, ['milestone-figure implied.value']],
    [{ ...milestone, implied: undefined, printed: '90' }, ['milestone-figure printed']],
    [{ ...milestone, yearTo: undefined }, ['year-missing kind', 'year-basis yearBasis']],
  ])('refuses %j', (changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it.each([
    [{ yearFrom: '2021' }],
    [{ comparator: 'below' as const, direction: 'neutral' as const }],
    [{ comparator: 'above' as const }],
    [{ ...change, comparator: 'above' as const }],
    [{ ...change, comparator: 'below' as const, average: 'yes' as const, baseYear: '2019' }],
    [{ interpolation: 'compound' as const }],
    [flow],
    [{ ...flow, average: 'yes' as const }],
    [milestone],
  ])('accepts %j', (changes) => {
    expect(problems(changes)).toEqual([]);
  });

  it('starts a change or growth from the year before, unless the text says otherwise', () => {
    expect(statement(change)).toMatchObject({ baseYear: 2020, average: false });
    expect(statement({ ...change, baseYear: '2015', average: 'yes' })).toMatchObject({
      baseYear: 2015,
      average: true,
    });
    expect(statement(flow).baseYear).toBeNull();
  });

  it('gives a milestone neither comparator nor value', () => {
    expect(statement(milestone)).toMatchObject({ comparator: null, value: null, low: null, high: null });
  });

  it('takes lead agency and direction from the indicator unless the target has its own', () => {
    expect(statement({})).toMatchObject({ direction: 'up', leadAgency: 'Sở Y tế' });
    expect(statement({ direction: 'neutral', leadAgency: 'BHXH' })).toMatchObject({
      direction: 'neutral',
      leadAgency: 'BHXH',
    });
  });
});

describe('baselines and deadlines', () => {
  const document = 'có 91 xã đạt\nhoàn thành trong năm 2014';
  const baseline = {
    ...targetInput({ indicator: 'people', quote: 'có 91 xã', printed: '91' }),
    comparator: 'equal' as const,
  };
  const deadline = {
    id: 'merit-housing-2014',
    line: '2',
    quote: 'hoàn thành trong năm',
    implied: { reason: 'việc phải xong' },
    section: 'I',
    bullet: 'I-a',
    yearTo: '2014',
    yearBasis: 'explicit' as const,
  };

  it('lets a baseline have no year and a comparator of any direction', () => {
    const undated = { ...targetInput({ ...baseline, yearTo: undefined }), comparator: 'below' as const };
    const baselines = [{ ...undated, yearBasis: 'none' as const }];
    const plan = loadedFixture(document, planInput({ baselines }));
    expect(plan.baselines[0]).toMatchObject({ role: 'baseline', value: 91, yearTo: null, yearBasis: 'none' });
  });

  it('refuses a milestone as a baseline', () => {
    const { findings } = resolveFixture(
      document,
      planInput({ baselines: [{ ...baseline, kind: 'milestone' }] }),
    );
    expect(findings.map(({ code }) => code)).toContain('kind-not-for-baseline');
  });

  it('makes a deadline a milestone, with or without an indicator', () => {
    const plan = loadedFixture(document, planInput({ deadlines: [deadline] }));
    expect(plan.deadlines[0]).toMatchObject({
      role: 'deadline',
      kind: 'milestone',
      indicator: null,
      comparator: null,
      value: null,
      yearTo: 2014,
    });
    const withIndicator = planInput({ deadlines: [{ ...deadline, indicator: 'people' }] });
    expect(loadedFixture(document, withIndicator).deadlines[0]?.indicator?.id).toBe('people');
  });
});

describe('references', () => {
  it.each([
    [{ indicator: 'insurd' }, 'indicator-unknown indicator', 'insured'],
    [{ stratum: 'urbn' }, 'stratum-unknown stratum', 'urban'],
  ])('refuses %j and names the nearest', (changes, expected, nearest) => {
    const { findings } = resolveFixture(targetInput().quote, planInput({ targets: [targetInput(changes)] }));
    expect(
      findings.map(({ code, place }) => `${code} ${place.path?.replace('targets[0].', '') ?? ''}`),
    ).toEqual([expected]);
    expect(findings[0]?.data).toMatchObject({ closest: nearest });
  });

  it('wants a unit with the tag of a stratum that covers units', () => {
    expect(problems({ stratum: 'poor-districts' })).toEqual([]);
    expect(problems({ stratum: 'islands' })).toEqual(['stratum-without-units stratum']);
  });

  it('wants a section that exists and ids that are unique over all lists', () => {
    expect(problems({ section: 'II' })).toEqual(['section-unknown section']);
    const target = targetInput();
    const baseline = { ...targetInput(), comparator: 'equal' as const };
    const { findings } = resolveFixture(
      target.quote,
      planInput({ targets: [target, target], baselines: [baseline] }),
    );
    expect(findings.map(({ code, place }) => `${code} ${place.path ?? ''}`)).toEqual([
      'statement-duplicate-id targets[1].id',
      'statement-duplicate-id baselines[0].id',
    ]);
  });

  it.each([
    [{ period: { from: '2030', to: '2021' } }, 'period-order period'],
    [{ firstRound: '2021-Q5' }, 'round-invalid firstRound'],
    [{ province: 'VN51' }, 'province-unknown province'],
    [{ province: 'VN12.105' }, 'province-unknown province'],
    [{ sections: [{ id: 'I', title: 'x', line: '9' }] }, 'line-outside-source sections[0].line'],
    [{ leftOut: [{ line: '0', numbers: [], reason: 'x' }] }, 'line-outside-source leftOut[0].line'],
    [
      {
        sections: [
          { id: 'I', title: 'x', line: '1' },
          { id: 'I', title: 'x', line: '1' },
        ],
      },
      'section-duplicate sections[1].id',
    ],
  ])('refuses a plan with %j', (changes, expected) => {
    const { plan, findings } = resolveFixture('một dòng', planInput(changes));
    expect(plan).toBeNull();
    expectReadable(findings);
    expect(findings.map(({ code, place }) => `${code} ${place.path ?? ''}`)).toEqual([expected]);
  });

  it('puts the province before its districts', () => {
    expect(loadedFixture('một dòng', planInput()).units.map(({ id }) => id)).toEqual([
      'VN12',
      'VN12.105',
      'VN12.106',
    ]);
  });
});
