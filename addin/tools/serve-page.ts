import { join } from 'node:path';
import { buildPage } from './build-site.ts';
import { command } from './command.ts';
import { projectRoot } from './project-root.ts';
import { serve } from './serve.ts';

/** Browsers treat localhost as secure, so the service worker runs without a certificate. */
const PORT = 3444;

/** npm run page: builds the standalone page and serves it on this computer. */
await command(async () => {
  const root = projectRoot();
  const folder = join(root, 'dist/page');
  await buildPage(root, folder);
  await serve({ folder, port: PORT });
  console.log(`Chỉ Tiêu page at http://localhost:${PORT}/ ; Ctrl+C ends it.`);
  return 0;
});
