import { problem, type Problem } from './problem.ts';
import type { ManifestElement } from './tree.ts';
import { elementsNamed, localeValues } from './walk.ts';

/** Limits of the schema, in UTF-16 units as XML Schema counts them for the characters we use. */
const SHORT = 125;
const LONG = 250;
/** Bare languages ("en") are not honoured by every Office program. */
const FULL_TAG = /^[a-z]{2,3}-[A-Z]{2}$/u;
const ENGLISH = 'en-US';

/** Lengths of texts, and the languages they exist in. */
export function checkTexts(root: ManifestElement): Problem[] {
  const short = [
    ...elementsNamed(root, 'DisplayName'),
    ...elementsNamed(root, 'bt:ShortStrings').flatMap(({ children }) => children),
  ];
  const long = [
    ...elementsNamed(root, 'Description'),
    ...elementsNamed(root, 'bt:LongStrings').flatMap(({ children }) => children),
  ];
  return [
    ...short.flatMap((element) => checkLength(element, SHORT)),
    ...long.flatMap((element) => checkLength(element, LONG)),
    ...elementsNamed(root, 'ProviderName')
      .filter(({ text }) => text.length > SHORT)
      .map((element) => problem('text-length', element, tooLong(element.text, SHORT))),
    ...[...short, ...long].flatMap(checkEnglish),
    ...checkTags(root),
  ];
}

function checkLength(element: ManifestElement, limit: number): Problem[] {
  return localeValues(element)
    .filter(({ value }) => value.length > limit)
    .map(({ locale, value }) =>
      problem('text-length', element, `${locale ?? 'default'}: ${tooLong(value, limit)}`),
    );
}

function tooLong(value: string, limit: number): string {
  return `has ${value.length} characters; at most ${limit} are allowed.`;
}

function checkEnglish(element: ManifestElement): Problem[] {
  if (localeValues(element).some(({ locale }) => locale === ENGLISH)) return [];
  return [problem('english', element, `has no Override for ${ENGLISH}.`)];
}

function checkTags(root: ManifestElement): Problem[] {
  const defaults = elementsNamed(root, 'DefaultLocale');
  const used = new Map<ManifestElement, string>(defaults.map((element) => [element, element.text]));
  for (const each of elementsNamed(root, 'Override', 'bt:Override')) {
    used.set(each, each.attributes.get('Locale') ?? '');
  }
  const bad = [...used]
    .filter(([, tag]) => !FULL_TAG.test(tag))
    .map(([each, tag]) => problem('locale-tag', each, `"${tag}" is not a full tag such as ${ENGLISH}.`));
  const own = defaults.map(({ text }) => text);
  const repeated = [...parents(root)].flatMap((element) => {
    const tags = [...own, ...localeValues(element).flatMap(({ locale }) => locale ?? [])];
    return tags
      .filter((tag, index) => tags.indexOf(tag) !== index)
      .map((tag) => problem('locale-repeated', element, `gives ${tag} a second time.`));
  });
  return [...bad, ...repeated];
}

function* parents(element: ManifestElement): Generator<ManifestElement> {
  if (element.children.some(({ name }) => name.endsWith('Override'))) yield element;
  for (const each of element.children) yield* parents(each);
}
