import { periodSaid } from '../../core/period/period.ts';
import type { Language } from '../../core/base/finding.ts';
import { judgedSaid } from '../../core/store/judged-said.ts';
import { fileStates, returnName, type FileState, type StoredReturn } from '../../core/store/model.ts';
import { isSet } from '../../core/store/sent.ts';
import { checkWords } from '../check/words.ts';
import type { Installed } from '../check/installed.ts';
import { changesJson, conflictsText, setJson } from '../sets/said.ts';
import type { ImportedFile } from './imported-file.ts';
import { fileStateWords, nextSteps, whyText } from './words.ts';

/** How an import was run. */
interface Run {
  dryRun?: boolean;
  lang: Language;
}

/** How units are called; one that nobody knows by its id. */
export function unitNameIn({ names }: Pick<Installed, 'names'>): (id: string) => string {
  return (id) => names.units.get(id) ?? id;
}

/** A line on what a file came to. @param nameOf how units are called */
export function lineOf(
  { file, state, why, notLookedAt, return: kept, conflicts = [] }: ImportedFile,
  language: Language,
  nameOf: (id: string) => string,
): string {
  const word = fileStateWords[state][language].padEnd(language === 'vi' ? 10 : 14);
  const line = (text: string) => `${(kept ? returnName(kept.number) : '–').padEnd(5)} ${word} ${text}\n`;
  if (notLookedAt) return line(checkWords[language].passedOver[notLookedAt.why](file));
  const whose = kept ? ` [${whoseText(kept, nameOf, language)}]` : '';
  const isJudged = state === 'new' || state === 'correction' || state === 'conflicting';
  const judged = isJudged && kept?.judged ? judgedSaid(kept.judged, language) : '';
  const said = [judged, whyText(why, language, kept?.number), conflictsText(conflicts, nameOf, language)]
    .filter((part) => part !== '')
    .join('; ');
  return line(`${file}${whose}${said === '' ? '' : `: ${said}`}`);
}

/** `Huyện Sìn Hồ (VN12.108), 2023` */
function whoseText(one: StoredReturn, nameOf: (id: string) => string, language: Language): string {
  const said = unitSaid(isSet(one) ? one.unit : one.reporter, nameOf);
  return `${said}, ${periodSaid(one.round, language)}`;
}

/** `Huyện Sìn Hồ (VN12.108)`; of a unit that nobody knows its id alone. */
export function unitSaid(id: string, nameOf: (id: string) => string): string {
  const name = nameOf(id);
  return name === id ? id : `${name} (${id})`;
}

/** What is said of a planner's file that was kept because it has changed. */
export function givenLine({ number, state, why, files }: StoredReturn, language: Language): string {
  const word = fileStateWords[state][language].padEnd(language === 'vi' ? 10 : 14);
  const said = language === 'vi' ? 'số người lập kế hoạch cấp' : 'given by the planner';
  const reasons = [said, ...(why.length > 0 ? [whyText(why, language)] : [])].join('; ');
  return `${returnName(number).padEnd(5)} ${word} ${files[0]?.name ?? ''}: ${reasons}\n`;
}

function countsOf(files: readonly ImportedFile[]): [FileState, number][] {
  return fileStates.map((state) => [state, files.filter((one) => one.state === state).length]);
}

/** How many files came to what, and which units sets have brought into conflict. */
export function summaryOf(
  files: readonly ImportedFile[],
  { lang: language, dryRun }: Run,
  nameOf: (id: string) => string,
): string {
  const counts = countsOf(files)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${fileStateWords[state][language]}`);
  const head = language === 'vi' ? `Tổng cộng ${files.length} tệp` : `${files.length} files`;
  const tried = language === 'vi' ? ' Đây là chạy thử: chưa ghi gì.' : ' A dry run: nothing was written.';
  const steps = dryRun ? [] : nextSteps(files, language).map((line) => `${line}\n`);
  const total = `${head}: ${counts.join(', ')}.${dryRun ? tried : ''}\n`;
  return [total, conflictStep(files, language, nameOf), ...steps].join('');
}

/** Which units sets have brought into conflict and what is to be done, a line; '' where there are none. */
export function conflictStep(
  files: readonly ImportedFile[],
  language: Language,
  nameOf: (id: string) => string,
): string {
  const units = [...new Set(files.flatMap(({ conflicts }) => conflicts ?? []))].sort();
  if (units.length === 0) return '';
  const said = conflictsText(units, nameOf, language);
  return language === 'vi'
    ? `${said}. Xem và chọn số bằng: chitieu resolve --list.\n`
    : `${said}. See and choose: chitieu resolve --list.\n`;
}

/** What files came to, for programs. */
export function asJson(files: readonly ImportedFile[], given: readonly StoredReturn[], { dryRun }: Run) {
  return {
    dryRun: dryRun ?? false,
    given: given.map(({ number, state, files: [file] }) => ({
      return: returnName(number),
      state,
      file: file?.name ?? null,
    })),
    files: files.map(({ file, state, why, notLookedAt, return: kept, changes, conflicts }) => ({
      file,
      state,
      return: kept && returnName(kept.number),
      unit: kept?.unit ?? null,
      reporter: kept?.reporter ?? null,
      round: kept?.round ?? null,
      errors: kept?.judged?.errors ?? null,
      warnings: kept?.judged?.warnings ?? null,
      set: setJson(kept),
      changes: changesJson(changes ?? []),
      conflicts: conflicts ?? [],
      why: notLookedAt
        ? [
            {
              code: notLookedAt.why,
              vi: checkWords.vi.passedOver[notLookedAt.why](file),
              en: checkWords.en.passedOver[notLookedAt.why](file),
            },
          ]
        : why.map((one) => ({
            code: one.code,
            vi: whyText([one], 'vi', kept?.number),
            en: whyText([one], 'en', kept?.number),
          })),
    })),
    counts: Object.fromEntries(countsOf(files)),
  };
}
