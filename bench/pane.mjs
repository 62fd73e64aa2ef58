/** npm run bench:pane: runs bench/pane.ts as it is written, with the host of the tests. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('./pane.ts', import.meta.url)));
