import { pageLanguage, type PageLanguage } from '../shell/mount.ts';

const KEY = 'chitieu.language';

/** The language the user chose before; null where none was, or where the browser keeps nothing. */
export function rememberedLanguage(): PageLanguage | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? null : pageLanguage(kept);
  } catch {
    // Pages in frames and private windows may not read it.
    return null;
  }
}

/** Keeps the choice for the next time where the browser allows it. */
export function rememberLanguage(language: PageLanguage): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    return;
  }
}
