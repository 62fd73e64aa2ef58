import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { commonConfig } from './common-config.ts';
import { headPlugin } from './head-plugin.ts';
import { precacheOf } from './precache.ts';
import { contentSecurityPolicy } from './security-policy.ts';

const WORKER = 'service-worker.js';
/** Parts of the page that are fetched when they are wanted, each a script beside its own. */
const LATER = ['writer', 'chart'];

/** Libraries ask where their modules lie, for workers of theirs that are never started. */
const IN_CLASSIC_SCRIPTS = { 'import.meta': '{}', 'import.meta.url': '""' };

/** The standalone page. It never loads office.js, which spoils pages outside of Office. */
export function pageConfig(root: string, outDir: string): InlineConfig {
  const common = commonConfig(root, outDir);
  return {
    ...common,
    resolve: {
      alias: [
        ...common.resolve.alias,
        { find: /^\.\/load-chart\.ts$/u, replacement: join(root, 'addin/page/load-chart.ts') },
      ],
    },
    build: {
      ...common.build,
      rolldownOptions: {
        input: { index: join(root, 'addin/index.html') },
        // One classic script: browsers load no modules from a folder or a stick.
        output: { format: 'iife', codeSplitting: false },
        transform: { define: IN_CLASSIC_SCRIPTS },
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
        closeBundle: async () => {
          for (const name of LATER)
            await buildScript(root, outDir, { entry: `${name}-script.ts`, file: `${name}.js` });
          await buildServiceWorker(root, outDir);
        },
      },
    ],
  };
}

/** Built last: it holds the list of all other files. */
async function buildServiceWorker(root: string, outDir: string): Promise<void> {
  const precache = await precacheOf(outDir, [WORKER]);
  const define = { PRECACHE: JSON.stringify(precache) };
  await buildScript(root, outDir, { entry: 'service-worker.ts', file: WORKER, define });
}

/** Builds a script that stands beside the page's own. */
async function buildScript(
  root: string,
  outDir: string,
  { entry, file, define = {} }: { entry: string; file: string; define?: Record<string, string> },
): Promise<void> {
  const { build: common, ...config } = commonConfig(root, outDir);
  await build({
    ...config,
    publicDir: false,
    define,
    build: {
      ...common,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(root, 'addin/page', entry),
        output: { format: 'iife', entryFileNames: file, codeSplitting: false },
        transform: { define: IN_CLASSIC_SCRIPTS },
      },
    },
  });
}
