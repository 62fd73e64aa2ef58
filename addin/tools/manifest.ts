import { toolArguments } from './arguments.ts';
import { command } from './command.ts';
import { manifestFor, writeManifest } from './manifest-file.ts';
import { sourceFiles } from './manifest-facts.ts';
import { projectRoot } from './project-root.ts';

/** npm run addin:manifest -- [--origin https://…] [--out FILE]: checks the manifest, and writes a copy. */
await command(async () => {
  const { origin, out } = toolArguments(process.argv.slice(2), process.env);
  const root = projectRoot();
  const files = await sourceFiles(root);
  const { problems } = await manifestFor(root, origin, files);
  for (const line of problems) console.error(line);
  if (problems.length > 0) return 1;
  if (out !== null) await writeManifest(root, origin, files, out);
  console.log(`manifest.xml is fine for ${origin}${out === null ? '' : `; written to ${out}`}`);
  return 0;
});
