import { verdicts } from '../../core/target/verdict.ts';
import type { Vintage } from '../../core/observation/vintage.ts';

/** What the planner and the officers of the walk know, decide and type, and what must come of it. */

export const PLAN = 'lai-chau-2021';
export const YEAR = 2023;
/** The plan's reports come after the year has ended, before its figures are final. */
export const OF_THE_ROUND: Vintage = 'preliminary';
export const PROVINCE = 'VN12';
export const DISTRICT = 'VN12.106';
export const DEPARTMENT = 'VN12.SLDTBXH';
export const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);
export const DECISION = '1632/QĐ-UBND';

export const BASELINES = `unit,indicator,stratum,year,value,numerator,denominator,source
VN12,poverty-rate,,2020,,32000,97000,Kết quả rà soát năm 2020
VN12,poverty-rate,poor-districts,2020,41.5,,,Kết quả rà soát năm 2020
VN12,poor-merit-households,,2020,40,,,Báo cáo năm 2020
VN12,trained-labour-share,,2020,52.1,,,Niên giám thống kê 2020
`;

/** What is known of the two reporters, in years before and as denominators of the round. */
export const KNOWN: Record<string, [indicator: string, period: number, value: number][]> = {
  [PROVINCE]: [
    ['households', 2021, 98_000],
    ['households', 2022, 99_000],
    ['households', YEAR, 100_000],
    ['poor-households', 2021, 29_000],
    ['poor-households', 2022, 27_000],
    ['new-jobs', 2021, 8_700],
    ['new-jobs', 2022, 8_600],
  ],
  [DISTRICT]: [
    ['households', YEAR, 12_000],
    ['population', YEAR, 56_000],
    ['communes', YEAR, 14],
    ['villages', YEAR, 120],
    ['poor-households', 2022, 3_000],
  ],
};

/** Households of last year, with which the districts' poverty cuts are weighted. */
export const FIGURES = [
  'unit,indicator,stratum,period,vintage,value,source',
  ...DISTRICTS.map((unit) => `${unit},households,,2022,final,11900,Niên giám thống kê`),
  ...Object.entries(KNOWN).flatMap(([unit, rows]) =>
    rows.map(
      ([indicator, period, value]) => `${unit},${indicator},,${period},final,${value},Niên giám thống kê`,
    ),
  ),
  '',
].join('\n');

export const everywhere = (value: number, ...others: [unit: string, value: number][]) => ({
  ...Object.fromEntries(DISTRICTS.map((unit) => [unit, value])),
  ...Object.fromEntries(others),
});

/** The decision: more jobs than the plan prints, a poverty cut of 3 points on the whole, and single values. */
export const ASSIGNED: Record<string, Record<string, number>> = {
  'new-jobs|_T': { [PROVINCE]: 9_000, ...everywhere(1_100, ['VN12.105', 1_400], [DISTRICT, 1_000]) },
  'poverty-rate|_T': everywhere(3, ['VN12.105', 2], [DISTRICT, 4]),
  'poor-merit-households|_T': { [DISTRICT]: 3 },
  'social-assistance-coverage|_T': { [DISTRICT]: 100 },
  'emergency-relief-coverage|_T': { [DISTRICT]: 100 },
  'trained-labour-share|_T': { [DISTRICT]: 60 },
  'communes-with-doctor|_T': { [DISTRICT]: 90 },
  'villages-short-of-water|_T': { [DISTRICT]: 5 },
  'cultural-families|_T': { [DISTRICT]: 85 },
};

/** What an officer types: figures by `indicator|stratum`, reasons beside them, own verdicts by series. */
export interface Typed {
  figures: Record<string, number | string>;
  reasons: Record<string, string>;
  own?: Record<string, { verdict: string; reason: string }>;
}

export const TYPED: Record<string, Typed> = {
  [DISTRICT]: {
    figures: {
      'poor-merit-households|_T': 0,
      'merit-people|_T': 412,
      'merit-people-local-standard|_T': 410,
      'poor-households|_T': 2_600,
      'assistance-eligible-people|_T': 1_500,
      'assistance-eligible-receiving|_T': '...',
      'sudden-hardship-people|_T': '-',
      'sudden-hardship-relieved|_T': '-',
      // The district knows the published share only, and not what it is made of.
      'trained-labour-share|_T': 61.5,
      'workers-15-plus|_T': '...',
      'vocational-training-persons|_T': 620,
      'new-jobs|_T': 1_010,
      'schools|_T': 48,
      'standard-schools|_T': 30,
      'primary-level-3-communes|_T': 13,
      'lower-secondary-level-2-communes|_T': 11,
      'children-under-1|_T': 941,
      'children-fully-immunised|_T': 905,
      'communes-with-working-doctor|_T': 13,
      'villages-short-of-water|_T': 'X',
      'rural-households|_T': 10_300,
      'rural-hygienic-water-households-users|_T': 9_800,
      'radio-covered-people|_T': 54_000,
      // 'television-covered-people|_T' is left blank.
      'recognised-cultural-families|_T': 10_200,
      'recognised-cultural-villages|_T': 95,
    },
    reasons: {
      'assistance-eligible-receiving|_T': 'Hai xã chưa gửi danh sách chi trả',
      'sudden-hardship-relieved|_T': 'Trong năm không có đối tượng',
    },
    own: {
      [`${PLAN}|poverty-rate|_T|change`]: {
        verdict: verdicts.met.vi,
        reason: 'Số rà soát bổ sung chưa được công nhận',
      },
    },
  },
  [DEPARTMENT]: {
    figures: {
      'poor-merit-households|_T': 12,
      'merit-people|_T': 5_000,
      'merit-people-local-standard|_T': 4_980,
      'poor-households|_T': 23_000,
      'households|poor-districts': 45_000,
      'poor-households|poor-districts': 15_000,
      'assistance-eligible-people|_T': 21_000,
      'assistance-eligible-receiving|_T': 21_000,
      'sudden-hardship-people|_T': 300,
      'sudden-hardship-relieved|_T': '-',
      'trained-labour-share|_T': 58.4,
      'workers-15-plus|_T': 290_000,
      'vocational-training-persons|_T': 8_000,
      'new-jobs|_T': 8_800,
    },
    reasons: { 'new-jobs|_T': 'Hai dự án lớn lùi sang năm sau' },
  },
};

/** Verdicts of the round that follow from the figures above by the rules, without any program. */
export const VERDICTS: Record<string, Record<string, keyof typeof verdicts>> = {
  [DISTRICT]: {
    // 0 where 3 may be left.
    'poor-merit-households|_T|level': 'exceeded',
    // 3 000 of 11 900 to 2 600 of 12 000 is 3,54 points; 4 were assigned.
    'poverty-rate|_T|change': 'notMet',
    'social-assistance-coverage|_T|maintain': 'noFigure',
    // Nobody in need: no share of nothing.
    'emergency-relief-coverage|_T|maintain': 'notEvaluable',
    'trained-labour-share|_T|level': 'exceeded',
    'new-jobs|_T|flow': 'exceeded',
    // 13 of 14, "trên 90".
    'communes-with-doctor|_T|level': 'met',
    'villages-short-of-water|_T|level': 'notEvaluable',
    // 10 200 of 12 000 is 85 exactly.
    'cultural-families|_T|level': 'met',
    // A target of the province, not assigned to the district.
    'full-immunisation|_T|level': 'notAssigned',
  },
  [DEPARTMENT]: {
    // More than the 8 500 of the plan, less than the 9 000 of the decision.
    'new-jobs|_T|flow': 'notMet',
    'poverty-rate|_T|change': 'exceeded',
    // "Bình quân": from 41,5 to 33,3 in three years is 2,7 points a year; 4,3 are asked.
    'poverty-rate|poor-districts|change': 'notMet',
    'social-assistance-coverage|_T|maintain': 'met',
    'emergency-relief-coverage|_T|maintain': 'notMet',
    'vocational-training-persons|_T|flow': 'met',
    'trained-labour-share|_T|level': 'notDue',
  },
};
