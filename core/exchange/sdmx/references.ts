import type { StructureMessage } from './structure.ts';

/**
 * What in a structure message points at nothing, or has the same id as another thing beside it. The published schema
 * (SDMX-JSON 2.1) notices neither.
 * @returns one line each: the reference or id
 */
export function brokenReferences({ data }: StructureMessage): string[] {
  const known = new Set([
    ...data.codelists.map((list) => `codelist.Codelist=${owner(list)}`),
    ...data.conceptSchemes.flatMap((scheme) =>
      scheme.concepts.map(({ id }) => `conceptscheme.Concept=${owner(scheme)}.${id}`),
    ),
  ]);
  const dangling = urnsIn(data.dataStructures).filter((urn) => !known.has(urn.slice(PREFIX.length)));
  const lists = [
    data.codelists,
    ...data.codelists.map(({ codes }) => codes),
    ...data.conceptSchemes.map(({ concepts }) => concepts),
    ...data.dataStructures.map(({ dataStructureComponents }) => componentsIn(dataStructureComponents)),
  ];
  return [...dangling, ...lists.flatMap(repeated)];
}

const PREFIX = 'urn:sdmx:org.sdmx.infomodel.';

function owner({ agencyID, id, version }: { agencyID: string; id: string; version: string }): string {
  return `${agencyID}:${id}(${version})`;
}

function urnsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(PREFIX) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(urnsIn) : [];
}

/** All components of a structure share one space of ids. */
function componentsIn(value: unknown): { id: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'conceptIdentity' in value && 'id' in value ? [{ id: String(value.id) }] : [];
  return [...own, ...Object.values(value).flatMap(componentsIn)];
}

function repeated(list: readonly { id: string }[]): string[] {
  const ids = list.map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))];
}
