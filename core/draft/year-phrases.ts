/** Years of a text, as a phrase names them. */
export interface YearPhrase {
  /** Where the phrase stands; the end is behind the last character. */
  start: number;
  end: number;
  from: number | null;
  to: number;
  /** The years one by one where it lists several: "các năm 2026, 2027 và 2028"; null where it does not. */
  listed: readonly number[] | null;
  /** "từ năm … trở đi". */
  onwards: boolean;
  /** Whether it is the year that something is compared with: "so với năm …". */
  isBase: boolean;
  /** A vision beyond the plan: "tầm nhìn đến năm …". */
  isVision: boolean;
  /** Whether it says by when ("đến", "vào", "trong"), not only names a year. */
  isDue: boolean;
  /** Whether it names a year within which something is done, not by which: "năm 2026", "trong năm 2026". */
  isWithin: boolean;
}

const YEAR = String.raw`((?:19|20)\d{2})(?!\d|[.,]\d)`;
const PERIOD = new RegExp(
  String.raw`(?:từ\s)?(?:(?:giai đoạn|thời kỳ|thời kì|nhiệm kỳ|các năm|năm|kỳ)\s)?${YEAR}\s?(?:-|đến(?:\snăm)?|tới(?:\snăm)?)\s?(?:năm\s)?${YEAR}`,
  'gu',
);
const SINGLE = new RegExp(
  String.raw`(?:(?:từ nay )?(?:đến|tới|vào|trong|trước|sau|kể từ|từ|hết|cuối|so với|của|như)\s){0,2}(?:(?:hết|cuối|đầu|thời điểm|mốc)\s){0,2}(?:(?:năm|nắm)\s)${YEAR}(\strở đi|\sđến nay)?|(?<=[,;]\s)${YEAR}(?=\s\d{1,3}(?:,\d+)?\s?%)|(?<=[%‰]\s\()${YEAR}(?=\))|(?:đến|tới)\s${YEAR}(?!\s?(?:người|hộ|lao động|ha|trẻ|em|xã|thôn|căn|học sinh|đồng))`,
  'gu',
);
const LISTED = new RegExp(
  String.raw`(?:(?:đến|vào|trong|hết|cuối|tới)\s){0,2}(?:các\s)?năm\s${YEAR}(?:(?:,(?!\snăm\s\d{4}\s(?:là|đạt|có|còn|lên|xuống)\s(?!lần lượt))|\svà|,\svà)\s(?:(?:đến|vào|tới)\s(?!(?:(?:hết|cuối)\s)?(?:năm\s)?\d{4}\s(?:tỷ lệ|số(?!\p{L})|mức|sẽ|là|đạt|có|còn|giảm|tăng|trên|dưới|lên|xuống|khoảng|ít nhất|tối thiểu)(?!\p{L})))?(?:(?:hết|cuối)\s)?(?:năm\s)?${YEAR}(?!\s?(?:-\s?\d|%|‰|(?:người|hộ|lao động|ha|km|trẻ|em|xã|thôn|bản|căn|nhà|học sinh|lượt|triệu|tỷ(?! (?:lệ|suất|số|trọng))|đồng)(?!\p{L}))))+`,
  'gu',
);
const DAY = new RegExp(
  String.raw`(?:đến|trước|trong|vào|hết)\s(?:hết\s)?(?:ngày\s|tháng\s|quý\s)?(?:[ivx\d]{1,3}[/-]){1,2}${YEAR}`,
  'gu',
);
const NOT_BEFORE = /[\d/.]$/u;

/** Years between the first and the last of a list. */
const LONGEST_LIST = 20;

/** "Lũy kế đến tháng 4/2023": by when something was counted, not by when it is due. */
const COUNTED_BY = /(?:lũy kế|luỹ kế|tính|ước)\s(?:đến\s)?$/u;

/** Every phrase that names years, in order; those inside a period are not named again. */
export function yearPhrases(clean: string): YearPhrase[] {
  const periods = [...clean.matchAll(PERIOD)]
    .filter(({ index }) => !NOT_BEFORE.test(clean.slice(Math.max(0, index - 1), index)))
    .map((match) => {
      const [first, last] = [Number(match[1]), Number(match[2])];
      // "Từ năm học 2026 - 2027": from then on.
      const isOnwards = last === first + 1 && /(?:^|\s)từ năm học\s$/u.test(clean.slice(0, match.index));
      // "Trước năm học 2028 - 2029": by the year in which it begins.
      if (last === first + 1 && /(?:^|\s)trước năm học\s$/u.test(clean.slice(0, match.index)))
        return phrase(clean, match, null, first, false);
      return isOnwards ? phrase(clean, match, first, first, true) : phrase(clean, match, first, last, false);
    })
    .filter(
      ({ from, to, onwards }) => onwards || from === null || (from !== null && from < to && to - from <= 50),
    );
  const lists = [...clean.matchAll(LISTED)].flatMap((match) => {
    const listed = [...match[0].matchAll(/\d{4}/gu)].map(([year]) => Number(year));
    const [first = 0, last = 0] = [listed[0], listed.at(-1)];
    const rises = listed.every((year, index) => index === 0 || year > (listed[index - 1] ?? year));
    // "So với năm 2025, năm 2030 …" compares with the first; a long span is no list.
    const isCompared = /(?:so với|của|như|bằng|từ)(?:\s(?:cuối|đầu|cùng kỳ|mức))?\s$/u.test(
      clean.slice(Math.max(0, match.index - 20), match.index),
    );
    const isOver = periods.some(
      ({ start, end }) => start < match.index + match[0].length && match.index < end,
    );
    if (!rises || isCompared || isOver || last - first > LONGEST_LIST) return [];
    return [{ ...phrase(clean, match, first, last, false), listed }];
  });
  const spans = [...periods, ...lists];
  const singles = [...clean.matchAll(SINGLE)]
    .map((match) => {
      const year = Number(match[1] ?? match[3] ?? match[4] ?? match[5]);
      const onwards = match[2]?.trim() === 'trở đi' || opensSpan(clean, match);
      return phrase(clean, match, onwards ? year : null, year, onwards);
    })
    .filter((single) => !spans.some((period) => single.start < period.end && period.start < single.end));
  const days = [...clean.matchAll(DAY)].map((match) => phrase(clean, match, null, Number(match[1]), false));
  return [...spans, ...singles, ...days].sort((left, right) => left.start - right.start);
}

/** What leads to a year that opens its part stands no further before it (letters). */
const LED = 40;

/** "Từ năm 2027, 100 % …": from then on, where no second year follows. */
function opensSpan(clean: string, match: RegExpExecArray): boolean {
  const rest = clean.slice(match.index + match[0].length);
  return (
    /^(?:kể )?từ năm/u.test(match[0]) &&
    match[2] === undefined &&
    (/^\s?(?:,\s|(?:bảo đảm|đảm bảo|duy trì|mỗi năm|hằng năm|hàng năm)(?!\p{L}))/u.test(rest) ||
      // "Từ năm 2027 100 % người dân …" opens its part.
      (/^\s(?:(?:có|trên|ít nhất|tối thiểu|tất cả|toàn bộ|mọi)\s)*(?:\d[\d,]*\s?%|(?<=\s(?:tất cả|toàn bộ|mọi)\s)\p{L})/u.test(
        rest,
      ) &&
        /(?:^|[.;:,-])\s*(?:phấn đấu\s|bảo đảm\s)?$/u.test(
          clean.slice(Math.max(0, match.index - LED), match.index),
        ))) &&
    !/(?:so với|tăng|giảm)\s$/u.test(clean.slice(0, match.index))
  );
}

function phrase(
  clean: string,
  match: RegExpExecArray,
  from: number | null,
  to: number,
  onwards: boolean,
): YearPhrase {
  const before = clean.slice(Math.max(0, match.index - 36), match.index);
  const words = before + match[0];
  return {
    start: match.index,
    end: match.index + match[0].length,
    from,
    to,
    listed: null,
    onwards,
    isBase:
      (COUNTED_BY.test(before) && /(?:tháng|quý|ngày)\s/u.test(match[0])) ||
      // The period of a standard: "theo chuẩn nghèo giai đoạn 2022 - 2025".
      (from !== null && /(?:^|\s)(?:chuẩn|tiêu chí)(?:\s(?!trong\s)\p{L}+){0,5}\s$/u.test(before)) ||
      /gấp\s[^;]{0,14}(?:lần|đôi|ba)\s$|(?:tăng|giảm)\s[^;]{0,12}\slần\s$/u.test(before) ||
      /(?:so với|so cùng kỳ|bằng|như)(?:\s(?:cuối|đầu|cùng kỳ|kết quả|mức|số liệu|thời điểm|của|thực hiện|trung bình|bình quân|giai đoạn(?: năm)?))*\s?(?:năm\s)?(?:19|20)\d{2}(?:\s?-\s?\d{4})?$/u.test(
        words,
      ),
    isVision: /(?:tầm nhìn|định hướng)\s(?:đến|tới)?\s?(?:năm\s)?\d{4}$/u.test(words),
    // "xong trước mùa mưa năm 2027" is done by then.
    isWithin:
      from === null &&
      !onwards &&
      /^(?:trong\s)?năm\s/u.test(match[0]) &&
      !/(?:^|\s)trước\s(?:\p{L}+\s){1,3}$|,\s(?:và\s)?(?:hoàn thành|xong|bàn giao|đưa vào (?:sử dụng|hoạt động))\s$/u.test(
        before,
      ),
    isDue: /(?:đến|tới|vào|trong|trước|hết|cuối|giai đoạn|phấn đấu)\s/u.test(match[0]) || onwards,
  };
}

/** The years a heading gives to what stands below; the first of several, a vision only where it stands alone. */
export function yearsOfHeading(heading: string): { from: number | null; to: number } | null {
  // "…, trong đó, mục tiêu đến năm 2025 như sau:" leads to what is said last.
  // "… Chương trình … giai đoạn 2021 - 2030 với những mục tiêu cụ thể giai đoạn 2021 - 2025 như sau:" to its aims.
  const leads = /\ssau(?: đây)?\W*$/u.test(heading);
  const aims = leads ? Math.max(...['mục tiêu', 'chỉ tiêu'].map((word) => heading.lastIndexOf(word))) : 0;
  const tail = heading.slice(Math.max(aims, heading.lastIndexOf('trong đó')));
  const clean = tail !== heading && yearPhrases(tail).length > 0 ? tail : heading;
  const named = yearPhrases(clean).filter(
    ({ isBase, start }) => !isBase && !isNameOfDocument(clean.slice(0, start)),
  );
  const chosen = named.find(({ isVision }) => !isVision) ?? named[0];
  // "Mục tiêu và định hướng đến năm 2030": the year is of what comes after the aims.
  const isBesideAims =
    chosen?.isVision === true &&
    /(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp)[^:]*(?:\svà|,)\s$/u.test(
      clean.slice(0, chosen.start).replace(/(?:tầm nhìn|định hướng)\s*$/u, ''),
    );
  return isBesideAims || chosen === undefined ? null : { from: chosen.from, to: chosen.to };
}

/** The year of a heading that is nothing but a year; null where it is before the first a target may have. */
export function bareYear(heading: string, first: number): YearPhrase | null {
  const year = Number(/(?:^|\D)((?:19|20)\d{2})(?!\d)/u.exec(heading)?.[1] ?? Number.NaN);
  if (!(year >= first)) return null;
  return {
    start: 0,
    end: 0,
    from: null,
    to: year,
    listed: null,
    onwards: false,
    isBase: false,
    isVision: false,
    isDue: true,
    isWithin: true,
  };
}

/** "Chương trình … giai đoạn 2021-2025", "Nghị quyết … đến năm 2030": the years belong to a document's name. */
export function isNameOfDocument(before: string): boolean {
  const name =
    /(?:nghị quyết|quyết định|kế hoạch|đề án|chương trình(?: mục tiêu| hành động| phát triển)|chương trình mtqg|chiến lược|kết luận|chỉ thị|dự án|quy hoạch|thông tư|nghị định)[^.;:]*$/u.exec(
      before,
    );
  // "Đề án đặt mục tiêu đến năm 2025": what the document says is no part of its name.
  return (
    name !== null &&
    // "Theo kế hoạch của tỉnh, đến năm 2030 có …"
    !(/(?:^|\s)theo\s$/u.test(before.slice(0, name.index)) && /,\s*$/u.test(name[0])) &&
    !/(?:mục tiêu|chỉ tiêu)(?:\s(?:cụ thể|chung|chủ yếu|tổng quát))?\s(?:của\s)?$/u.test(
      before.slice(0, name.index),
    ) &&
    !/,\s*(?:phấn đấu|bảo đảm|đảm bảo|nâng|giảm|đến|có|theo đó|trong đó|(?:các\s)?(?:mục tiêu|chỉ tiêu))|\s(?:đặt (?:ra|mục tiêu)|đề ra|thông qua|hướng tới|xác định|nêu (?:rõ|ra)|quy định|phấn đấu)(?!\p{L})/u.test(
      name[0],
    )
  );
}
