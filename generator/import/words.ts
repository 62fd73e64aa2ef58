import { saysNothing } from '../../core/store/register.ts';
import { sentence, type Finding, type Language } from '../../core/base/finding.ts';
import { storeMessages, type Told } from '../../core/store/messages.ts';
import { setMessages } from '../../core/store/set-messages.ts';
import { returnName, type FileState } from '../../core/store/model.ts';
import { isInConflict, type ImportedFile } from './imported-file.ts';

/** How a state of a file is called. */
export const fileStateWords: Record<FileState, Record<Language, string>> = {
  new: { vi: 'mới', en: 'new' },
  correction: { vi: 'bản sửa', en: 'correction' },
  unchanged: { vi: 'không đổi', en: 'unchanged' },
  conflicting: { vi: 'mâu thuẫn', en: 'conflicting' },
  'held-back': { vi: 'giữ lại', en: 'held back' },
  refused: { vi: 'không nhận', en: 'refused' },
  'not-looked-at': { vi: 'không xem', en: 'not looked at' },
};

/**
 * Why a file is in its state, in words.
 * @param self number of the return it was kept as; `unit` where they go to the unit that sent it
 */
export function whyText(why: readonly Finding[], language: Language, self?: Told['self']): string {
  const messages = { ...storeMessages, ...setMessages };
  const told = ({ data, ...finding }: Finding) => ({ ...finding, data: { ...(data as object), self } });
  return why.map((finding) => sentence(messages, told(finding), language)).join('; ');
}

/** Of very many no more are named. */
const MOST_NAMED = 12;

/** What is to be done about what has come in, each with the command that does it. */
export function nextSteps(files: readonly ImportedFile[], language: Language): string[] {
  const kept = (is: (one: ImportedFile) => boolean) =>
    files.flatMap((one) => (is(one) && one.return ? [one.return] : []));
  const inState = (state: FileState) => kept((one) => one.state === state);
  const named = (returns: readonly { number: number }[]) =>
    returns
      .slice(0, MOST_NAMED)
      .map(({ number }) => returnName(number))
      .join(', ') + (returns.length > MOST_NAMED ? ' …' : '');
  const [held, conflicting] = [inState('held-back'), kept(isInConflict)];
  const [first] = held;
  const withErrors = [...inState('new'), ...inState('correction')].filter(
    (one) => (one.judged?.errors ?? 0) > 0 && !saysNothing(one),
  );
  const [blocked] = withErrors;
  const say = stepWords[language];
  return [
    ...(first ? [say.held(named(held), returnName(first.number))] : []),
    ...(conflicting.length > 0 ? [say.conflicting(named(conflicting))] : []),
    ...(blocked ? [say.blocked(withErrors.length, blocked.round)] : []),
  ];
}

const stepWords: Record<
  Language,
  {
    held: (names: string, first: string) => string;
    conflicting: (names: string) => string;
    blocked: (returns: number, round: string) => string;
  }
> = {
  vi: {
    held: (names, first) =>
      `Giữ lại ${names}: xem lý do ở trên; đúng là báo cáo cần nhận thì: chitieu import --release ${first} --reason "…".`,
    conflicting: (names) => `Mâu thuẫn ở ${names}: xem và chọn số bằng: chitieu resolve --list.`,
    blocked: (returns, round) =>
      `${returns} báo cáo có lỗi, đơn vị phải sửa: ghi thư và bản đánh dấu bằng: chitieu feedback --round ${round} --out "thu gui lai".`,
  },
  en: {
    held: (names, first) =>
      `Held back: ${names}. Read why above; where it is the return you want: chitieu import --release ${first} --reason "…".`,
    conflicting: (names) => `In conflict: ${names}. See and choose: chitieu resolve --list.`,
    blocked: (returns, round) =>
      `${returns} returns have errors that their units must correct: chitieu feedback --round ${round} --out "letters".`,
  },
};
