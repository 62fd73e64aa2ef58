import { join } from 'node:path';
import { DEVELOPMENT_ORIGIN } from '../manifest/origin.ts';
import { toolArguments } from './arguments.ts';
import { buildAddin } from './build-site.ts';
import { developmentCertificate } from './certificate.ts';
import { command } from './command.ts';
import { projectRoot } from './project-root.ts';
import { serve } from './serve.ts';

/** npm run addin -- [--office-js cdn|local]: builds the add-in and serves it over HTTPS for development. */
await command(async () => {
  const { officeJs } = toolArguments(process.argv.slice(2), process.env);
  const root = projectRoot();
  const folder = join(root, 'dist/addin');
  await buildAddin(root, folder, { origin: DEVELOPMENT_ORIGIN, officeJs });
  const certificate = await developmentCertificate().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `No development certificate could be made, and Excel opens pages over HTTPS only: ${reason}\n` +
        'dist/addin is built; serve it from a server with a certificate of its own, ' +
        'with the manifest of npm run addin:build -- --origin https://that.server',
    );
  });
  await serve({ folder, port: Number(new URL(DEVELOPMENT_ORIGIN).port), https: certificate });
  if (!certificate.trusted) {
    console.warn(
      'This computer does not trust the development certificate yet: Excel will show an empty pane.\n' +
        'Run "npx office-addin-dev-certs install" once, then start this again.',
    );
  }
  console.log(
    `Chỉ Tiêu at ${DEVELOPMENT_ORIGIN}; sideload dist/addin/manifest.xml (docs/addin.md). Ctrl+C ends it.`,
  );
  return 0;
});
