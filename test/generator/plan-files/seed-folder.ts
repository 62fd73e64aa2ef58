import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small catalogue, unit list, document and plan that load without findings. */
export const CATALOGUE = `schema: 1
measureUnits:
  - { id: '%', name: { vi: Phần trăm, en: Per cent }, decimals: 2 }
  - { id: người, name: { vi: Người, en: People }, decimals: 0 }
domains:
  - { id: health, name: { vi: Y tế, en: Health }, sheet: Y tế }
strata:
  - { id: poor-districts, name: { vi: Huyện nghèo, en: Poor districts }, covers: units, tag: poor }
bodies:
  - { id: BHXH, en: Social Insurance, code: BHXH, through: own-branches }
indicators:
  - id: insured-people
    name: { vi: Số người có bảo hiểm, en: Insured people }
    domain: health
    unit: người
    measure: count
    direction: up
    aggregation: sum
    source: { body: BHXH, level: district, frequency: year, availableMonth: 3 }
    leadAgency: BHXH
  - id: population
    name: { vi: Dân số, en: Population }
    domain: health
    unit: người
    measure: count
    direction: neutral
    aggregation: sum
    source: { body: BHXH, level: district, frequency: year, availableMonth: 3 }
    leadAgency: Thống kê
  - id: health-insurance
    name: { vi: Tỷ lệ có bảo hiểm, en: Health insurance coverage }
    domain: health
    unit: '%'
    measure: share
    direction: up
    numerator: insured-people
    denominator: population
    hard: [0, 100]
    aggregation: ratio-of-sums
    source: { body: BHXH, level: district, frequency: year, availableMonth: 3 }
    leadAgency: BHXH
`;

export const UNITS = `id,code,name,level,parent,validFrom,validTo,successors,tags,unverified
VN12,12,Tỉnh Lai Châu,province,,,,,,
VN12.107,107,"Huyện Mường Tè, vùng cao",district,VN12,,2025-06-30,,poor mountain,tags
`;

export const SOURCE = `KẾ HOẠCH
I. Mục tiêu
Phấn đấu đến năm 2025, tỷ lệ bao phủ
bảo hiểm y tế đạt 98%; có 5
nghìn người được hỗ trợ.
Năm sau đạt 98%, giữ 98%.
`;

export const PLAN = `schema: 1
id: lai-chau-2021
source: document.txt
title: Kế hoạch
issuer: UBND tỉnh Lai Châu
date: 2021-03
province: VN12
units: lai-chau
period: { from: 2021, to: 2030 }
firstRound: 2021
form: { code: 01, basis: Kế hoạch, receiver: Sở Y tế, signer: Thủ trưởng, preparer: Người lập }
sections:
  - { id: I, title: Mục tiêu, line: 2 }
targets:
  - id: health-insurance-2025
    indicator: health-insurance
    kind: level
    comparator: equal
    line: 4
    quote: tỷ lệ bao phủ bảo hiểm y tế đạt 98%
    printed: '98'
    section: I
    bullet: I-a
    yearTo: 2025
    yearBasis: explicit
baselines: []
deadlines: []
leftOut:
  - { line: 4, numbers: ['5'], reason: chưa rõ }
`;

/** Files of a seeds folder, by path below the root. */
export type SeedFiles = Record<string, string | Uint8Array>;

/** The files that load; replace some to make a fault. */
export const SEEDS = {
  'seeds/catalogue.yaml': CATALOGUE,
  'seeds/units/lai-chau.csv': UNITS,
  'seeds/lai-chau-2021/source.txt': SOURCE,
  'seeds/lai-chau-2021/plan.yaml': PLAN,
};

/** Writes files to a folder of their own, gone when the test ends. */
export async function seedFolder(files: SeedFiles): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'chitieu-seeds-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}
