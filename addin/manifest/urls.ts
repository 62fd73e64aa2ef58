import type { ManifestFacts } from './facts.ts';
import { problem, type Problem } from './problem.ts';
import type { ManifestElement } from './tree.ts';
import { elementsNamed, localeValues } from './walk.ts';

const LIMIT = 2048;

/** Every address: https, not too long, on our origin, and a file we serve. */
export function checkUrls(root: ManifestElement, facts: ManifestFacts): Problem[] {
  const settings = [
    ...elementsNamed(root, 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation'),
    ...elementsNamed(root, 'bt:Images', 'bt:Urls').flatMap(({ children }) => children),
  ];
  return settings.flatMap((element) =>
    localeValues(element).flatMap(({ element: holder, value }) =>
      checkUrl(value, facts).map(([rule, message]) => problem(rule, holder, message)),
    ),
  );
}

function checkUrl(value: string, facts: ManifestFacts): [Problem['rule'], string][] {
  if (value.length > LIMIT) {
    return [['url-length', `the address has ${value.length} characters; at most ${LIMIT} are allowed.`]];
  }
  if (!URL.canParse(value)) return [['url', `"${value}" is not an absolute address.`]];
  if (!value.startsWith('https://')) return [['https', `"${value}" does not begin with https://.`]];
  const path = pathBelow(value, facts.origin);
  if (path === null) return [['origin', `"${value}" is not below ${facts.origin}.`]];
  if (!facts.files.has(path)) return [['file-exists', `no file "${path}" is served.`]];
  return [];
}

/** The path of an address below the origin, without query; null when it lies elsewhere. */
export function pathBelow(value: string, origin: string): string | null {
  const below = `${origin}/`;
  if (!value.startsWith(below)) return null;
  return value.slice(below.length).split(/[?#]/u)[0] ?? '';
}
