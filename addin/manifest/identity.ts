import type { ManifestFacts } from './facts.ts';
import { problem, type Problem } from './problem.ts';
import type { ManifestElement } from './tree.ts';
import { child, elementsNamed } from './walk.ts';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
const SET_VERSION = /^\d{1,5}\.\d{1,5}$/u;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){0,3}$/u;
/** What the pane calls; hosts of older Office programs know less and must not offer the add-in. */
const REQUIRED_SET = 'ExcelApi';
const REQUIRED_VERSION = [1, 9] as const;
/** Marking cells writes to the workbook. */
const PERMISSIONS = 'ReadWriteDocument';

/** Identifier, version, hosts, requirement sets and permissions. */
export function checkIdentity(root: ManifestElement, facts: ManifestFacts): Problem[] {
  return [
    ...checkId(root),
    ...checkVersion(root, facts),
    ...checkHosts(root),
    ...checkRequirements(root),
    ...elementsNamed(root, 'Permissions')
      .filter(({ text }) => text !== PERMISSIONS)
      .map((element) => problem('permissions', element, `is "${element.text}"; expected ${PERMISSIONS}.`)),
  ];
}

function checkId(root: ManifestElement): Problem[] {
  const id = child(root, 'Id');
  if (id === undefined || GUID.test(id.text)) return [];
  return [problem('id', id, `"${id.text}" is not a GUID without braces.`)];
}

function checkVersion(root: ManifestElement, { packageVersion }: ManifestFacts): Problem[] {
  const version = child(root, 'Version');
  if (version === undefined) return [];
  if (!VERSION.test(version.text)) {
    return [problem('version', version, `"${version.text}" is not one to four numbers with dots.`)];
  }
  const numbers = version.text.split('.').slice(0, 3).map(Number).join('.');
  if (numbers === packageVersion) return [];
  return [problem('package-version', version, `is ${version.text}; package.json has ${packageVersion}.`)];
}

function checkHosts(root: ManifestElement): Problem[] {
  return elementsNamed(root, 'Host', 'ov:Host').flatMap((host) => {
    const name = host.attributes.get(host.name === 'Host' ? 'Name' : 'xsi:type') ?? 'none';
    return name === 'Workbook' ? [] : [problem('hosts', host, `is for ${name}; expected Workbook only.`)];
  });
}

function checkRequirements(root: ManifestElement): Problem[] {
  return [...checkSetVersions(root), ...checkRequiredSet(root)];
}

function checkSetVersions(root: ManifestElement): Problem[] {
  return elementsNamed(root, 'Sets', 'Set', 'bt:Sets', 'bt:Set').flatMap((element) => {
    const version = element.attributes.get('MinVersion') ?? element.attributes.get('DefaultMinVersion');
    if (version === undefined || SET_VERSION.test(version)) return [];
    return [problem('requirements', element, `"${version}" is not a version such as 1.9.`)];
  });
}

function checkRequiredSet(root: ManifestElement): Problem[] {
  return elementsNamed(root, 'Sets', 'bt:Sets').flatMap((sets) => {
    const excel = sets.children.find((set) => set.attributes.get('Name') === REQUIRED_SET);
    const version = excel?.attributes.get('MinVersion') ?? sets.attributes.get('DefaultMinVersion') ?? '1.1';
    if (excel !== undefined && isAtLeast(version, REQUIRED_VERSION)) return [];
    const found = excel === undefined ? 'no such set' : version;
    return [problem('requirements', sets, `must ask for ${REQUIRED_SET} 1.9 or later; found ${found}.`)];
  });
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}
