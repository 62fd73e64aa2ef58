import type { Language } from '../base/finding.ts';
import { vietnameseDate } from '../round/round.ts';
import { returnName } from './model.ts';
import { hasSent, type ProvinceLine } from './provinces.ts';
import { provinceStateWords } from './words.ts';

/** The provinces whose closed round is not there, as people have to be told of them beside every total. */
export interface MissingProvinces {
  /** Owing: their plans are here, their round is not, or waits. */
  owing: readonly ProvinceLine[];
  /** Their plans are not here, so that nobody knows what they owe. */
  unknown: readonly ProvinceLine[];
}

/** Who is missing from the round of the country. */
function missingProvinces(lines: readonly ProvinceLine[]): MissingProvinces {
  return {
    owing: lines.filter((line) => line.plans.length > 0 && !hasSent(line)),
    unknown: lines.filter(({ plans }) => plans.length === 0),
  };
}

/**
 * Which provinces a total of the country has, and by name which it lacks: no part is taken for the whole.
 * @param naming whether those without a plan are named here, too; a list of all provinces says it of each
 * @returns sentences; the first says how many have sent
 */
export function coverageSentences(
  lines: readonly ProvinceLine[],
  language: Language,
  naming: 'all' | 'owing' = 'all',
): string[] {
  const vi = language === 'vi';
  const { owing, unknown } = missingProvinces(lines);
  const sent = lines.filter(hasSent).length;
  const names = (ones: readonly ProvinceLine[]) => ones.map(({ name }) => name.normalize('NFC')).join(', ');
  const corrected = lines.filter(({ state }) => state === 'corrected');
  const late = lines.filter((line) => hasSent(line) && (line.daysLate ?? 0) > 0);
  return [
    vi
      ? `${sent}/${lines.length} tỉnh, thành phố đã gửi kỳ đã khóa sổ${sent < lines.length ? '; tổng của các tỉnh này chưa phải của cả nước' : ''}.`
      : `${sent} of ${lines.length} provinces have sent their closed round${sent < lines.length ? '; their totals are not those of the whole country' : ''}.`,
    ...(owing.length === 0 ? [] : [`${vi ? 'Chưa có' : 'Missing'} (${owing.length}): ${names(owing)}.`]),
    ...(unknown.length === 0 || naming === 'owing'
      ? []
      : [
          vi
            ? `Chưa có kế hoạch ở đây (${unknown.length}): ${names(unknown)}.`
            : `Without a plan here (${unknown.length}): ${names(unknown)}.`,
        ]),
    ...(late.length === 0
      ? []
      : [
          `${vi ? 'Gửi trễ' : 'Late'} (${late.length}): ${late
            .map(({ name, daysLate }) => `${name.normalize('NFC')} ${daysLate ?? 0} ${vi ? 'ngày' : 'days'}`)
            .join(', ')}.`,
        ]),
    ...corrected.map(({ name, corrections, closed }) =>
      vi
        ? `${name.normalize('NFC')}: ${corrections.length} số đã sửa sau khi khóa sổ ngày ${closedDay(closed, language)}.`
        : `${name.normalize('NFC')}: ${corrections.length} figures corrected since the round was closed on ${closedDay(closed, language)}.`,
    ),
  ];
}

/** Day on which a province closed its round, as people of a language write it; '' where none is known. */
export function closedDay(closed: ProvinceLine['closed'], language: Language): string {
  return dayIn(closed?.at, language);
}

function dayIn(time: string | undefined, language: Language): string {
  const day = time?.slice(0, 10) ?? '';
  return language === 'vi' && day !== '' ? vietnameseDate(day) : day;
}

/** What a list of provinces says of each first: id, name, state, set, day it came, day its round was closed. */
export function provinceCells(line: ProvinceLine, language: Language): string[] {
  return [
    line.province,
    line.name,
    provinceStateWords[line.state][language],
    line.set ? returnName(line.set.number) : '',
    dayIn(line.set?.received, language),
    closedDay(line.closed, language),
  ];
}
