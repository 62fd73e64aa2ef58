import type { Layout } from './layout.ts';

/**
 * Makes once for a layout what is the same in all workbooks that share it. Returns of a round share their layout (see
 * `placed`), and all but their figures.
 * @param make may use nothing else of a request than what its layout was drawn up from; nobody may change what it makes
 */
export function perLayout<Given extends unknown[], Made extends object>(
  make: (layout: Layout, ...given: Given) => Made,
): (layout: Layout, ...given: Given) => Made {
  const known = new WeakMap<Layout, Made>();
  return (layout, ...given) => {
    const found = known.get(layout);
    if (found !== undefined) return found;
    const made = make(layout, ...given);
    known.set(layout, made);
    return made;
  };
}
