/** `ready`: the page works without network from the next visit on; otherwise why not. */
export type OfflineState = 'ready' | 'not-supported' | 'failed';

/**
 * Lets the browser keep the page for use without network.
 * @returns never rejects: the page works without a service worker as well, only not offline
 */
export async function registerServiceWorker(): Promise<OfflineState> {
  // Browsers offer service workers on https and localhost only, and never for files.
  if (!('serviceWorker' in navigator) || !window.isSecureContext || location.protocol === 'file:') {
    return 'not-supported';
  }
  try {
    await navigator.serviceWorker.register('./service-worker.js');
    await navigator.serviceWorker.ready;
    return 'ready';
  } catch {
    return 'failed';
  }
}
