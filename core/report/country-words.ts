import type { Language } from '../base/finding.ts';

/** What the report on the country says beside its figures. */
export interface CountryWords {
  title: string;
  country: string;
  sections: { coverage: string; provinces: string; totals: string; corrections: string };
  heads: {
    province: string;
    state: string;
    closed: string;
    units: string;
    late: string;
    figure: string;
    unit: string;
    all: string;
    place: string;
    before: string;
    after: string;
    reason: string;
  };
  provincesNote: string;
  totalsNote: string;
}

export const countryWords: Record<Language, CountryWords> = {
  vi: {
    title: 'Báo cáo kết quả thực hiện chỉ tiêu của các tỉnh, thành phố',
    country: 'Cả nước',
    sections: {
      coverage: 'Tỉnh nào đã gửi, tỉnh nào chưa',
      provinces: 'Từng tỉnh, thành phố',
      totals: 'Số cộng của các đơn vị đã có',
      corrections: 'Số tỉnh đã sửa sau khi khóa sổ',
    },
    heads: {
      province: 'Tỉnh, thành phố',
      state: 'Trạng thái',
      closed: 'Khóa sổ',
      units: 'Đơn vị đã có / phải có',
      late: 'Ngày trễ',
      figure: 'Chỉ tiêu',
      unit: 'Đơn vị tính',
      all: 'Tất cả đơn vị ở đây',
      place: 'Đơn vị',
      before: 'Khi khóa sổ',
      after: 'Hiện nay',
      reason: 'Lý do',
    },
    provincesNote:
      'Bấm tên tỉnh để xem báo cáo của tỉnh và từng đơn vị; các cột sau là số chỉ tiêu của tỉnh theo đánh giá.',
    totalsNote:
      'Trong ngoặc: số đơn vị có số / số đơn vị phải có. Tổng chưa đủ đơn vị không dùng để đánh giá. Tỷ lệ là tổng tử số chia tổng mẫu số của các đơn vị có cả hai.',
  },
  en: {
    title: 'Report on the targets of the provinces',
    country: 'The country',
    sections: {
      coverage: 'Which provinces have sent, and which have not',
      provinces: 'Province by province',
      totals: 'What the units that are here come to',
      corrections: 'Figures corrected after a province closed its round',
    },
    heads: {
      province: 'Province',
      state: 'State',
      closed: 'Closed',
      units: 'Units there / owing',
      late: 'Days late',
      figure: 'Figure',
      unit: 'Unit',
      all: 'All units here',
      place: 'Unit',
      before: 'When it was closed',
      after: 'Now',
      reason: 'Reason',
    },
    provincesNote:
      'The name of a province leads to the report on it and its units; the columns after it count its targets by their verdict.',
    totalsNote:
      'In brackets: units with a figure / units that owe one. A total that lacks units is used for no verdict. A rate is the sum of numerators over the sum of denominators of the units that have both.',
  },
};
