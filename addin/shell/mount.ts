/** Languages of the pages; Vietnamese comes first. */
export type PageLanguage = 'vi' | 'en';

/** A heading and paragraphs, in both languages. */
export type ShellText = Readonly<Record<PageLanguage, { heading: string; paragraphs: readonly string[] }>>;

/** The language of a tag such as `en-US`; Vietnamese for every other. */
export function pageLanguage(tag: string | undefined): PageLanguage {
  return tag?.toLowerCase().split('-')[0] === 'en' ? 'en' : 'vi';
}

/**
 * Fills the page's main element with a heading and paragraphs, replacing what it held, and sets the page's
 * language.
 * @throws Error when the page has no element with the id `app`
 */
export function mount(text: ShellText, language: PageLanguage): HTMLElement {
  const app = document.getElementById('app');
  if (app === null) throw new Error('The page has no element with the id "app".');
  document.documentElement.lang = language;
  const { heading, paragraphs } = text[language];
  const title = document.createElement('h1');
  title.textContent = heading;
  app.replaceChildren(
    title,
    ...paragraphs.map((paragraph) => {
      const element = document.createElement('p');
      element.textContent = paragraph;
      return element;
    }),
  );
  return app;
}
