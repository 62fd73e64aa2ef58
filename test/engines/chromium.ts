import { chromium, type Browser } from 'playwright-core';
import { requireEngine } from './availability.ts';

/** Starts the installed Chromium. One for a test file is enough: each pane has its own profile in it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: requireEngine('chromium'),
    // Containers of build servers often run as root and have a small /dev/shm.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}
