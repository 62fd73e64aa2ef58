import { problem, type Problem } from './problem.ts';
import type { ManifestElement } from './tree.ts';
import { elementsNamed, everyElement } from './walk.ts';

const ID_LIMIT = 32;
/** Which list of resources each reference looks in. */
const LIST_OF = new Map(
  Object.entries({
    'bt:Image': 'bt:Images',
    'ov:SourceLocation': 'bt:Urls',
    'ov:FunctionFile': 'bt:Urls',
    'ov:LearnMoreUrl': 'bt:Urls',
    'ov:Label': 'bt:ShortStrings',
    'ov:Title': 'bt:ShortStrings',
    'ov:Description': 'bt:LongStrings',
  }),
);

/** Every reference finds its resource, of the right kind; every resource is used; identifiers are unique. */
export function checkResources(root: ManifestElement): Problem[] {
  const resources = elementsNamed(root, 'ov:Resources')
    .flatMap(({ children }) => children)
    .flatMap((list) => list.children.map((element) => ({ list: list.name, element })));
  const references = [...everyElement(root)].filter(({ attributes }) => attributes.has('resid'));
  const used = new Set(references.map((element) => element.attributes.get('resid')));
  const known = new Map(resources.map(({ list, element }) => [element.attributes.get('id'), list]));
  const ids = resources.map(({ element }) => element.attributes.get('id'));

  return [
    ...references.flatMap((element) => checkReference(element, known)),
    ...resources.flatMap(({ element }, index) => {
      const id = element.attributes.get('id') ?? '';
      return [
        ...(id.length > ID_LIMIT
          ? [problem('resource-id', element, `its id has ${id.length} characters; at most ${ID_LIMIT}.`)]
          : []),
        ...(ids.indexOf(id) === index ? [] : [problem('resource-repeated', element, 'its id is taken.')]),
        ...(used.has(id) ? [] : [problem('resource-unused', element, 'nothing refers to it.')]),
      ];
    }),
  ];
}

function checkReference(element: ManifestElement, known: Map<string | undefined, string>): Problem[] {
  const list = known.get(element.attributes.get('resid'));
  const expected = LIST_OF.get(element.name);
  if (list === expected) return [];
  const found = list === undefined ? 'there is none of that id' : `that id stands in ${list}`;
  return [problem('resource-missing', element, `refers to one of ${expected ?? 'no list'}; ${found}.`)];
}
