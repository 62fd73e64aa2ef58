import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/base/text.ts';
import { catalogueOn } from '../../../core/catalogue/on-date.ts';
import { plansOn } from '../../../core/plan/on-date.ts';
import { receiverOf } from '../../../core/plan/receiver.ts';
import { signerLines } from '../../../core/plan/signer.ts';
import { jobsOf, reportingOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const { catalogue, plans } = await loadSeeds();

/** Every reporter of every plan in its first and last year, and on both sides of the reform. */
const reports = plans.flatMap((plan) => {
  const { from, to } = plan.file.period;
  const acrossReform = from <= 2025 && 2025 <= to ? ['2025-S1', '2025'] : [];
  return [String(from), ...acrossReform, String(to)].flatMap((round) =>
    jobsOf([plan], catalogue, { round }).map((job) => {
      const { file } = plansOn([plan], catalogue, reportingOf(job).cutOff).plans[0];
      return {
        where: `${plan.file.id} ${round}`,
        date: reportingOf(job).cutOff,
        reporter: job.reporter,
        receiver: receiverOf(file, job.reporter),
        signer: signerLines(file, job.reporter),
      };
    }),
  );
});

describe('every report of the five plans', () => {
  it('goes to somebody else than who makes it, and no body that has ended', () => {
    expect(new Set(reports.map(({ reporter }) => reporter.level))).toEqual(
      new Set(['province', 'district', 'commune', 'department']),
    );
    const toThemselves = reports.filter(({ reporter, receiver }) => fold(receiver) === fold(reporter.name));
    expect(toThemselves.map(({ where, reporter }) => `${where} ${reporter.id}`)).toEqual([]);
    const known = new Set([...catalogue.bodies.values()].map(({ id, name }) => name ?? id));
    const ended = reports.filter(
      ({ date, receiver }) => known.has(receiver) && !catalogueOn(catalogue, date).bodies.has(receiver),
    );
    expect(ended.map(({ where, receiver }) => `${where} ${receiver}`)).toEqual([]);
    const ministries = reports.filter(({ receiver }) => receiver.startsWith('Bộ '));
    for (const { date, receiver } of ministries)
      expect(receiver).toBe(date < '2025-03-01' ? 'Bộ Lao động - Thương binh và Xã hội' : 'Bộ Nội vụ');
  });

  it('is signed for the people’s committee of a district or commune, by its head in a department', () => {
    for (const { reporter, signer } of reports) {
      const isCommittee = reporter.level === 'district' || reporter.level === 'commune';
      expect(signer.join('|') === 'TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH', reporter.id).toBe(isCommittee);
    }
  });
});
