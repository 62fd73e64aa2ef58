import type { FigureContext } from './surroundings.ts';

/**
 * Makes once what follows from where a figure stands: returns of a round share that (see `perLayout`), and rules ask of
 * each figure many times.
 * @param make may use nothing but the context; nobody may change what it makes
 */
export function perContext<Made extends object>(
  make: (context: FigureContext) => Made,
): (context: FigureContext) => Made {
  const known = new WeakMap<FigureContext, Made>();
  return (context) => {
    const found = known.get(context);
    if (found !== undefined) return found;
    const made = make(context);
    known.set(context, made);
    return made;
  };
}
