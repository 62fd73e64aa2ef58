import { type Language, message } from '../base/finding.ts';
import { type ShownFigure, figureText } from '../target/figure-text.ts';
import { excerpt } from '../base/message-pieces.ts';
import type { ReadField } from '../plan/schema.ts';
import type { ReadOtherwise } from './second-reading.ts';
import { readFieldWords } from './second-reading-shown.ts';

/** A target as lint messages name it. */
export interface NamedTarget {
  plan: string;
  id: string;
  /** Name of its indicator. */
  name: { vi: string; en: string };
  figure: ShownFigure;
  yearFrom: number | null;
  yearTo: number | null;
  /** Line of the document. */
  line: number;
}

/** A target in a list of targets that share a finding. */
export interface ListedTarget {
  id: string;
  line: number;
}

/**
 * Why no unit below the province is asked: a group of units, a body with branches of its own, a body that reports it
 * commune by commune, no figure so low.
 */
export type NoUnitReason = 'group' | 'own-branches' | 'by-commune' | 'level';

const noUnitReasons: Record<NoUnitReason, Record<Language, string>> = {
  group: { vi: 'mục tiêu của một nhóm đơn vị', en: 'the target of a group of units' },
  'own-branches': { vi: 'cơ quan tự có số', en: 'the body has branches of its own' },
  'by-commune': { vi: 'sở, ngành báo cáo theo từng xã', en: 'the body reports it commune by commune' },
  level: { vi: 'số không có ở cấp ấy', en: 'the figure does not exist so low' },
};

/** Findings of `plan lint`. None is an error: what a document says is reported, never repaired. */
export const lintMessages = {
  'lint-contradiction': message<{ target: NamedTarget; other: NamedTarget }>(
    'warning',
    ({ target, other }) =>
      `${target.name.vi}: hai mục cùng chỉ tiêu và thời gian nhưng khác số: ${shown(target, 'vi')} và ${shown(other, 'vi')}. Hãy hỏi cơ quan ban hành, ghi kết luận vào note.`,
    ({ target, other }) =>
      `${target.name.en}: two entries for the same indicator and time differ: ${shown(target, 'en')} and ${shown(other, 'en')}. Ask the issuer and record the answer in a note.`,
  ),
  'lint-stated-twice': message<{ target: NamedTarget; other: NamedTarget }>(
    'warning',
    ({ target, other }) =>
      `${target.name.vi}: ${shown(target, 'vi')} trùng với ${shown(other, 'vi')}. Hãy gộp thành một mục có hai citations.`,
    ({ target, other }) =>
      `${target.name.en}: ${shown(target, 'en')} repeats ${shown(other, 'en')}. Make it one entry with two citations.`,
  ),
  'lint-later-is-worse': message<{ target: NamedTarget; earlier: NamedTarget }>(
    'warning',
    ({ target, earlier }) =>
      `${target.name.vi}: ${shown(target, 'vi')} kém hơn mục tiêu của năm trước đó, ${shown(earlier, 'vi')}. Hãy kiểm tra số và năm.`,
    ({ target, earlier }) =>
      `${target.name.en}: ${shown(target, 'en')} is worse than the target of an earlier year, ${shown(earlier, 'en')}. Check figures and years.`,
  ),
  'lint-below-earlier-plan': message<{ target: NamedTarget; earlier: NamedTarget }>(
    'warning',
    ({ target, earlier }) =>
      `${target.name.vi}: ${shown(target, 'vi')} đặt yêu cầu thấp hơn kế hoạch trước, ${shownWithPlan(earlier, 'vi')}. Hãy giải trình hoặc kiểm tra lại.`,
    ({ target, earlier }) =>
      `${target.name.en}: ${shown(target, 'en')} asks for less than the earlier plan, ${shownWithPlan(earlier, 'en')}. Explain or check it.`,
  ),
  'lint-below-related-target': message<{ target: NamedTarget; earlier: NamedTarget }>(
    'note',
    ({ target, earlier }) =>
      `${target.name.vi}: ${shown(target, 'vi')} đặt yêu cầu thấp hơn kế hoạch trước ở chỉ tiêu gần nghĩa “${earlier.name.vi}”, ${shownWithPlan(earlier, 'vi')}. Định nghĩa khác nhau nên chỉ để tham khảo.`,
    ({ target, earlier }) =>
      `${target.name.en}: ${shown(target, 'en')} is less than the earlier plan asked of the related “${earlier.name.en}”, ${shownWithPlan(earlier, 'en')}. The definitions differ, so this is for information.`,
  ),
  'lint-earlier-plan-unread': message<{ plan: string }>(
    'note',
    ({ plan }) => `Chưa đối chiếu được với kế hoạch ${plan} vì tệp của kế hoạch đó còn lỗi.`,
    ({ plan }) => `The plan ${plan} was not compared with, because its file has errors.`,
  ),
  'lint-year-not-printed': message<{ targets: ListedTarget[] }>(
    'note',
    ({ targets }) =>
      `${targets.length} mục tiêu không in năm trong văn bản, lấy theo thời kỳ kế hoạch: ${listed(targets, 'vi')}.`,
    ({ targets }) =>
      `${targets.length} targets have no year in the document and take the plan's period: ${listed(targets, 'en')}.`,
  ),
  'lint-no-baseline': message<{ targets: ListedTarget[] }>(
    'warning',
    ({ targets }) =>
      `${targets.length} mục tiêu chưa có số gốc trong văn bản và tệp số gốc nên chưa vẽ được lộ trình: ${listed(targets, 'vi')}. Hãy thêm vào tệp số gốc (--baselines) hoặc nhập ở trang Số gốc của sổ.`,
    ({ targets }) =>
      `${targets.length} targets have no baseline in the document or the baseline file, so no path can be drawn: ${listed(targets, 'en')}. Add it to the baseline file (--baselines) or on the sheet Số gốc of the workbook.`,
  ),
  'lint-baseline-of-other-year': message<{ targets: (ListedTarget & { wanted: number; given: number[] })[] }>(
    'warning',
    ({ targets }) =>
      `${targets.length} mục tiêu tăng, giảm có số gốc nhưng không đúng năm lấy làm gốc nên chưa vẽ được lộ trình, chưa đánh giá được: ${targets
        .map(
          ({ id, line, wanted, given }) =>
            `${id} (dòng ${line}) cần số năm ${wanted}, ${given.length === 0 ? 'số đã có không ghi năm' : `chỉ có số năm ${given.join(', ')}`}`,
        )
        .join('; ')}. Hãy thêm số của đúng năm vào tệp số gốc (--baselines).`,
    ({ targets }) =>
      `${targets.length} targets of a change have a baseline, but not of their base year, so no path can be drawn and nothing is judged: ${targets
        .map(
          ({ id, line, wanted, given }) =>
            `${id} (line ${line}) needs ${wanted}, ${given.length === 0 ? 'the figure given has no year' : `given is ${given.join(', ')}`}`,
        )
        .join('; ')}. Add the figure of that year to the baseline file (--baselines).`,
  ),
  'lint-districts-ended': message<{
    target: NamedTarget;
    counted: { vi: string; en: string };
    ended: string;
    legalBasis: { vi: string; en: string };
  }>(
    'warning',
    ({ target, counted, ended, legalBasis }) =>
      `${target.name.vi}: ${shown(target, 'vi')} tính theo “${counted.vi}”, nhưng cấp huyện đã kết thúc từ ${dateText(ended, 'vi')} (${legalBasis.vi}). Hãy xác định lại mẫu số hoặc phạm vi.`,
    ({ target, counted, ended, legalBasis }) =>
      `${target.name.en}: ${shown(target, 'en')} rests on “${counted.en}”, but districts ended on ${dateText(ended, 'en')} (${legalBasis.en}). Settle a new denominator or scope.`,
  ),
  'lint-stratum-without-members': message<{
    target: NamedTarget;
    stratum: { vi: string; en: string };
    date: string;
    last: string | null;
  }>(
    'warning',
    ({ target, stratum, date, last }) =>
      `${target.name.vi}: ${shown(target, 'vi')} tính cho “${stratum.vi}”, nhưng ngày ${dateText(date, 'vi')} không đơn vị nào thuộc nhóm${last === null ? '' : ` (chỉ có đến ${dateText(last, 'vi')})`}: không ai báo cáo và không đánh giá. Hãy ghi nhãn cho các đơn vị hiện nay thuộc nhóm vào tệp nhãn của kế hoạch (units/), theo văn bản của tỉnh; "chitieu units tags" suy sẵn từ huyện cũ.`,
    ({ target, stratum, date, last }) =>
      `${target.name.en}: ${shown(target, 'en')} is for “${stratum.en}”, but on ${dateText(date, 'en')} no unit belongs to it${last === null ? '' : ` (the last until ${dateText(last, 'en')})`}: nobody reports and nothing is judged. Tag the present units of the group in the plan's memberships (units/), by a document of the province; "chitieu units tags" derives them from former districts.`,
  ),
  'lint-stratum-members-mixed': message<{ stratum: { vi: string; en: string }; units: string[] }>(
    'warning',
    ({ stratum, units }) =>
      `${units.length} đơn vị ghép từ đất trong và ngoài “${stratum.vi}”, chưa được xếp vào nhóm: ${units.join('; ')}. Số của nhóm không gồm các đơn vị này; nếu thuộc nhóm theo văn bản của tỉnh, hãy ghi nhãn vào tệp nhãn của kế hoạch (units/).`,
    ({ stratum, units }) =>
      `${units.length} units are made of ground inside and outside “${stratum.en}” and are not in it: ${units.join('; ')}. The group's figures leave them out; if a document of the province counts them in, tag them in the plan's memberships (units/).`,
  ),
  'lint-no-unit-below': message<{
    date: string;
    afterReform: boolean;
    targets: (ListedTarget & { body: string; reason: NoUnitReason })[];
  }>(
    'note',
    ({ date, afterReform, targets }) =>
      `${targets.length} mục tiêu không ${afterReform ? 'xã' : 'huyện'} nào được hỏi (ngày ${dateText(date, 'vi')}); sổ của tỉnh và của cơ quan có số thì có: ${withReasons(targets, 'vi')}.`,
    ({ date, afterReform, targets }) =>
      `${targets.length} targets are asked of no ${afterReform ? 'commune' : 'district'} (on ${dateText(date, 'en')}); the workbooks of the province and of the body of record have them: ${withReasons(targets, 'en')}.`,
  ),
  'lint-read-otherwise': message<{ target: NamedTarget; quote: string; otherwise: ReadOtherwise[] }>(
    'warning',
    ({ target, quote, otherwise }) =>
      `${target.name.vi}: câu “${excerpt(quote, 120)}” [${target.id}, dòng ${target.line}] được đọc lại khác với tệp: ${otherwise.map((one) => `${readFieldWords[one.field].vi}: câu ghi “${one.read.vi}”, tệp ghi “${one.written.vi}”`).join('; ')}. Hãy sửa, hoặc ghi lý do vào readAs.`,
    ({ target, quote, otherwise }) =>
      `${target.name.en}: “${excerpt(quote, 120)}” [${target.id}, line ${target.line}] is read otherwise than the file has it: ${otherwise.map((one) => `${readFieldWords[one.field].en}: the sentence says “${one.read.en}”, the file “${one.written.en}”`).join('; ')}. Mend it, or give the reason in readAs.`,
  ),
  'lint-read-as-idle': message<{ target: NamedTarget; fields: ReadField[] }>(
    'warning',
    ({ target, fields }) =>
      `${target.name.vi} [${target.id}, dòng ${target.line}]: readAs nêu lý do cho ${fields.map((field) => readFieldWords[field].vi).join(', ')}, nhưng câu được đọc giống tệp. Hãy bỏ.`,
    ({ target, fields }) =>
      `${target.name.en} [${target.id}, line ${target.line}]: readAs has a reason for ${fields.map((field) => readFieldWords[field].en).join(', ')}, but the sentence is read as the file has it. Remove it.`,
  ),
  'lint-points-or-percent': message<{ target: NamedTarget; quote: string }>(
    'warning',
    ({ target, quote }) =>
      `${target.name.vi}: câu “${excerpt(quote, 120)}” [${target.id}, dòng ${target.line}] nói một tỷ lệ tăng, giảm N %: là N điểm phần trăm (40 % tăng 20 thành 60 %) hay N % của mức cũ (40 % thành 48 %)? Tệp đang hiểu là điểm phần trăm. Hãy hỏi cơ quan ban hành: đúng thì ghi câu trả lời vào readAs, mục kind; nếu là N % của mức cũ thì đổi kind thành relative.`,
    ({ target, quote }) =>
      `${target.name.en}: “${excerpt(quote, 120)}” [${target.id}, line ${target.line}] says that a share moves by N per cent: N points (40 % to 60 %) or N per cent of what it was (40 % to 48 %)? The file takes it for points. Ask the issuer: if so, record the answer in readAs, kind; if it is N per cent of what it was, make the kind relative.`,
  ),
  'lint-number-unexplained': message<{ number: string; line: number; context: string }>(
    'warning',
    ({ number, line, context }) =>
      `Số "${number}" ở dòng ${line} của văn bản ("…${context}…") không nằm trong mục nào. Hãy thêm mục tiêu, số gốc, hoặc ghi vào leftOut kèm lý do.`,
    ({ number, line, context }) =>
      `The number "${number}" on line ${line} of the document ("…${context}…") is in no entry. Add a target or baseline, or list it in leftOut with the reason.`,
  ),
  'lint-left-out-idle': message<{ number: string; line: number; reason: string }>(
    'warning',
    ({ number, line, reason }) =>
      `leftOut ghi số "${number}" ở dòng ${line} (${excerpt(reason, 40)}), nhưng dòng đó không có số này, hoặc số này đã nằm trong mục khác. Hãy bỏ hoặc sửa.`,
    ({ number, line, reason }) =>
      `leftOut lists "${number}" on line ${line} (${excerpt(reason, 40)}), but that line has no such number, or an entry already has it. Remove or correct it.`,
  ),
};

function years({ yearFrom, yearTo }: NamedTarget): string {
  if (yearTo === null) return '';
  return yearFrom === null || yearFrom === yearTo ? ` (${yearTo})` : ` (${yearFrom}–${yearTo})`;
}

function shown(target: NamedTarget, language: Language): string {
  const lineWord = language === 'vi' ? 'dòng' : 'line';
  return `${figureText(target.figure, language)}${years(target)} [${target.id}, ${lineWord} ${target.line}]`;
}

function shownWithPlan(target: NamedTarget, language: Language): string {
  return `${target.plan}: ${shown(target, language)}`;
}

function listed(targets: readonly ListedTarget[], language: Language): string {
  const lineWord = language === 'vi' ? 'dòng' : 'line';
  return targets.map(({ id, line }) => `${id} (${lineWord} ${line})`).join(', ');
}

/** Grouped by reason and body, so that a reader sees which decision each rests on. */
function withReasons(
  targets: readonly (ListedTarget & { body: string; reason: NoUnitReason })[],
  language: Language,
): string {
  const groups = new Map<string, ListedTarget[]>();
  for (const target of targets) {
    const key = `${noUnitReasons[target.reason][language]}, ${target.body}`;
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups].map(([reason, group]) => `${reason}: ${listed(group, language)}`).join('; ');
}

function dateText(iso: string, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return language === 'vi' ? `${Number(day)}/${Number(month)}/${year}` : iso;
}
