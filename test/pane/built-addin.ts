import type { Browser, Page } from 'playwright-core';
import { builtAddin } from '../addin/built-site.ts';
import { ExcelHost, type HostOptions } from '../host/excel-host.ts';
import { startBrowser } from '../engines/chromium.ts';
import { openPane, type Pane, type PaneOptions } from '../host/page/open-pane.ts';
import { serve, type StaticServer } from '../engines/static-server.ts';

/** The add-in as it is built for users, on a server of this machine, and a browser to open it in. */
export class BuiltAddin {
  readonly browser: Browser;
  readonly #server: StaticServer;

  private constructor(browser: Browser, server: StaticServer) {
    this.browser = browser;
    this.#server = server;
  }

  static async start(): Promise<BuiltAddin> {
    const folder = await builtAddin('cdn');
    return new BuiltAddin(await startBrowser(), await serve(folder));
  }

  /** Opens one of its pages on a workbook, as Excel for Windows does. */
  async open(
    bytes: Uint8Array,
    page: string,
    { host: hostOptions, ...options }: Partial<PaneOptions> & { host?: HostOptions } = {},
  ): Promise<OpenedPage> {
    const host = await ExcelHost.open(bytes, { flavour: 'desktop', ...hostOptions });
    const pane = await openPane(this.browser, host, { url: `${this.#server.origin}/${page}`, ...options });
    return { host, pane, page: pane.page };
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.#server.close();
  }
}

/** A page of the add-in on a workbook. */
export interface OpenedPage {
  host: ExcelHost;
  pane: Pane;
  page: Page;
}

/** Notes what the security policy of a page refuses and what fails in it, from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
