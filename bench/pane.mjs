/** npm run bench:pane: runs bench/pane.ts as it is written, with the host of the tests. */
import { runnerImport } from 'vite';

await runnerImport(new URL('./pane.ts', import.meta.url).pathname);
