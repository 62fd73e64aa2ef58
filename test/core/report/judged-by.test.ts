import { describe, expect, it } from 'vitest';
import { paperOf } from '../../../core/report/paper.ts';
import { judgedBySentence } from '../../../core/report/sentences.ts';
import type { Entry } from '../../../core/store/entry.ts';
import type { Sent } from '../consolidate/fixture.ts';
import { all, department, reported } from './fixture.ts';

describe('what verdicts go by', () => {
  it('is said of a round shorter than a year, with the day until which figures count', () => {
    const round = { frequency: 'quarter', year: 2023, cutOff: '2023-06-15' } as const;
    const said = judgedBySentence(round, 'quý II năm 2023', 'vi');
    expect(said).toContain('số của cả năm 2023');
    expect(said).toContain('đến ngày 15/06/2023');
    expect(said).toContain('số riêng của quý II năm 2023 không dùng để đánh giá');
    expect(judgedBySentence(round, 'the second quarter of 2023', 'en')).toContain('the whole year 2023');
  });

  it('is in returns of the round, never in those of the whole year', async () => {
    const estimate = { vintage: 'estimate' } as const;
    const jobs = (value: string, round: string, of: Partial<Entry> = {}) => ({
      ...department('SLDTBXH', { 'new-jobs|_T': value }),
      of,
      said: { round },
    });
    const verdict = async (...sent: Sent[]) => {
      const { judgedBy, targets } = await reported(sent, { round: '2023-S1' });
      expect(judgedBy).toContain('đến ngày');
      return targets.find(({ key }) => key.includes('|new-jobs|_T|'))?.verdict;
    };
    expect(await verdict(jobs('9900', '2023'))).toBe('noFigure');
    expect(await verdict(jobs('6000', '2023-S1', estimate))).toBe('notMet');
    expect(await verdict(jobs('6000', '2023-S1', estimate), jobs('9900', '2023'))).toBe('notMet');
    expect(await verdict(jobs('6000', '2023-Q1', estimate))).toBe('notMet');
  });

  it('is not said of a year, where nothing else could be meant', async () => {
    const view = await reported(all({ 'new-jobs|_T': '1' }));
    expect(view.judgedBy).toBe('');
    expect(paperOf(view).sections[0]?.lines).not.toContain('');
  });
});
