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
    resolve: {
      alias: [
        // The library's other codec is WebAssembly from a data: address, which the security policy refuses.
        { find: /^@zip\.js\/zip\.js$/u, replacement: '@zip.js/zip.js/index-native.js' },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2020',
      sourcemap: false,
      // Inlined pictures would need data: in the security policy.
      assetsInlineLimit: 0,
      // The whole check is one script: what is not needed for it is fetched when it is wanted.
      chunkSizeWarningLimit: 1_250,
      modulePreload: { polyfill: false },
    },
  } satisfies InlineConfig;
}
