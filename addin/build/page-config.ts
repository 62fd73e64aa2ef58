import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { commonConfig } from './common-config.ts';
import { headPlugin } from './head-plugin.ts';
import { precacheOf } from './precache.ts';
import { contentSecurityPolicy } from './security-policy.ts';

const WORKER = 'service-worker.js';

/** The standalone page. It never loads office.js, which spoils pages outside of Office. */
export function pageConfig(root: string, outDir: string): InlineConfig {
  const common = commonConfig(root, outDir);
  return {
    ...common,
    build: {
      ...common.build,
      rolldownOptions: {
        input: { index: join(root, 'addin/index.html') },
        // One classic script: browsers load no modules from a folder or a stick.
        output: { format: 'iife', codeSplitting: false },
        // Libraries ask where their modules lie, for workers of theirs that are never started.
        transform: { define: { 'import.meta': '{}', 'import.meta.url': '""' } },
      },
    },
    plugins: [
      headPlugin(contentSecurityPolicy(null)),
      {
        name: 'chitieu:classic-script',
        apply: 'build',
        transformIndexHtml: {
          order: 'post',
          handler: (html) => html.replaceAll('<script type="module" crossorigin', '<script defer'),
        },
      },
      {
        name: 'chitieu:service-worker',
        apply: 'build',
        closeBundle: () => buildServiceWorker(root, outDir),
      },
    ],
  };
}

/** Built last: it holds the list of all other files. */
async function buildServiceWorker(root: string, outDir: string): Promise<void> {
  const precache = await precacheOf(outDir, [WORKER]);
  await build({
    ...commonConfig(root, outDir),
    publicDir: false,
    define: { PRECACHE: JSON.stringify(precache) },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2020',
      sourcemap: false,
      rolldownOptions: {
        input: join(root, 'addin/page/service-worker.ts'),
        output: { format: 'iife', entryFileNames: WORKER },
      },
    },
  });
}
