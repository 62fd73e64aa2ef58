import type { ManifestElement } from './tree.ts';

/** An element and all below it, in document order. */
export function* everyElement(element: ManifestElement): Generator<ManifestElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

/** The elements below that have one of the names, in document order. */
export function elementsNamed(root: ManifestElement, ...names: string[]): ManifestElement[] {
  return [...everyElement(root)].filter(({ name }) => names.includes(name));
}

/** The first child of that name. */
export function child(element: ManifestElement, name: string): ManifestElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** A text that an element gives for one locale; `null` stands for the default. */
export interface LocaleValue {
  readonly element: ManifestElement;
  readonly locale: string | null;
  readonly value: string;
}

/** The default value of a setting and those of its overrides. */
export function localeValues(element: ManifestElement): LocaleValue[] {
  const own = element.attributes.get('DefaultValue');
  const overrides = element.children.flatMap((override): LocaleValue[] => {
    const value = override.attributes.get('Value');
    const locale = override.attributes.get('Locale') ?? '';
    return value === undefined ? [] : [{ element: override, locale, value }];
  });
  return own === undefined ? overrides : [{ element, locale: null, value: own }, ...overrides];
}
