import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** What the builds of all pages share. */
export function commonConfig(root: string, outDir: string) {
  return {
    root: join(root, 'addin'),
    // Relative addresses: the pages may lie in any folder of a server.
    base: './',
    publicDir: join(root, 'addin/public'),
    configFile: false,
    appType: 'mpa',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2020',
      sourcemap: false,
      // Inlined pictures would need data: in the security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  } satisfies InlineConfig;
}
