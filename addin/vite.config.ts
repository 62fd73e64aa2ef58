import { join } from 'node:path';
import { defineConfig } from 'vite';
import { addinConfig } from './build/addin-config.ts';
import { pageConfig } from './build/page-config.ts';
import { projectRoot } from './tools/project-root.ts';

/**
 * For Vite's own commands, such as `npx vite build --config addin/vite.config.ts --mode page`. The mode is
 * `page` for the standalone page and anything else for the add-in; OFFICE_JS=local takes office.js along.
 */
export default defineConfig(({ mode }) => {
  const root = projectRoot();
  return mode === 'page'
    ? pageConfig(root, join(root, 'dist/page'))
    : addinConfig(root, join(root, 'dist/addin'), process.env.OFFICE_JS === 'local' ? 'local' : 'cdn');
});
