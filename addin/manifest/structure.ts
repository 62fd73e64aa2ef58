import { problem, type Problem } from './problem.ts';
import type { ManifestElement } from './tree.ts';

/** What may stand in an element: attributes, and children in this order. */
interface Model {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Children in their order; a name ends in `?` when it may be missing, `*` any number, `+` at least one. */
  readonly children?: readonly string[];
}

const localised: Model = { required: ['DefaultValue'], children: ['Override*'] };
const override: Model = { required: ['Locale', 'Value'] };
const resource: Model = { required: ['id', 'DefaultValue'], children: ['bt:Override*'] };
const reference: Model = { required: ['resid'] };
const requirementSets = (prefix: string): Record<string, Model> => ({
  [`${prefix}Sets`]: { optional: ['DefaultMinVersion'], children: [`${prefix}Set+`] },
  [`${prefix}Set`]: { required: ['Name'], optional: ['MinVersion'] },
});

/**
 * The part of Microsoft's schema that a task pane add-in of Excel needs, by element and, where the schema
 * tells types apart, by `xsi:type`. What is not listed is refused, also where the schema would allow it.
 */
const models = new Map<string, Model>(
  Object.entries({
    'OfficeApp:TaskPaneApp': {
      children: [
        'Id',
        'Version',
        'ProviderName',
        'DefaultLocale',
        'DisplayName',
        'Description',
        'IconUrl',
        'HighResolutionIconUrl',
        'SupportUrl',
        'AppDomains?',
        'Hosts',
        'Requirements',
        'DefaultSettings',
        'Permissions',
        'ov:VersionOverrides',
      ],
    },
    Id: {},
    Version: {},
    ProviderName: {},
    DefaultLocale: {},
    DisplayName: localised,
    Description: localised,
    IconUrl: localised,
    HighResolutionIconUrl: localised,
    SupportUrl: localised,
    Override: override,
    AppDomains: { children: ['AppDomain+'] },
    AppDomain: {},
    Hosts: { children: ['Host'] },
    Host: { required: ['Name'] },
    Requirements: { children: ['Sets'] },
    ...requirementSets(''),
    DefaultSettings: { children: ['SourceLocation'] },
    SourceLocation: localised,
    Permissions: {},

    'ov:VersionOverrides:VersionOverridesV1_0': {
      children: ['ov:Description?', 'ov:Requirements', 'ov:Hosts', 'ov:Resources'],
    },
    'ov:Description': reference,
    'ov:Requirements': { children: ['bt:Sets'] },
    ...requirementSets('bt:'),
    'ov:Hosts': { children: ['ov:Host'] },
    'ov:Host:Workbook': { children: ['ov:DesktopFormFactor'] },
    'ov:DesktopFormFactor': { children: ['ov:GetStarted', 'ov:FunctionFile?', 'ov:ExtensionPoint+'] },
    'ov:GetStarted': { children: ['ov:Title', 'ov:Description', 'ov:LearnMoreUrl'] },
    'ov:Title': reference,
    'ov:LearnMoreUrl': reference,
    'ov:FunctionFile': reference,
    'ov:ExtensionPoint:PrimaryCommandSurface': { children: ['ov:CustomTab'] },
    'ov:CustomTab': { required: ['id'], children: ['ov:Group+', 'ov:Label'] },
    'ov:Group': { required: ['id'], children: ['ov:Label', 'ov:Icon', 'ov:Control+'] },
    'ov:Label': reference,
    'ov:Icon': { children: ['bt:Image+'] },
    'ov:Control:Button': {
      required: ['id'],
      children: ['ov:Label', 'ov:Supertip', 'ov:Icon', 'ov:Action'],
    },
    'ov:Supertip': { children: ['ov:Title', 'ov:Description'] },
    'ov:Action:ExecuteFunction': { children: ['ov:FunctionName'] },
    'ov:Action:ShowTaskpane': { children: ['ov:TaskpaneId', 'ov:SourceLocation', 'ov:Title?'] },
    'ov:FunctionName': {},
    'ov:TaskpaneId': {},
    'ov:SourceLocation': reference,

    'ov:Resources': { children: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'] },
    'bt:Images': { children: ['bt:Image+'] },
    'bt:Urls': { children: ['bt:Url+'] },
    'bt:ShortStrings': { children: ['bt:String+'] },
    'bt:LongStrings': { children: ['bt:String+'] },
    'bt:Url': resource,
    'bt:String': resource,
    'bt:Override': override,
  }),
);
/** The same element refers to a picture in an Icon and is one in the resources. */
const imageModels = new Map<string, Model>(
  Object.entries({
    'ov:Icon': { required: ['size', 'resid'] },
    'bt:Images': resource,
  }),
);
const typed = new Set(
  [...models.keys()].flatMap((key) => /^((?:ov:|bt:)?[A-Za-z]+):([A-Z]\w+)$/u.exec(key)?.[1] ?? []),
);

/** Order, number, types and attributes of elements. */
export function checkStructure(root: ManifestElement): Problem[] {
  if (root.name !== 'OfficeApp') {
    return [problem('structure', root, 'the root must be OfficeApp in the namespace appforoffice/1.1.')];
  }
  return checkElement(root, null);
}

function checkElement(element: ManifestElement, parent: ManifestElement | null): Problem[] {
  const model = modelOf(element, parent);
  if (model === undefined) {
    const found = element.attributes.get('xsi:type') ?? 'none';
    const known = [...models.keys()].flatMap((key) => {
      const [start, type] = [key.slice(0, key.lastIndexOf(':')), key.slice(key.lastIndexOf(':') + 1)];
      return start === element.name ? [type] : [];
    });
    return [problem('type', element, `its xsi:type is ${found}; expected ${known.join(' or ')}.`)];
  }
  return [
    ...checkAttributes(element, model),
    ...checkText(element, model),
    ...checkOrder(element, model.children ?? []),
    ...element.children.filter(({ name }) => isKnown(name)).flatMap((each) => checkElement(each, element)),
  ];
}

function modelOf(element: ManifestElement, parent: ManifestElement | null): Model | undefined {
  if (element.name === 'bt:Image') return imageModels.get(parent?.name ?? '') ?? resource;
  if (!typed.has(element.name)) return models.get(element.name);
  return models.get(`${element.name}:${element.attributes.get('xsi:type') ?? ''}`);
}

function isKnown(name: string): boolean {
  return name === 'bt:Image' || typed.has(name) || models.has(name);
}

function checkAttributes(element: ManifestElement, model: Model): Problem[] {
  const required = [...(model.required ?? []), ...(typed.has(element.name) ? ['xsi:type'] : [])];
  const allowed = new Set([...required, ...(model.optional ?? [])]);
  const missing = required
    .filter((name) => (element.attributes.get(name) ?? '').trim() === '')
    .map((name) => problem('structure', element, `the attribute ${name} is missing or empty.`));
  const unknown = [...element.attributes.keys()]
    .filter((name) => !allowed.has(name))
    .map((name) => problem('structure', element, `the attribute ${name} does not belong here.`));
  return [...missing, ...unknown];
}

/** Elements with neither attributes nor children hold their value as text; all others hold none. */
function checkText(element: ManifestElement, model: Model): Problem[] {
  const holdsText = model.children === undefined && model.required === undefined;
  if (holdsText === (element.text !== '')) return [];
  return [
    problem('structure', element, holdsText ? 'is empty.' : `must not hold text; found "${element.text}".`),
  ];
}

function checkOrder(element: ManifestElement, specs: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const names = specs.map((spec) => spec.replace(/[?*+]$/u, ''));
  const count = new Map<string, number>();
  let reached = 0;
  for (const each of element.children) {
    const at = names.indexOf(each.name);
    if (at === -1) {
      problems.push(problem('structure', each, `does not belong in ${element.name}.`));
      continue;
    }
    count.set(each.name, (count.get(each.name) ?? 0) + 1);
    if (at < reached) {
      problems.push(problem('structure', each, `must stand before ${names[reached]} in ${element.name}.`));
    }
    reached = Math.max(reached, at);
  }
  specs.forEach((spec, at) => {
    const name = names[at] ?? '';
    const found = count.get(name) ?? 0;
    if (found === 0 && !/[?*]$/u.test(spec)) {
      problems.push(problem('structure', element, `${name} is missing.`));
    }
    if (found > 1 && !/[*+]$/u.test(spec)) {
      problems.push(problem('structure', element, `${name} stands here ${found} times; once is allowed.`));
    }
  });
  return problems;
}
