import type { ManifestFacts } from './facts.ts';
import type { PngSize } from './png.ts';
import { problem, type Problem } from './problem.ts';
import type { ManifestElement } from './tree.ts';
import { elementsNamed, localeValues } from './walk.ts';
import { pathBelow } from './urls.ts';

const REQUIRED = [16, 32, 80];
const SUPPORTED = [16, 20, 24, 32, 40, 48, 64, 80];
/** Sizes of the pictures in the list of add-ins. */
const LISTED: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };

/** Every icon comes in the sizes Office asks for, and every picture has the size it is listed under. */
export function checkIcons(root: ManifestElement, facts: ManifestFacts): Problem[] {
  const pictures = new Map(
    elementsNamed(root, 'bt:Images')
      .flatMap(({ children }) => children)
      .map((element) => [element.attributes.get('id') ?? '', element]),
  );
  return [
    ...Object.entries(LISTED).flatMap(([name, size]) =>
      elementsNamed(root, name).flatMap((element) => checkPixels(element, element, size, facts)),
    ),
    ...elementsNamed(root, 'ov:Icon').flatMap((icon) => [
      ...checkSizes(icon),
      ...icon.children.flatMap((image) => {
        const picture = pictures.get(image.attributes.get('resid') ?? '');
        const size = Number(image.attributes.get('size'));
        return picture === undefined ? [] : checkPixels(image, picture, size, facts);
      }),
    ]),
  ];
}

function checkSizes(icon: ManifestElement): Problem[] {
  const sizes = icon.children.map((image) => Number(image.attributes.get('size')));
  const wrong = [
    ...REQUIRED.filter((size) => !sizes.includes(size)).map((size) => `size ${size} is missing.`),
    ...sizes
      .filter((size) => !SUPPORTED.includes(size))
      .map((size) => `size ${size} is not one Office takes.`),
    ...sizes
      .filter((size, index) => sizes.indexOf(size) !== index)
      .map((size) => `size ${size} stands here twice.`),
  ];
  return wrong.map((message) => problem('icon-sizes', icon, message));
}

function checkPixels(
  place: ManifestElement,
  picture: ManifestElement,
  size: number,
  facts: ManifestFacts,
): Problem[] {
  return localeValues(picture).flatMap(({ value }) => {
    const path = pathBelow(value, facts.origin);
    const found = path === null ? undefined : facts.files.get(path);
    if (found === undefined || (found?.width === size && found.height === size)) return [];
    return [
      problem('icon-pixels', place, `${path} is ${inWords(found)}; expected ${size} × ${size} pixels.`),
    ];
  });
}

function inWords(size: PngSize | null): string {
  return size === null ? 'not a PNG picture' : `${size.width} × ${size.height} pixels`;
}
