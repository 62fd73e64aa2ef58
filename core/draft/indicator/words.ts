import { foldedName } from '../../base/name.ts';

/** Short forms and spellings of the field, as they are compared. */
const SPELLINGS: Readonly<Record<string, string>> = {
  bhxh: 'bảo hiểm xã hội',
  bhyt: 'bảo hiểm y tế',
  bhtn: 'bảo hiểm thất nghiệp',
  thcs: 'trung học cơ sở',
  thpt: 'trung học phổ thông',
  dtts: 'dân tộc thiểu số',
  đbdtts: 'đồng bào dân tộc thiểu số',
  ntm: 'nông thôn mới',
  gdnn: 'giáo dục nghề nghiệp',
  gdmn: 'giáo dục mầm non',
  ncc: 'người có công',
  btxh: 'bảo trợ xã hội',
  mtqg: 'mục tiêu quốc gia',
  kcb: 'khám chữa bệnh',
  sdd: 'suy dinh dưỡng',
  qg: 'quốc gia',
  hvs: 'hợp vệ sinh',
  lđ: 'lao động',
};
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/bác sỹ/gu, 'bác sĩ'],
  [/dược sỹ/gu, 'dược sĩ'],
  [/v[aắ]c[\s-]?xin/gu, 'vắc xin'],
  [/tỉ lệ/gu, 'tỷ lệ'],
  [/hàng (năm|tháng)/gu, 'hằng $1'],
  [/liệt sỹ/gu, 'liệt sĩ'],
  [/tiêu chuẩn/gu, 'chuẩn'],
  [/(?:0?1 )?vạn dân|10[. ]?000 (?:người )?dân/gu, 'vạn dân'],
  [/hộ (?:dân|gia đình)/gu, 'hộ'],
  [/(?:số|người) dân(?!\p{L})|dân cư/gu, 'dân số'],
];
const STOP = new Set(
  'tỷ lệ số của các và có được đạt là trên dưới về cho từ đến năm theo với trong tại những một ở hoặc khoảng ít nhất tối thiểu phấn đấu bảo đảm đảm trở lên xuống giảm tăng còn cuối hết toàn tỉnh địa bàn duy trì giai đoạn người này đó nâng tổng so'.split(
    ' ',
  ),
);

/** The syllables of a text that say something, in order, spelt one way. */
export function syllablesOf(text: string): string[] {
  let lower = text.normalize('NFC').toLocaleLowerCase('vi');
  for (const [spelling, plain] of PHRASES) lower = lower.replaceAll(spelling, plain);
  return (lower.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [])
    .flatMap((word) => (SPELLINGS[word] ?? word).split(' '))
    .map((syllable) => plainSyllable(syllable));
}

const known = new Map<string, string>();

/** The tone stands over either vowel ("hoà", "hòa"). */
function plainSyllable(syllable: string): string {
  const before = known.get(syllable);
  if (before !== undefined) return before;
  const plain = foldedName(syllable);
  known.set(syllable, plain);
  return plain;
}

const stopped = new Set([...STOP].map((word) => foldedName(word)));

/** Whether a syllable stands everywhere and says nothing of what is counted. */
export function isStopped(syllable: string): boolean {
  return stopped.has(syllable);
}

/** Single syllables that say something and every pair of neighbours, as they are weighed. */
export function featuresOf(syllables: readonly string[]): Set<string> {
  const features = new Set<string>();
  syllables.forEach((syllable, index) => {
    const next = syllables[index + 1];
    if (!stopped.has(syllable)) features.add(syllable);
    if (next !== undefined && !(stopped.has(syllable) && stopped.has(next)))
      features.add(`${syllable} ${next}`);
  });
  return features;
}
