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

  describe('of a half-year that was closed', () => {
    const S1 = { round: '2023-S1' };
    const close = {
      kind: 'close',
      return: null,
      target: null,
      figure: null,
      closing: { ...S1, checksum: '', figures: 0, leftOpen: [] },
      at: '2023-07-10T08:00:00+07:00',
      by: 'P',
      reason: 'r',
    } as const;
    const said = (value: string, more: Partial<Sent['said']> = {}, of: Partial<Entry> = {}): Sent => ({
      ...department('SLDTBXH', { 'new-jobs|_T': value }),
      of: { vintage: 'estimate', ...of },
      said: { ...S1, ...more },
    });
    const why = [
      { code: 'store-after-close', severity: 'note', place: {}, data: { reason: 'Rà soát lại' } } as const,
    ];
    const before = [said('6000'), said('5500', {}, { period: '2022', vintage: 'final' })];
    const judged = ({ targets, worst, counts, headline }: Awaited<ReturnType<typeof reported>>) => ({
      targets,
      worst,
      counts,
      headline,
    });

    it.each([
      ['a later estimate of the same round', said('9900', { state: 'correction', corrects: 1, why })],
      [
        'one of an earlier round that comes late',
        said('9900', { round: '2023-Q1', why }, { vintage: 'final' }),
      ],
      [
        'what the planner gives',
        said('9900', { round: '_', reporter: 'planner' }, { reporter: 'planner', vintage: 'final' }),
      ],
    ])('is what was in force then: %s is told beside it', async (_, later) => {
      const closed = await reported(before, { ...S1, decisions: [close] });
      const after = await reported(before, { ...S1, decisions: [close], later: [later] });
      expect(closed.judgedBy).toContain('số có hiệu lực khi khóa (10/07/2023)');
      expect(judged(after)).toEqual(judged(closed));
      expect(closed.corrections).toEqual([]);
      expect(after.corrections).toMatchObject([
        { name: expect.stringContaining('(năm 2023)') as string, before: '6.000', after: '9.900' },
      ]);
      expect(after.closed).toContain('1 số đã sửa sau khi khóa (1 số của kỳ khác)');
      if (later.said?.why) expect(after.corrections[0]?.reasons).toEqual(['Rà soát lại']);
    });

    it('is not what was withdrawn since, nor chosen', async () => {
      const decisions = [close, { ...close, kind: 'withdraw' as const, return: 1, reason: 'Gửi nhầm' }];
      const { closing, ...withdrawn } = decisions[1] ?? close;
      expect(closing).toBeDefined();
      const after = await reported(before, { ...S1, decisions: [close, withdrawn] });
      expect(judged(after)).toEqual(judged(await reported(before, { ...S1, decisions: [close] })));
      expect(after.corrections).toMatchObject([{ before: '6.000', after: '–', reasons: ['Gửi nhầm'] }]);
    });

    it('is told also of earlier years, and of those in the report on a year', async () => {
      const year = { ...close, closing: { ...close.closing, round: '2023' } };
      const corrected = said('5600', { round: '2022', why }, { period: '2022', vintage: 'final' });
      const own = [
        department('SLDTBXH', { 'new-jobs|_T': '6000' }),
        said('5500', { round: '2022' }, { period: '2022', vintage: 'preliminary' }),
      ];
      const after = await reported(own, { decisions: [year], later: [corrected] });
      expect(after.corrections).toMatchObject([
        { name: expect.stringContaining('(năm 2022)') as string, before: '5.500', after: '5.600' },
      ]);
    });
  });

  it('is not said of a year, where nothing else could be meant', async () => {
    const view = await reported(all({ 'new-jobs|_T': '1' }));
    expect(view.judgedBy).toBe('');
    expect(paperOf(view).sections[0]?.lines).not.toContain('');
  });
});
