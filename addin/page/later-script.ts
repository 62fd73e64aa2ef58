/**
 * Scripts that stand beside the page's own and are fetched when they are wanted: classic ones, as pages from a folder
 * load no modules. Each leaves what it offers under a name.
 */
const offered = globalThis as { chitieu?: Record<string, unknown> };

/** Called by a script: leaves what it offers. */
export function offer(name: string, what: unknown): void {
  offered.chitieu = { ...offered.chitieu, [name]: what };
}

/** Those on their way: two charts that come into view at once fetch one script. */
const coming = new Map<string, Promise<void>>();

/**
 * What the script of a name offers; it is fetched once.
 * @throws Error when it cannot be loaded, as where it was not copied with the page
 */
export async function laterScript(name: string): Promise<unknown> {
  const source = `${name}.js`;
  if (offered.chitieu?.[name] === undefined) {
    const load = coming.get(name) ?? fetched(source);
    coming.set(name, load);
    // What could not be loaded is tried again when it is wanted again.
    await load.finally(() => coming.delete(name));
  }
  const what = offered.chitieu?.[name];
  if (what === undefined) throw new Error(`${source} offers nothing.`);
  return what;
}

function fetched(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${source} cannot be loaded.`));
    });
    document.head.append(script);
  });
}
