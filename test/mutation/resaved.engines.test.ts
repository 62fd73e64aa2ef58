import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithEngine, requireEngine } from '../engines/availability.ts';
import { runProcess, said } from '../engines/process.ts';
import { resaved, type Saver } from '../engines/resaved.ts';
import { outcomeOf } from './outcome.ts';
import { subjectOf, type Subject, type Which } from './subject.ts';

/** A workbook of each plan, of every level, filled in and without an error: no program may make one. */
const ALL: readonly Which[] = [
  { plans: ['lai-chau-2012'], reporter: 'VN12.SYT', round: '2014' },
  { plans: ['lai-chau-2021'], reporter: 'VN12', round: '2023' },
  { plans: ['lai-chau-2024'], reporter: 'VN12.105', round: '2025' },
  { plans: ['quang-ngai-2021'], reporter: 'VN51.522', round: '2023' },
  { plans: ['thai-binh-2013'], reporter: 'VN34', round: '2014-S1' },
  { plans: ['lai-chau-2021', 'lai-chau-2024'], reporter: 'VN12', round: '2024' },
];

let folder = '';
let subjects: { subject: Subject; path: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-mutation-'));
  subjects = [];
  for (const [at, which] of ALL.entries()) {
    const subject = await subjectOf(which);
    const path = join(folder, `${at}.xlsx`);
    await writeFile(path, subject.bytes);
    subjects.push({ subject, path });
  }
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Re-saving changes nothing that counts; what is lost with looks and results may be mentioned. */
async function expectNoFalseAlarm(saved: readonly string[], mentioned: readonly string[]): Promise<void> {
  for (const [at, { subject }] of subjects.entries()) {
    const outcome = await outcomeOf(subject, new Uint8Array(await readFile(saved[at] ?? '')));
    const unexpected = outcome.findings.filter((text) => !mentioned.includes(text));
    expect({ name: subject.name, unexpected, lost: outcome.lost, gained: outcome.gained }).toEqual({
      name: subject.name,
      unexpected: [],
      lost: [],
      gained: [],
    });
    expect({ dropped: outcome.repair?.dropped, errors: outcome.repair?.errors }).toEqual({
      dropped: [],
      errors: [],
    });
  }
}

/** What the programs compute in either locale is compared with core's results in test/workbook. */
async function expectNoFalseAlarmOf(saver: Saver): Promise<void> {
  const saved = await resaved(
    subjects.map(({ subject }) => subject.bytes),
    saver,
  );
  await expectNoFalseAlarm(saved, []);
}

it('undamaged, each workbook is without an error', () => {
  for (const { subject } of subjects) {
    expect(subject.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // Every warning has the reason that was written beside it.
    const warnings = subject.findings.filter(({ severity }) => severity === 'warning');
    expect(warnings.filter(({ explanation }) => explanation === null)).toEqual([]);
  }
});

describeWithEngine('libreoffice', 're-saved by LibreOffice', () => {
  it('no false alarm', { timeout: 600_000 }, () => expectNoFalseAlarmOf('libreoffice vi-VN'));
});

describeWithEngine('gnumeric', 're-saved by Gnumeric', () => {
  it('no false alarm', { timeout: 600_000 }, () => expectNoFalseAlarmOf('gnumeric'));
});

describeWithEngine('openpyxl', 'saved by openpyxl, which drops every result', () => {
  it('no false alarm beyond the results that are gone', { timeout: 600_000 }, async () => {
    const script = fileURLToPath(new URL('resave.py', import.meta.url));
    const saved = subjects.map((_, at) => join(folder, `openpyxl-${at}.xlsx`));
    const { code, stdout, stderr } = await runProcess(
      requireEngine('openpyxl'),
      [script, ...subjects.flatMap(({ path }, at) => [path, saved[at] ?? ''])],
      { timeoutMilliseconds: 300_000 },
    );
    expect(code, said(stdout, stderr)).toBe(0);
    await expectNoFalseAlarm(saved, ['warning result-stale']);
  });
});
