import { countryHtml } from '../../../formats/html/country.ts';
import { reportHtml } from '../../../formats/html/report.ts';
import type { CountryView } from '../../../core/report/country.ts';
import type { ReportView } from '../../../core/report/view.ts';
import { all, department, given, DISTRICTS, reported } from '../../core/report/fixture.ts';

const SENT = [
  ...all({ 'new-jobs|_T': '900', 'poor-households|_T': '3', 'households|_T': '1000' }),
  department('SLDTBXH', { 'new-jobs|_T': '7000', 'vocational-training-persons|_T': '9000' }),
];

/** The report on a year, in which most is said. */
export function yearReport(): Promise<ReportView> {
  return reported(SENT, { assignments: DISTRICTS.map((unit) => given(unit, 'new-jobs', 1000)) });
}

/** The report on a half-year that was closed, and corrected since. */
export function closedHalf(): Promise<ReportView> {
  const said = (value: string, more: object = {}) => ({
    ...department('SLDTBXH', { 'new-jobs|_T': value }),
    of: { vintage: 'estimate' },
    said: { round: '2023-S1', ...more },
  });
  const reason = 'Rà soát lại số lao động đi làm việc ở nước ngoài theo hợp đồng';
  const why = [{ code: 'store-after-close', severity: 'note' as const, place: {}, data: { reason } }];
  const closing = { round: '2023-S1', checksum: '', figures: 1, leftOpen: [] };
  const about = { return: null, target: null, figure: null, at: '2023-07-10T08:00:00+07:00' };
  return reported([said('6000')], {
    round: '2023-S1',
    decisions: [{ kind: 'close', ...about, closing, by: 'Phòng Tổng hợp', reason: 'Hết hạn' }],
    later: [said('6400', { state: 'correction', corrects: 1, why })],
  });
}

/** The page on the country, over reports on two provinces. */
export function countryOf({ counts, round, language, today, corrections }: ReportView): CountryView {
  const row = { counts, daysLate: '', page: 'bao-cao_VN12_2023.html' };
  return {
    language,
    round,
    today,
    sentences: [
      '1/3 tỉnh đã gửi; tổng này chưa phải của cả nước.',
      'Chưa gửi: Tỉnh Quảng Ngãi, Tỉnh Thái Bình.',
    ],
    rows: [
      { ...row, id: 'VN12', name: 'Tỉnh Lai Châu', word: 'đã gửi', closed: '10/07/2023', units: '7/9' },
      {
        ...row,
        id: 'VN51',
        name: 'Tỉnh Quảng Ngãi',
        word: 'chưa nhận',
        closed: '',
        units: '0/14',
        daysLate: '12',
      },
    ],
    totals: [
      {
        key: 'new-jobs|_T',
        name: 'Số lao động được giải quyết việc làm trong năm',
        unit: 'người',
        values: ['7.000 (8/22)', '7.000 (8/8)', '– (0/14)'],
      },
    ],
    corrections,
  };
}

/** Every kind of page a report comes to, by what it is. */
export async function reportPages(): Promise<Record<string, string>> {
  const [year, half] = [await yearReport(), await closedHalf()];
  return {
    'a year': await reportHtml(year),
    'a half-year that was closed and corrected': await reportHtml(half),
    'a quarter': await reportHtml(await reported(SENT, { round: '2023-Q3' })),
    'a year, for publication': await reportHtml(await reported(SENT, { threshold: 5 })),
    'a year, in English': await reportHtml(await reported(SENT, { language: 'en' })),
    'the country': await countryHtml(countryOf(half)),
  };
}
