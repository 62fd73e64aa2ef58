import { sentence, type Finding, type Language } from '../../core/base/finding.ts';
import { storeMessages } from '../../core/store/messages.ts';
import { setMessages } from '../../core/store/set-messages.ts';
import type { FileState } from '../../core/store/model.ts';

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

/** Why a file is in its state, in words. */
export function whyText(why: readonly Finding[], language: Language): string {
  return why.map((finding) => sentence({ ...storeMessages, ...setMessages }, finding, language)).join('; ');
}
