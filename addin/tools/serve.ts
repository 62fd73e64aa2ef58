import { dirname } from 'node:path';
import { preview, type PreviewServer } from 'vite';
import { FRAME_ANCESTORS } from '../build/security-policy.ts';

/** A folder of built pages and how to offer it on this computer. */
export interface Site {
  readonly folder: string;
  readonly port: number;
  /** Offered over HTTPS when there is a certificate. */
  readonly https?: { readonly cert: Buffer; readonly key: Buffer };
}

/**
 * Serves a folder on localhost until the process ends.
 * @throws Error when the port is taken: the manifest names it, so no other will do
 */
export function serve({ folder, port, https }: Site): Promise<PreviewServer> {
  return preview({
    configFile: false,
    // The server warns when the folder it serves is its root; nothing is built here.
    root: dirname(folder),
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: folder },
    preview: {
      host: 'localhost',
      port,
      strictPort: true,
      headers: { 'Content-Security-Policy': FRAME_ANCESTORS, 'X-Content-Type-Options': 'nosniff' },
      ...(https === undefined ? {} : { https: { cert: https.cert, key: https.key } }),
    },
  });
}
