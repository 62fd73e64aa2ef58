import { chromium, type Browser } from 'playwright-core';
import { requireEngine } from './availability.ts';

/**
 * Every window of a browser that nobody sees makes ready the lists of suggestions below its address bar, pages of 200
 * scripts: three quarters of a second of processor time a pane, most of what a pane takes.
 */
const SUGGESTIONS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];
/** Chromium heeds one list only: what Playwright turns off itself, as far as it matters to pages or asks the network. */
const AS_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Starts the installed Chromium. One for a test file is enough: each pane has its own profile in it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: requireEngine('chromium'),
    // Containers of build servers often run as root and have a small /dev/shm.
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      `--disable-features=${[...AS_PLAYWRIGHT, ...SUGGESTIONS].join(',')}`,
    ],
  });
}
