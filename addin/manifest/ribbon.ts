import type { ManifestFacts } from './facts.ts';
import { problem, type Problem } from './problem.ts';
import type { ManifestElement } from './tree.ts';
import { child, elementsNamed, localeValues } from './walk.ts';

/** Longer labels are cut or wrapped to three lines by Excel's ribbon; ours to choose, Office sets none. */
const LABEL_LIMIT = 24;
const ID_LIMIT = 125;

/** Identifiers, labels and actions of the tab, its groups and its buttons. */
export function checkRibbon(root: ManifestElement, facts: ManifestFacts): Problem[] {
  return [...checkIds(root), ...checkLabels(root), ...checkActions(root, facts)];
}

function checkIds(root: ManifestElement): Problem[] {
  const parts = elementsNamed(root, 'ov:CustomTab', 'ov:Group', 'ov:Control');
  const ids = parts.map((element) => element.attributes.get('id') ?? '');
  return parts.flatMap((element, index) => {
    const id = ids[index] ?? '';
    if (id.length > ID_LIMIT) {
      return [problem('control-id', element, `its id has ${id.length} characters; at most ${ID_LIMIT}.`)];
    }
    return ids.indexOf(id) === index ? [] : [problem('control-id', element, 'its id is taken.')];
  });
}

function checkLabels(root: ManifestElement): Problem[] {
  const strings = new Map(
    elementsNamed(root, 'bt:String').map((element) => [element.attributes.get('id'), element]),
  );
  return elementsNamed(root, 'ov:Label').flatMap((label) => {
    const text = strings.get(label.attributes.get('resid'));
    return (text === undefined ? [] : localeValues(text))
      .filter(({ value }) => value.length > LABEL_LIMIT)
      .map(({ value }) =>
        problem('label-length', label, `"${value}" has more than ${LABEL_LIMIT} characters.`),
      );
  });
}

function checkActions(root: ManifestElement, { commandNames }: ManifestFacts): Problem[] {
  const named = elementsNamed(root, 'ov:FunctionName');
  const panes = elementsNamed(root, 'ov:TaskpaneId');
  const [first] = panes;
  const factors = elementsNamed(root, 'ov:DesktopFormFactor');
  return [
    ...named
      .filter(({ text }) => !commandNames.includes(text))
      .map((element) =>
        problem('function-name', element, `"${element.text}" is not among ${commandNames.join(', ')}.`),
      ),
    ...commandNames
      .filter((name) => !named.some(({ text }) => text === name))
      .flatMap((name) =>
        factors.map((element) => problem('function-name', element, `no button runs "${name}".`)),
      ),
    ...factors
      .filter((element) => named.length > 0 && child(element, 'ov:FunctionFile') === undefined)
      .map((element) => problem('function-file', element, 'has buttons with functions but no FunctionFile.')),
    // Two identifiers would open two panes side by side, each with its own state.
    ...panes
      .filter(({ text }) => text !== first?.text)
      .map((element) => problem('task-pane', element, `is "${element.text}"; expected "${first?.text}".`)),
  ];
}
