import type { PageLanguage } from '../../shell/mount.ts';
import { element } from './element.ts';

const names: Record<PageLanguage, { short: string; long: string }> = {
  vi: { short: 'VI', long: 'Tiếng Việt' },
  en: { short: 'EN', long: 'English' },
};

/** Buttons for the two languages, each named in itself. */
export function languageSwitch(
  label: string,
  current: PageLanguage,
  choose: (language: PageLanguage) => void,
): HTMLElement {
  return element(
    'div',
    { class: 'languages', role: 'group', 'aria-label': label },
    ...(['vi', 'en'] as const).map((language) =>
      element(
        'button',
        {
          type: 'button',
          lang: language,
          'data-language': language,
          'aria-label': `${names[language].short} – ${names[language].long}`,
          'aria-pressed': String(language === current),
          onclick: () => choose(language),
        },
        names[language].short,
      ),
    ),
  );
}
