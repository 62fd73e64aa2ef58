import { seedFolder } from '../plan-files/seed-folder.ts';
import { planFiles } from './two-plans.ts';

const UNITS = `id,code,name,level,parent,validFrom,validTo,successors,tags,unverified
VN42,42,Tỉnh Hà Tĩnh,province,,,,,,
VN42.901,901,Xã Một,commune,VN42,2025-07-01,,,remote,tags
VN42.902,902,Xã Hai,commune,VN42,2025-07-01,,,,
VN42.903,903,Xã Ba,commune,VN42,2025-07-01,,,,
VN42.904,904,Xã Bốn,commune,VN42,2025-07-01,,,,
VN42.905,905,Xã Năm,commune,VN42,2025-07-01,,,,
`;

/** Id, name, level at which it is known. */
const INDICATORS = [
  ['tailors', 'Số thợ may lành nghề', 'commune'],
  ['harbours', 'Số bến cảng', 'province'],
] as const;

function catalogue(): string {
  const entries = INDICATORS.map(
    ([id, name, level]) => `  - id: ${id}
    name: { vi: ${name}, en: ${id} }
    domain: economy
    unit: người
    measure: count
    direction: up
    hard: [0, 1000000000]
    aggregation: sum
    source: { body: Sở Y tế, level: ${level}, frequency: year, availableMonth: 1 }
    leadAgency: Sở Y tế
    unverified: [source]
`,
  );
  return `schema: 1
strata:
  - { id: remote-communes, name: { vi: Xã vùng sâu, en: Remote communes }, covers: units, tag: remote }
indicators:
${entries.join('')}`;
}

/** The communes of which the plan `it` asks nothing. */
export const UNASKED = ['VN42.902', 'VN42.903', 'VN42.904', 'VN42.905'];

/**
 * A workspace with plans of a province: `nhieu` asks every commune, `it` only the one of a group, `khong` no commune.
 * @param plans those that the workspace is about
 */
export function askedFew(...plans: ('nhieu' | 'it' | 'khong')[]): Promise<string> {
  return seedFolder({
    'chitieu.yaml': `schema: 1\nprovince: VN42\nby: Phòng Tổng hợp\nplans: [${plans.join(', ')}]\n`,
    'catalogue.yaml': catalogue(),
    'plans/units/nhieu.csv': UNITS,
    'plans/units/it.csv': UNITS,
    'plans/units/khong.csv': UNITS,
    ...planFiles('nhieu', [2025, 2030], ['tailors', 'harbours']),
    ...planFiles('it', [2025, 2030], ['tailors|remote-communes', 'harbours']),
    ...planFiles('khong', [2025, 2030], ['harbours']),
  });
}
