import type { HostServices } from '../host-services.ts';
import type { HostObject, ScalarMember } from '../members/object-type.ts';
import { type Query, wireName } from './batch.ts';

type Loaded = Record<string, unknown>;

/** Finds a member of an object that the host's requirement set has. */
export type FindMember = (object: HostObject, name: string) => HostObject['type']['members'][string];

/**
 * What a `load` brings back. Paths lead through navigation properties (`format/fill/color`) and the items of
 * a collection (`items/name`, or `name` alone); a path that ends at an object, and an empty selection, mean all its
 * plain properties.
 */
export function select(object: HostObject, query: Query, host: HostServices, find: FindMember): Loaded {
  const paths = [...(query.Select ?? []), ...(query.Expand ?? [])].map((path) => path.split('/'));
  const { items } = object.type;
  if (!items) return selectPaths(object, paths, host, find);
  const own = paths.map((path) => (path[0]?.toLowerCase() === 'items' ? path.slice(1) : path));
  const from = query.Skip ?? 0;
  const chosen = items(object.target, host).slice(
    from,
    query.Top === undefined ? undefined : from + query.Top,
  );
  return { _Items: chosen.map((item) => selectPaths(item, own, host, find)) };
}

function selectPaths(object: HostObject, paths: string[][], host: HostServices, find: FindMember): Loaded {
  const loaded: Loaded = {};
  const { identity } = object.type;
  if (identity) loaded[identity.property] = identity.of(object.target);
  const referenceId = host.references.idOf(object);
  if (referenceId !== null) loaded._ReferenceId = referenceId;
  const readAll = () => {
    for (const name of scalarsOf(object, find)) {
      loaded[wireName(name)] = (find(object, name) as ScalarMember<unknown>).read(object.target, host);
    }
  };
  if (paths.length === 0) readAll();
  for (const [first = '*', ...rest] of paths) {
    if (first === '*') {
      readAll();
      continue;
    }
    const member = find(object, first);
    if (member?.kind === 'scalar') {
      loaded[wireName(first)] = member.read(object.target, host);
    } else if (member?.kind === 'navigation') {
      const next = member.get(object.target, host);
      const deeper = next && selectPaths(next, rest.length > 0 ? [rest] : [], host, find);
      loaded[wireName(first)] = deeper && { ...(loaded[wireName(first)] as Loaded | undefined), ...deeper };
    }
  }
  return loaded;
}

/** Loading everything brings what this Excel has: newer properties stay unloaded instead of failing. */
function scalarsOf(object: HostObject, find: FindMember): string[] {
  return Object.entries(object.type.members)
    .filter(([, member]) => member.kind === 'scalar')
    .map(([name]) => name)
    .filter((name) => {
      try {
        return find(object, name) !== undefined;
      } catch {
        return false;
      }
    });
}
