import { join } from 'node:path';
import { toolArguments } from './arguments.ts';
import { buildAddin, buildPage } from './build-site.ts';
import { command } from './command.ts';
import { projectRoot } from './project-root.ts';

/** npm run addin:build -- [--origin https://…] [--office-js cdn|local] */
await command(async () => {
  const { origin, officeJs } = toolArguments(process.argv.slice(2), process.env);
  const root = projectRoot();
  await buildAddin(root, join(root, 'dist/addin'), { origin, officeJs });
  await buildPage(root, join(root, 'dist/page'));
  console.log(
    `dist/addin: the add-in for ${origin}, office.js ${officeJs}; manifest in dist/addin/manifest.xml`,
  );
  console.log('dist/page: the standalone page');
  return 0;
});
