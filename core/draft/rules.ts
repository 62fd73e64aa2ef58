/** What a rule says to a planner: why a field was read so. One line a rule; Vietnamese and English. */
export const ruleTexts = {
  // Role
  'role-target': ['mục tiêu', 'a target'],
  'role-results-section': ['đứng trong phần kết quả, thực trạng', 'stands among results'],
  'role-past': ['nói về hiện tại hoặc năm đã qua', 'speaks of the present or a past year'],
  'role-from': ['số xuất phát của “từ … lên, xuống …”', 'where “from … to …” starts'],
  // Comparator
  'comparator-word-before': ['từ đứng trước số', 'the word before the number'],
  'comparator-word-after': ['từ đứng sau số', 'the word behind the number'],
  'comparator-from': ['“từ” đứng một mình trước số', '“from” alone before the number'],
  'comparator-range': ['hai đầu của một khoảng', 'two ends of a range'],
  'comparator-list': [
    'từ đứng đầu danh sách có chung vị ngữ',
    'the word before a list that shares one predicate',
  ],
  'comparator-bare': ['số đứng một mình hoặc sau “đạt”', 'a bare number'],
  'comparator-group': ['nằm trong nhóm, tốp', 'within a group or top'],
  // Year
  'year-beside': ['năm ghi cạnh số', 'the year beside the number'],
  'year-sentence': ['năm ghi trong câu', 'the year of the sentence'],
  'year-sentence-end': ['năm ghi ở vế khác của câu', 'the year of another part of the sentence'],
  'year-over-parts': [
    'năm ghi ở vế khác của câu, bên kia dấu chấm phẩy',
    'the year of another part of the sentence, over a semicolon',
  ],
  'year-paragraph': ['năm ghi ở câu trước trong đoạn', 'the year of an earlier sentence of the paragraph'],
  'year-cell': ['năm ghi ở tiêu đề cột', 'the year of the column heading'],
  'year-heading': ['năm ghi ở đề mục', 'the year of the heading'],
  'year-in-turn': [
    '“lần lượt”: năm đứng cùng thứ tự với số',
    '“in turn”: the year at the place of the number',
  ],
  'year-each': [
    'mỗi năm trong các năm liền nhau câu kể ra',
    'each of the successive years the sentence lists',
  ],
  'year-list': ['câu kể nhiều năm', 'the sentence lists several years'],
  'year-onwards': ['“từ năm … trở đi”: đến hết kỳ kế hoạch', '“from … on”: to the end of the plan'],
  'year-plan': ['không ghi năm: lấy theo kỳ kế hoạch', 'no year printed: the period of the plan'],
  'year-plan-not-over': [
    'năm chỉ ghi ở vế khác của câu: việc này lấy theo kỳ kế hoạch',
    'a year in another part of the sentence only: the period of the plan',
  ],
  'year-left': [
    '“các năm còn lại”, “hai năm đầu”: theo các năm câu đã nêu và kỳ kế hoạch',
    '“the remaining years”: by the years named before and the period of the plan',
  ],
  'year-none': ['văn bản không ghi năm của số này', 'the document gives this figure no year'],
  'year-past': ['năm đã qua ghi cạnh số', 'the past year beside the number'],
  // Kind
  'kind-level': ['mức phải đạt vào năm ấy', 'a level to be reached'],
  'kind-keep': ['“duy trì”, “giữ vững”', '“keep”'],
  'kind-ensure': ['bảo đảm suốt kỳ, câu không ghi năm', 'ensured throughout, no year printed'],
  'kind-every-year': ['mức phải đạt trong mọi năm', 'a level of every year'],
  'kind-points': ['tỷ lệ tăng, giảm mỗi năm: điểm phần trăm', 'a share that moves every year: points'],
  'kind-growth': ['số lượng tăng, giảm phần trăm mỗi năm', 'a count that moves by per cent every year'],
  'kind-flow': ['số thực hiện mỗi năm', 'an amount of every year'],
  'kind-flow-one-year': [
    'kế hoạch một năm: số thực hiện trong năm',
    'a plan of one year: the amount of the year',
  ],
  'kind-caseload': ['số đang hưởng trong từng năm, không cộng dồn', 'a caseload, not added up'],
  'kind-each-year': ['số của từng năm trong danh sách', 'an amount of each year listed'],
  'kind-total': ['số cộng dồn cả giai đoạn', 'an amount over the period'],
  'kind-relative': [
    'tăng, giảm phần trăm so với năm gốc, tính cho cả kỳ',
    'a change against a base over the period',
  ],
  'kind-relative-no-base': [
    'tăng, giảm phần trăm không ghi “mỗi năm”: đọc là cho cả kỳ',
    'a change in per cent without “a year”: over the period',
  ],
  'kind-relative-other': [
    'so với quy định hoặc nơi khác, không phải so với một năm',
    'compared with a rule or with others, not with a year',
  ],
  'kind-multiple': [
    'số lần so với năm gốc, tính ra phần trăm tăng, giảm',
    'a multiple of the base, as a change in per cent',
  ],
  'kind-list': ['theo số đứng đầu danh sách', 'as the head of the list'],
  'kind-zero': ['“không còn”, “xóa”: bằng 0', '“none left”: nought'],
  'kind-done': ['việc phải xong, không có số', 'something to be done, without a number'],
  // Stratum
  'stratum-none': ['toàn bộ', 'the whole'],
  'stratum-words': ['nhóm ghi cạnh số', 'the group named beside the number'],
  'stratum-list': ['nhóm của cả danh sách', 'the group of the list'],
  'stratum-heading': ['nhóm ghi ở đề mục', 'the group of the heading'],
  'stratum-cell': ['nhóm ghi ở dòng hoặc cột của bảng', 'the group of the row or column'],
  // Period and date
  'period-title': ['kỳ ghi ở tên kế hoạch', 'the period in the title'],
  'period-years': [
    'từ ngày ban hành đến năm xa nhất của mục tiêu',
    'from its date to the last year of a target',
  ],
  'date-head': ['ngày ghi ở đầu văn bản', 'the day at the head of the document'],
  'date-latest': ['ngày gần nhất mà phần đầu nhắc tới', 'the latest day that the head mentions'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type RuleId = keyof typeof ruleTexts;
