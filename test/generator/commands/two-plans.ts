import { seedFolder } from '../plan-files/seed-folder.ts';

const UNITS_BEFORE = `id,code,name,level,parent,validFrom,validTo,successors,tags,unverified
VN42,42,Tỉnh Hà Tĩnh,province,,,,,,
VN42.901,901,Huyện Một,district,VN42,,2013-12-31,VN42.903,,
VN42.902,902,Huyện Hai,district,VN42,,2013-12-31,VN42.903,,
VN42.909,909,Huyện Chín,district,VN42,,2013-12-31,,,
`;
const UNITS_AFTER = `id,code,name,level,parent,validFrom,validTo,successors,tags,unverified
VN42,42,Tỉnh Hà Tĩnh,province,,,,,,
VN42.903,903,Huyện Ba,district,VN42,2014-01-01,,,,
`;

/** Id, name, what else is said of it. */
const INDICATORS: readonly [string, string, string?][] = [
  ['seamstresses', 'Số thợ may'],
  ['seamstresses-now', 'Số thợ may'],
  ['visitors', 'Số khách đến tỉnh', 'nghìn người'],
  ['visitors-now', 'Số khách đến tỉnh'],
  ['officials', 'Số cán bộ các cấp'],
  ['officials-above', 'Số cán bộ cấp trên'],
  ['officials-below', 'Số cán bộ cơ sở'],
  ['teachers-men', 'Số thầy giáo dạy nghề'],
  ['teachers-women', 'Số cô giáo dạy nghề'],
  ['teachers', 'Số nhà giáo trường công'],
  ['smiths', 'Số người học nghề rèn'],
  ['members', 'Số hội viên mới kết nạp'],
  ['members-all', 'Số hội viên và cộng tác viên'],
  ['pupils', 'Số học sinh đến lớp'],
  ['pupils-small', 'Số trẻ mẫu giáo đến lớp'],
];

const RELATED: readonly [string, string, string][] = [
  ['officials', 'officials-above', 'Các cấp gồm cấp trên và cơ sở.'],
  ['officials', 'officials-below', 'Các cấp gồm cấp trên và cơ sở.'],
  ['teachers-men', 'teachers', 'Nhà giáo gồm thầy và cô.'],
  ['teachers-women', 'teachers', 'Nhà giáo gồm thầy và cô.'],
  ['members', 'members-all', 'Định nghĩa rộng hơn.'],
];

function catalogue(): string {
  const entries = INDICATORS.map(([id, name, unit = 'người']) => {
    const related = RELATED.flatMap(([one, other, note]) =>
      one === id ? [[other, note]] : other === id ? [[one, note]] : [],
    ).map(([of, note]) => `      - { indicator: ${of}, note: ${note} }\n`);
    return `  - id: ${id}
    name: { vi: ${name}, en: ${id} }
    domain: economy
    unit: ${unit}
    measure: ${unit === 'người' ? 'count' : 'amount'}
    direction: up
    hard: [0, 1000000000]
    aggregation: sum
    source: { body: Sở Y tế, level: district, frequency: year, availableMonth: 1 }
    leadAgency: Sở Y tế
    unverified: [source]
${related.length > 0 ? `    relatedTo:\n${related.join('')}` : ''}`;
  });
  return `schema: 1
measureUnits:
  - { id: nghìn người, name: { vi: Nghìn người, en: Thousand people }, decimals: 3 }
indicators:
${entries.join('')}`;
}

/** The two files of a plan with a list of units of its name, every figure a level at its end. */
export function planFiles(
  id: string,
  [from, to]: readonly [number, number],
  figures: readonly string[],
  province = 'VN42',
) {
  const lines = figures.map((_, at) => `Đến năm ${to}, mục ${at + 1} đạt ${at + 70}00.`);
  const targets = figures.map((figure, at) => {
    const [indicator, stratum] = figure.split('|');
    return `  - id: t-${at}
    indicator: ${indicator}
${stratum === undefined ? '' : `    stratum: ${stratum}\n`}    kind: level
    comparator: equal
    line: ${at + 3}
    quote: Đến năm ${to}, mục ${at + 1} đạt ${at + 70}00
    printed: '${at + 70}00'
    section: I
    bullet: I-${at}
    yearTo: ${to}
    yearBasis: explicit
`;
  });
  return {
    [`plans/${id}/source.txt`]: `KẾ HOẠCH\nI. Mục tiêu\n${lines.join('\n')}\n`,
    [`plans/${id}/plan.yaml`]: `schema: 1
id: ${id}
source: document.txt
title: Kế hoạch ${id}
issuer: UBND tỉnh Hà Tĩnh
date: ${from}-01
province: ${province}
units: ${id}
period: { from: ${from}, to: ${to} }
firstRound: '${from}'
form: { code: 01/BC, basis: Kế hoạch, receiver: Sở Nội vụ, signer: Thủ trưởng, preparer: Người lập biểu }
sections:
  - { id: I, title: Mục tiêu, line: 2 }
targets:
${targets.join('')}baselines: []
deadlines: []
leftOut: []
`,
  };
}

/**
 * A workspace with two plans of a province between which everything changed that a change map can say, a list of units
 * of its own among it: two districts became one, and of a third nobody says what it became.
 */
export function twoPlans(): Promise<string> {
  return seedFolder({
    'chitieu.yaml': 'schema: 1\nprovince: VN42\nby: Phòng Tổng hợp\n',
    'catalogue.yaml': catalogue(),
    'plans/units/cu.csv': UNITS_BEFORE,
    'plans/units/moi.csv': UNITS_AFTER,
    ...planFiles(
      'cu',
      [2011, 2015],
      [
        ...['seamstresses', 'visitors', 'officials', 'teachers-men', 'teachers-women', 'smiths', 'members'],
        ...['pupils', 'pupils-small'],
      ],
    ),
    ...planFiles(
      'moi',
      [2013, 2020],
      [
        ...['seamstresses-now', 'visitors-now', 'officials-above', 'officials-below', 'teachers'],
        ...['members-all', 'pupils', 'pupils|kindergarten'],
      ],
    ),
  });
}
